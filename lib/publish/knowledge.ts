/** `npm run knowledge -- check`: the command of list maintainers. */
import { checkList } from './check-list.ts';
import { loadList } from './load-list.ts';

const LIST = new URL('../knowledge/list/', import.meta.url).pathname;
const [command = 'check'] = process.argv.slice(2);
const { list, problems, files } = loadList(LIST);
const all = [...problems, ...(list ? checkList(list, files) : [])];
if (command === 'check') {
  for (const { file, message } of all) console.log(`${file}: ${message}`);
  console.log(list ? `${list.entries.length} entries, ${list.controls.length} controls, ${list.acts.length} acts, ${all.length} problems` : `${all.length} problems`);
  process.exitCode = all.length ? 1 : 0;
} else if (command === 'export') {
  if (!list) process.exitCode = 1;
  else console.log(JSON.stringify(list));
}
