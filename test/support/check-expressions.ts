/**
 * `npm run expressions`: fails where an expression that sees the text of a page may take longer
 * than in proportion to it. What was found safe is remembered in `.tmp/`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SafeExpressions, expressionsIn } from './expressions.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Where the text of a page, or names that were found in one, are read. */
const READS_PAGES = ['lib/core', 'lib/knowledge', 'lib/match', 'lib/page', 'lib/search'];
/**
 * Put together of what the user typed, each letter once and nothing optional between but a blank.
 */
const MAY_PUT_TOGETHER = /^lib\/search\/search\.ts:/;

const files = READS_PAGES.flatMap((folder) =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
).sort();
const known = new SafeExpressions(`${ROOT}.tmp/safe-expressions.json`);
let count = 0;
const faults = files.flatMap((file) => {
  const found = expressionsIn(file, readFileSync(ROOT + file, 'utf8'));
  count += found.expressions.length;
  return [...found.faults, ...found.expressions.flatMap((expression) => known.faultOf(expression) ?? [])];
});
known.save();
const left = faults.filter(({ place }) => !MAY_PUT_TOGETHER.test(place));
for (const { place, what } of left) console.error(`${place} ${what}`);
console.log(`${count} expressions, ${left.length} problems`);
process.exitCode = left.length > 0 ? 1 : 0;
