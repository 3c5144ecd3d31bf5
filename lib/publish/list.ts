/** `npm run list -- build | check | diff | serve | schema`: the command of list publishers. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { toJsonSchema } from '@valibot/to-json-schema';
import { createMessages } from '../i18n/messages.ts';
import { KnowledgeList } from '../knowledge/schema.ts';
import { NotAList } from '../formats/list-format.ts';
import { noteWords, problemWords } from '../sync/list-words.ts';
import { parsePublicKey, parseSignature, Signed, verify } from '../sync/minisign.ts';
import { checkList } from './check-list.ts';
import { diffLists, diffText } from './diff-list.ts';
import { loadList } from './load-list.ts';
import { readListFile } from './read-file.ts';
import { serveList } from './serve-list.ts';

const USAGE = `npm run list -- COMMAND
  build DIR                 one document from a folder of YAML files (--out FILE, or to standard output)
  check FILE                what subscribers would be told of it: entries, what is refused and why
      --key KEY             and whether FILE.minisig was made with this public key (a line, or a file)
  diff OLD NEW              the change log that readers will see
      --today D             states as of this day      --lang zh     in Chinese
  serve FILE                on this computer, with ETag, to try a subscription (--port N)
  schema                    the JSON Schema of the format`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    key: { type: 'string' },
    today: { type: 'string' },
    lang: { type: 'string' },
    port: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const [command, first, second] = positionals;
const t = createMessages('en');

function build(dir: string): number {
  const { list, problems, files } = loadList(dir);
  const all = [...problems, ...(list ? checkList(list, files) : [])];
  for (const { file, message } of all) console.error(`${file}: ${message}`);
  if (!list || all.length > 0) {
    console.error(`${all.length} problems`);
    return 1;
  }
  if (values.out === undefined) console.log(JSON.stringify(list));
  else {
    writeFileSync(values.out, JSON.stringify(list));
    console.error(`${values.out}: ${list.entries.length} entries, version ${list.version}`);
  }
  return 0;
}

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

async function check(path: string): Promise<number> {
  const { format, bytes, list, notes } = await readListFile(path);
  for (const note of notes.kept) console.log(`${note.refused ? 'refused' : 'cut'}: ${noteWords(note, t)}`);
  const problems = format === 'tradegloss' ? checkList(list, new Map()) : [];
  for (const { file, message } of problems) console.log(`look at ${file}: ${message}`);
  const signature = values.key === undefined ? null : await signatureWords(path, values.key);
  if (signature !== null) console.log(signature);
  console.log(
    `${list.title}, version ${list.version} (${format}, ${(bytes / 1e6).toFixed(1)} MB): ${list.entries.length} entries, ${list.controls.length} controls, ${list.acts.length} acts; ${notes.refused} refused, ${notes.clipped} cut, ${problems.length} to look at`,
  );
  return notes.refused > 0 || (signature !== null && !signature.startsWith('signature: good')) ? 1 : 0;
}

async function diff(old: string, now: string): Promise<number> {
  const [before, after] = [await readListFile(old, now), await readListFile(now)];
  const found = diffLists(before.list, after.list, values.today ?? new Date().toISOString().slice(0, 10));
  if (values.json) console.log(JSON.stringify(found, null, 2));
  else
    console.log(
      values.lang?.startsWith('zh')
        ? diffText({ ...found, lines: found.lines.map((line) => ({ ...line, en: line.zh_CN })) })
        : diffText(found),
    );
  return 0;
}

async function run(): Promise<number> {
  if (command === 'build' && first !== undefined) return build(first);
  if (command === 'check' && first !== undefined) return check(first);
  if (command === 'diff' && first !== undefined && second !== undefined) return diff(first, second);
  if (command === 'schema') {
    // What the schema cannot say in JSON (that a day exists, that an address parses) subscribers check themselves.
    console.log(JSON.stringify(toJsonSchema(KnowledgeList, { errorMode: 'ignore', typeMode: 'input' }), null, 2));
    return 0;
  }
  if (command === 'serve' && first !== undefined) {
    const { url } = await serveList(first, Number(values.port ?? 8741));
    console.log(`${url}\nSubscribe to this address in the settings, under Lists. Ctrl-C ends it.`);
    return 0;
  }
  console.error(USAGE);
  return 1;
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(
      error instanceof NotAList
        ? problemWords({ code: error.code, detail: error.detail }, t)
        : error instanceof Error
          ? error.message
          : error,
    );
    process.exitCode = 1;
  },
);
