/**
 * `npm run try-refused`: prints a table of files that are no lists, with what the user is told of
 * each as a list and as own terms, and what they do next. With a folder it does the same for each
 * file in it; with `--zh` in Chinese.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import '../../lib/tools/build/han-table.ts';
import { createMessages } from '../../lib/i18n/messages.ts';
import { problemWords } from '../../lib/subscriptions/list-words.ts';
import { importing, subscribing } from './refuse.ts';
import { refusedFiles } from './refused-files.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { zh: { type: 'boolean' } } });
const t = createMessages(values.zh ? 'zh_CN' : 'en');
const [folder] = positionals;

/** The content types that static hosts state for endings of names. */
const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.html': 'text/html',
  '.pdf': 'application/pdf',
};
const inFolder = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ name }) => ({
      name,
      type: TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream',
      bytes: readFileSync(join(path, name)),
      remedy: '',
    }));

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

console.log('| file | as a list | as own terms | what the user did next, and it was read |');
console.log('|---|---|---|---|');
for (const file of folder === undefined ? await refusedFiles() : inFolder(folder)) {
  const list = await subscribing(file);
  const terms = await importing(file);
  const asList = 'problem' in list ? problemWords(list.problem, t) : `${list.names.length} names are read`;
  const asTerms =
    'problem' in terms
      ? problemWords({ code: terms.problem.code, detail: terms.problem.detail }, t)
      : terms.isAsked
        ? 'a sample is shown first'
        : `${terms.names.length} are read, and each row that was not is named`;
  console.log(
    `| ${cell(file.name)} | ${cell(asList)} | ${cell(asTerms === asList ? 'the same' : asTerms)} | ${cell(file.remedy)} |`,
  );
}
process.exit(0);
