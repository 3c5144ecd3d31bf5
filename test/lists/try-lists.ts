/**
 * `npm run try-lists -- LISTS PAGES [--marks]`: reads each list in a folder, of any format, as a
 * subscriber would: what is read of it, how many of its names are recognised in a sentence, and
 * what it marks on saved pages about other subjects. Prints a table; with `--marks` also each mark
 * on the pages, so that false ones can be judged. The lists are not copied, because most of them
 * may not be passed on.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseHTML } from 'linkedom';
import type { Entry } from '../../lib/knowledge/model/schema.ts';
import { ruleOf, textOf } from '../../lib/knowledge/model/name-rule.ts';
import { createMessages } from '../../lib/i18n/messages.ts';
import { hanReady } from '../../lib/match/text/simplify-chinese.ts';
import { flowsOf } from '../../lib/page/text/collect.ts';
import { problemWords } from '../../lib/subscriptions/list-words.ts';
import { problemOf } from '../../lib/subscriptions/update-list.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { glosser } from '../../lib/tools/build/gloss-text.ts';
import { readListFile } from '../../lib/tools/cli/read-file.ts';

/** The number of entries that are tried in sentences, spread over the list. */
const MAX_TRIED = 200;
const SENTENCES = {
  field: (name: string) => `The ministry put ${name} on its sanctions list on Friday.`,
  plain: (name: string) => `On Friday ${name} said that it had opened an office.`,
};
const t = createMessages('en');

interface Page {
  name: string;
  texts: string[];
}

function readPages(folder: string): Page[] {
  return readdirSync(folder)
    .filter((name) => /\.html?$/.test(name))
    .map((name) => {
      const { document } = parseHTML(readFileSync(join(folder, name), 'utf8'));
      return { name, texts: [...flowsOf(document.body)].map((flow) => flow.text) };
    });
}

const isMarked = ({ names }: Entry) =>
  Object.values(names)
    .flat()
    .some((name) => ruleOf(name).mark !== false);

function everyNth<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, k) => k % step === 0).slice(0, most);
}

async function tryList(path: string, pages: readonly Page[]) {
  const { format, list, notes } = await readListFile(path);
  const gloss = glosser([builtInList(), list]);
  const own = (ref: string) => ref.startsWith(`${list.id}:`);
  const tried = everyNth(list.entries.filter(isMarked), MAX_TRIED);
  const recognised = (sentence: (name: string) => string) => {
    const lost = tried.filter(
      ({ name, id }) =>
        !gloss([sentence(name)], {}).some((one) =>
          [one.entry, ...one.also].some((ref) => own(ref) && ref.endsWith(id)),
        ),
    );
    return { found: tried.length - lost.length, lost: lost.map(({ name }) => name) };
  };
  const marks = pages.flatMap(({ name, texts }) =>
    gloss(texts, {})
      .filter((one) => own(one.entry) || one.also.some(own))
      .map((one) => ({ page: name, text: one.text, name: one.name, kind: one.kind })),
  );
  return {
    format,
    entries: list.entries.length,
    names: list.entries.reduce((sum, entry) => sum + Object.values(entry.names).flat().map(textOf).length, 0),
    refused: notes.refused,
    clipped: notes.clipped,
    tried: tried.length,
    field: recognised(SENTENCES.field),
    plain: recognised(SENTENCES.plain),
    marks,
  };
}

const {
  positionals: [lists, folder],
  values,
} = parseArgs({ allowPositionals: true, options: { marks: { type: 'boolean' } } });
if (lists === undefined || folder === undefined) {
  console.error('usage: npm run try-lists -- LISTS PAGES [--marks]');
  process.exit(1);
}
await hanReady();
const pages = readPages(folder);
const words = pages
  .flatMap(({ texts }) => texts)
  .join(' ')
  .split(/\s+/).length;
console.log(
  `| list | format | entries | names | left out | recognised in a sentence of the field, in another | marks in ${words} words |`,
);
console.log('|---|---|---|---|---|---|---|');
for (const name of readdirSync(lists).sort()) {
  const path = join(lists, name);
  if (!statSync(path).isFile()) continue;
  try {
    const tried = await tryList(path, pages);
    const { field, plain, marks } = tried;
    console.log(
      `| ${name} | ${tried.format} | ${tried.entries} | ${tried.names} | ${tried.refused} | ${field.found} and ${plain.found} of ${tried.tried} | ${marks.length} |`,
    );
    if (!values.marks) continue;
    for (const mark of marks) console.log(`    ${mark.page}: “${mark.text}” (${mark.kind} ${mark.name})`);
    console.log(`    not recognised in a sentence of the field: ${field.lost.slice(0, 30).join('; ')}`);
    console.log(`    nor in another: ${plain.lost.slice(0, 30).join('; ')}`);
  } catch (error) {
    console.log(`| ${name} | refused: ${problemWords(problemOf(error).problem, t)} | | | | | |`);
  }
}
