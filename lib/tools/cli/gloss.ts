/**
 * `npm run --silent gloss -- FILE|- [--date YYYY-MM-DD] [--lang xx] [--list FILE] [--jsonl]`: finds
 * the mentions of a text or HTML file with the code that runs on pages. `--list` adds a list of any
 * format to the built-in one. With --jsonl each line of FILE is {"id","text","date","lang"}, and
 * one line is printed for each.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import './closed-pipe.ts';
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { hanReady } from '../../match/text/simplify-chinese.ts';
import { readBuiltIn } from '../build/built-in.ts';
import { glosser, type Gloss } from '../build/gloss-text.ts';
import { readListFile } from './read-file.ts';

const Passage = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  text: v.string(),
  date: v.optional(v.nullable(v.string())),
  lang: v.optional(v.nullable(v.string())),
});

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** A file's text without its byte order mark; `-` reads standard input. */
function read(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    return fail(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Parses JSON by a schema. `where` names it in error messages. */
function parsed<T extends v.GenericSchema>(schema: T, json: string, where: string): v.InferOutput<T> {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return fail(`${where} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = v.safeParse(schema, data);
  return result.success ? result.output : fail(`${where}: ${v.summarize(result.issues)}`);
}

async function lists(extra: string | undefined): Promise<[KnowledgeList, ...KnowledgeList[]]> {
  const { list, problems } = readBuiltIn();
  if (!list) return fail(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return extra ? [list, (await readListFile(extra)).list] : [list];
}

function printed({ text, name, kind, entry, also, status }: Gloss): string {
  // "not known since" includes its day. Provisions of one package have the same text and get one
  // row.
  const rows = new Set(
    status.map(
      (row) =>
        `${row.issuer.split('/')[1]} ${row.restrains} ${row.state.replace(/ since$/, '')}${row.since ? ` since ${row.since}` : ''}`,
    ),
  );
  return [text.replace(/\s+/g, ' '), name, kind, [entry, ...also].join(' '), [...rows].join('; ')].join('\t');
}

async function blocksOf(source: string, file: string): Promise<string[]> {
  if (!/\.x?html?$/i.test(file) && !/^\s*<(?:!doctype|html)/i.test(source)) return [source];
  const { parseHTML } = await import('linkedom');
  const { flowsOf } = await import('../../page/text/collect.ts');
  // An HTML fragment has no body for the parser to find.
  const { document } = parseHTML(
    /<body\b/i.test(source) ? source : `<!doctype html><html><body>${source}</body></html>`,
  );
  return [...flowsOf(document.body)].map((flow) => flow.text);
}

const USAGE = 'usage: npm run --silent gloss -- FILE|- [--date YYYY-MM-DD] [--lang xx] [--list FILE] [--jsonl]';
function args() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        date: { type: 'string' },
        lang: { type: 'string' },
        list: { type: 'string' },
        jsonl: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

const { values, positionals } = args();
const file = positionals[0] ?? fail(USAGE);
if (values.date !== undefined && !v.is(v.pipe(v.string(), v.isoDate()), values.date))
  fail(`${values.date} is no day: YYYY-MM-DD`);
const source = read(file);
const known = await lists(values.list).catch((error: unknown) =>
  fail(`${values.list}: ${error instanceof Error ? error.message : String(error)}`),
);
await hanReady();
const gloss = glosser(known);
if (values.jsonl) {
  for (const [k, line] of source.split('\n').entries()) {
    if (!line.trim()) continue;
    const { id, text, date, lang } = parsed(Passage, line, `${file}, line ${k + 1}`);
    console.log(
      JSON.stringify({ id, mentions: gloss([text], { date: date ?? values.date, lang: lang ?? values.lang }) }),
    );
  }
} else {
  for (const mention of gloss(await blocksOf(source, file), values)) console.log(printed(mention));
}
