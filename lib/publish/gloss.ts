/**
 * `npm run --silent gloss -- FILE|- [--date YYYY-MM-DD] [--lang xx] [--list FILE] [--jsonl]`: the
 * mentions of a text or HTML file, found by the very code that runs on pages. With --jsonl each line
 * of FILE is {"id","text","date","lang"}, and a line comes back for each.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { indexKnowledge } from '../knowledge/knowledge-index.ts';
import { KnowledgeList } from '../knowledge/schema.ts';
import { compileNames } from '../match/compile.ts';
import { createMatcher } from '../match/index.ts';
import { glosser, type Gloss } from './gloss-text.ts';
import { loadList } from './load-list.ts';

const BUILT_IN = new URL('../knowledge/list/', import.meta.url).pathname;
const Passage = v.object({ id: v.optional(v.union([v.string(), v.number()])), text: v.string(), date: v.optional(v.nullable(v.string())), lang: v.optional(v.nullable(v.string())) });

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function lists(extra: string | undefined): KnowledgeList[] {
  const { list, problems } = loadList(BUILT_IN);
  if (!list) return fail(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  if (!extra) return [list];
  const added = v.safeParse(KnowledgeList, JSON.parse(readFileSync(extra, 'utf8')));
  return added.success ? [list, added.output] : fail(`${extra}: ${v.summarize(added.issues)}`);
}

function printed({ text, name, kind, entry, status }: Gloss): string {
  // "not known since" says since when; provisions of one package stand alike, and are told once.
  const rows = new Set(status.map((row) => `${row.issuer.split('/')[1]} ${row.restrains} ${row.state.replace(/ since$/, '')}${row.since ? ` since ${row.since}` : ''}`));
  return [text.replace(/\s+/g, ' '), name, kind, entry, [...rows].join('; ')].join('\t');
}

async function blocksOf(source: string, file: string): Promise<string[]> {
  if (!/\.x?html?$/i.test(file) && !/^\s*<(?:!doctype|html)/i.test(source)) return [source];
  const { parseHTML } = await import('linkedom');
  const { flowsOf } = await import('../page/collect.ts');
  const { document } = parseHTML(source);
  return [...flowsOf(document.body)].map((flow) => flow.text);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: 'string' }, lang: { type: 'string' }, list: { type: 'string' }, jsonl: { type: 'boolean', default: false } },
});
const file = positionals[0] ?? fail('usage: npm run --silent gloss -- FILE|- [--date YYYY-MM-DD] [--lang xx] [--list FILE] [--jsonl]');
const known = lists(values.list);
const gloss = glosser(createMatcher(known.map(compileNames)), known, indexKnowledge({ entries: known.flatMap((list) => list.entries), controls: known.flatMap((list) => list.controls), acts: known.flatMap((list) => list.acts) }));
const source = readFileSync(file === '-' ? 0 : file, 'utf8');
if (values.jsonl) {
  for (const line of source.split('\n')) {
    if (!line.trim()) continue;
    const { id, text, date, lang } = v.parse(Passage, JSON.parse(line));
    console.log(JSON.stringify({ id, mentions: gloss([text], { date: date ?? values.date, lang: lang ?? values.lang }) }));
  }
} else {
  for (const mention of gloss(await blocksOf(source, file), values)) console.log(printed(mention));
}
