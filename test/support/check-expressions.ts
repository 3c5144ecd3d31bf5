/**
 * `npm run expressions`: fails if a regular expression may take more than linear time on the text
 * that it reads: a page, a list, a synced file, a user's input. Remembers safe expressions in
 * `.tmp/`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SafeExpressions, expressionsIn } from './expressions.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['lib', 'components', 'entrypoints'];
/** Files that build an expression at run time, each with the reason why no text slows it down. */
const MAY_PUT_TOGETHER: Readonly<Record<string, string>> = {
  'lib/search/find-names.ts': 'each letter that the user typed once, and nothing optional but a blank',
  'lib/search/parse-query.ts': 'of constants, in which all that repeats is bounded',
  'lib/tools/cli/check-names.ts': 'of words and signs, in which nothing repeats',
  'lib/tools/refresh/figures.ts': 'from our own tables of figures, over the heads of columns, and run by hand',
  'lib/tools/upkeep/check-wording.ts': 'of words, in which nothing repeats',
  'lib/tools/watch/readers/links.ts': 'from our own table of sources, and run by hand',
};

const files = FOLDERS.flatMap((folder) =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
).sort();
const known = new SafeExpressions(`${ROOT}.tmp/safe-expressions.json`);
let count = 0;
const faults = files.flatMap((file) => {
  const found = expressionsIn(file, readFileSync(ROOT + file, 'utf8'));
  count += found.expressions.length;
  const faults = file in MAY_PUT_TOGETHER ? [] : found.faults;
  return [...faults, ...found.expressions.flatMap((expression) => known.faultOf(expression) ?? [])];
});
known.save();
for (const { place, what } of faults) console.error(`${place} ${what}`);
console.log(`${count} expressions, ${faults.length} problems`);
process.exitCode = faults.length > 0 ? 1 : 0;
