/** The commands of `npm run list`: build, check, diff, serve, schema. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { createMessages } from '../../i18n/messages.ts';
import { BUILT_IN, isReserved } from '../../knowledge/model/ids.ts';
import { Day, type KnowledgeList } from '../../knowledge/model/schema.ts';
import { NotAList } from '../../formats/list-format.ts';
import { problemWords } from '../../subscriptions/list-words.ts';
import { noteLine } from '../../subscriptions/note-words.ts';
import { CheckFailed } from '../../subscriptions/problems.ts';
import { problemOf } from '../../subscriptions/update-list.ts';
import { parsePublicKey, parseSignature, Signed, verify } from '../../subscriptions/minisign.ts';
import { builtInEntries } from '../build/built-in.ts';
import { checkList } from './check-list.ts';
import { diffLists, diffText } from '../publish/diff-list.ts';
import { listSchema } from './list-schema.ts';
import { loadList, type Problem } from '../build/load-list.ts';
import { loadTable } from '../build/load-table.ts';
import { readListFile } from './read-file.ts';
import { serveList } from './serve-list.ts';

const USAGE = `npm run list -- COMMAND
  build DIR                 one document from a folder of YAML files (--out FILE, or to standard output)
  build NAMES.csv           the same from a table (.csv, .xlsx), with a list.yaml beside it
  check FILE                what subscribers would be told of it: entries, what is refused and why
      --key KEY             and whether FILE.minisig was made with this public key (a line, or a file)
  diff OLD NEW              the change log that readers will see
      --today D             states as of this day      --lang zh     in Chinese
  serve FILE                on this computer, with ETag, to try a subscription (--port N)
  schema                    the JSON Schema of the format`;

const OPTIONS = {
  out: { type: 'string' },
  key: { type: 'string' },
  today: { type: 'string' },
  lang: { type: 'string' },
  port: { type: 'string' },
  json: { type: 'boolean' },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];
/** The output: `out` prints the result, `told` prints messages. */
export interface CommandOutput {
  out: (line: string) => void;
  told: (line: string) => void;
}
const t = createMessages('en');

/** The built-in list may not refer to another list. */
const problemsOf = (list: KnowledgeList, files: ReadonlyMap<string, string>): Problem[] =>
  checkList(list, files, (id) => list.id !== BUILT_IN && builtInEntries().has(id));

async function build(dir: string, values: Values, say: CommandOutput): Promise<number> {
  const isTable = existsSync(dir) && statSync(dir).isFile();
  const { list, problems, files } = isTable ? await loadTable(dir) : loadList(dir);
  const all = [
    ...problems,
    ...(list ? problemsOf(list, files) : []),
    ...(list?.entries.length === 0 ? [{ file: dir, message: 'holds no entry; each is a file below entries/' }] : []),
  ];
  for (const { file, message } of all) say.told(`${file}: ${message}`);
  if (!list || all.length > 0) {
    say.told(all.length === 1 ? '1 problem' : `${all.length} problems`);
    return 1;
  }
  if (values.out === undefined) say.out(JSON.stringify(list));
  else {
    writeFileSync(values.out, JSON.stringify(list));
    say.told(`${values.out}: ${counted(list.entries.length, 'entry', 'entries')}, version ${list.version}`);
  }
  return 0;
}

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

async function signatureWords(path: string, key: string): Promise<string> {
  const publicKey = parsePublicKey(existsSync(key) ? readFileSync(key, 'utf8') : key);
  if (!publicKey) throw new Error('--key is no minisign public key, nor a file with one');
  if (!existsSync(`${path}.minisig`)) return 'signature: none';
  const signature = parseSignature(readFileSync(`${path}.minisig`, 'utf8'));
  const signed = new Signed(signature !== null && !signature.prehashed);
  signed.update(readFileSync(path));
  const verdict = await verify(publicKey, signature, signed);
  return verdict.ok ? `signature: good, ${verdict.comment}` : `signature: ${verdict.why.replace('_', ' ')}`;
}

async function check(path: string, values: Values, say: CommandOutput): Promise<number> {
  const { format, bytes, list, notes } = await readListFile(path);
  for (const note of notes.kept) say.out(noteLine(note, t));
  const problems = format === 'tradegloss' ? problemsOf(list, new Map()) : [];
  if (isReserved(list.id))
    problems.unshift({
      file: 'the list',
      message: `has the id ${list.id}, which Tradegloss keeps for itself: nobody can subscribe to it`,
    });
  for (const { file, message } of problems) say.out(`look at ${file}: ${message}`);
  const signature = values.key === undefined ? null : await signatureWords(path, values.key);
  if (signature !== null) say.out(signature);
  say.out(
    `${list.title}, version ${list.version} (${format}, ${(bytes / 1e6).toFixed(1)} MB): ${counted(list.entries.length, 'entry', 'entries')}, ${counted(list.controls.length, 'control', 'controls')}, ${counted(list.acts.length, 'act', 'acts')}; ${notes.refused} skipped, ${notes.clipped} shortened or dropped, ${problems.length} to look at`,
  );
  if (list.entries.length === 0) throw new NotAList('no_entries');
  return notes.refused > 0 || isReserved(list.id) || (signature !== null && !signature.startsWith('signature: good'))
    ? 1
    : 0;
}

async function diff(old: string, now: string, values: Values, say: CommandOutput): Promise<number> {
  const day = values.today ?? new Date().toISOString().slice(0, 10);
  if (!v.is(Day, day)) throw new Error(`--today is a day, as 2026-11-24; ${day} is none`);
  const [before, after] = [await readListFile(old, now), await readListFile(now)];
  const found = diffLists(before.list, after.list, day, () =>
    after.list.id === BUILT_IN ? [] : [...builtInEntries().values()],
  );
  if (values.json) say.out(JSON.stringify(found, null, 2));
  else
    say.out(
      values.lang?.startsWith('zh')
        ? diffText({ ...found, lines: found.lines.map((line) => ({ ...line, en: line.zh_CN })) })
        : diffText(found),
    );
  return 0;
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function run(args: string[], say: CommandOutput): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const [command, first, second] = positionals;
  if (command === 'build' && first !== undefined) return build(first, values, say);
  if (command === 'check' && first !== undefined) return check(first, values, say);
  if (command === 'diff' && first !== undefined && second !== undefined) return diff(first, second, values, say);
  if (command === 'schema') {
    // Subscribers check rules that JSON Schema cannot express (a day exists, an address parses).
    say.out(JSON.stringify(listSchema(), null, 2));
    return 0;
  }
  if (command === 'serve' && first !== undefined) {
    if (!existsSync(first)) throw new Error(`there is no file ${first}`);
    const port = values.port ?? '8741';
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      throw new Error(`--port is a number up to 65535; ${port} is none`);
    const { url } = await serveList(first, Number(port)).catch((error: unknown) => {
      throw isTaken(error)
        ? new Error(`something else listens on port ${port} already; --port N takes another`)
        : error;
    });
    say.out(`${url}\nSubscribe to this address in the settings, under Lists. Ctrl-C ends it.`);
    return 0;
  }
  say.told(USAGE);
  return 1;
}

/** Resolves to the exit code; after `serve` the process keeps running. */
export const listCommand = (args: string[], say: CommandOutput): Promise<number> =>
  run(args, say).catch((error: unknown) => {
    say.told(
      error instanceof NotAList || error instanceof CheckFailed
        ? problemWords(problemOf(error).problem, t)
        : error instanceof Error
          ? error.message
          : String(error),
    );
    return 1;
  });
