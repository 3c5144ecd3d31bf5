/**
 * Keeps a full database of each schema version as a file, so that a test can upgrade it. `npx tsx
 * test/support/schema-example.ts` writes the files of the present schema once, when it is new; they
 * must never be written again.
 */
import 'fake-indexeddb/auto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Dexie from 'dexie';
import * as v from 'valibot';
import '../../lib/tools/build/han-table.ts';
import { CommonState } from '../../lib/sync/merge-base.ts';
import { KnowledgeList } from '../../lib/knowledge/model/schema.ts';
import { Base } from '../../lib/store/db.ts';
import { beginStaging } from '../../lib/store/lists/write-list.ts';
import { replaceList } from '../../lib/store/lists/seed.ts';
import { NEVER_CHECKED } from '../../lib/subscriptions/subscription.ts';
import { OwnStore } from '../../lib/terms/own-store.ts';
import { BLANK } from '../../lib/terms/term.ts';
import { OwnBase } from '../../lib/terms/terms-db.ts';
import { byId } from '../../lib/terms/record.ts';
import { FIRMS, list } from '../unit/subscriptions/list-documents.ts';
import { randomFrom } from './random.ts';

const FOLDER = fileURLToPath(new URL('../unit/store/schemas/', import.meta.url));
const NOW = Date.UTC(2026, 10, 25);

const Example = v.object({
  database: v.string(),
  version: v.number(),
  stores: v.record(v.string(), v.string()),
  rows: v.record(v.string(), v.array(v.unknown())),
});
export type Example = v.InferOutput<typeof Example>;

const TYPED = { Float64Array, Int32Array, Uint32Array, Uint8Array, Uint16Array } as const;
const isTyped = (name: unknown): name is keyof typeof TYPED => typeof name === 'string' && name in TYPED;
const pack = (_: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? { typed: value.constructor.name, data: [...(value as Uint8Array)] } : value;
const unpack = (_: string, value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || !('typed' in value) || !isTyped(value.typed)) return value;
  return TYPED[value.typed].from((value as unknown as { data: number[] }).data);
};

export const examples = (): Example[] =>
  readdirSync(FOLDER).map((file) => v.parse(Example, JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8'), unpack)));

/** Restores the database of an example under its own name, as its version left it. */
export async function restore({ version, stores, rows }: Example, name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkAdd(all);
  old.close();
}

/** Tables that are read if an earlier version filled them, and never written. */
const OLD = new Set(['entries', 'controls', 'acts', 'digests']);

async function write(base: Dexie): Promise<void> {
  const file = `${FOLDER}${base.name}-${base.verno}.json`;
  if (existsSync(file)) return console.log(`${file} is there already`);
  const stores = Object.fromEntries(
    base.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(', '),
    ]),
  );
  const rows = Object.fromEntries(
    await Promise.all(base.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
  for (const [name, all] of Object.entries(rows))
    if (all.length === 0 && !OLD.has(name)) throw new Error(`the example has nothing in ${name}`);
  writeFileSync(file, `${JSON.stringify({ database: base.name, version: base.verno, stores, rows }, pack)}\n`);
}

/** The built-in list, a subscribed list with a law and a log, and a held update of it. */
async function fillBase(): Promise<Base> {
  const base = new Base();
  const parsed = (text: string) => v.parse(KnowledgeList, JSON.parse(text));
  await replaceList(base, parsed(list(3, FIRMS, { id: 'tradegloss', title: 'Built-in' })));
  const sources = { text: { url: 'https://www.example.gov/text', publisher: 'Gazette', class: 'official' } };
  const control = {
    id: 'control/hulls',
    by: 'company/keller-optics',
    text: { instrument: 'company/keller-optics' },
    title: 'licence for hulls',
    restrains: 'export',
    way: 'licence',
    covers: [{ entry: 'company/ulla-foundry' }],
    toward: { destinations: ['all'] },
    sources,
  };
  const act = {
    id: 'act/hulls.0',
    does: 'imposes',
    on: [control.id],
    public: '2026-03-01',
    basis: 'notice',
    src: ['text'],
    sources,
  };
  await replaceList(base, parsed(list(7, FIRMS, { controls: [control], acts: [act] })));
  await base.changes.add({
    list: 'harbour-desk',
    at: NOW,
    from: 6,
    to: 7,
    added: 1,
    removed: 0,
    changed: 0,
    lines: [{ entry: 'company/keller-optics', name: 'Keller Optics', en: ['added'], zh_CN: ['新增'] }],
  });
  await base.states.put({
    list: 'harbour-desk',
    state: { ...NEVER_CHECKED, lastChecked: NOW, nextCheck: NOW + 86_400_000 },
  });
  await beginStaging(base, 'harbour-desk');
  return base;
}

/** Terms of two devices, one of them deleted, one in conflict. */
async function fillOwn(): Promise<OwnBase> {
  const [here, there] = [new OwnBase(), new OwnBase('elsewhere')];
  const store = (base: OwnBase, seed: number, now: number) =>
    new OwnStore(base, { now: () => now, random: randomFrom(seed).next });
  const term = (k: number, note: string) => ({ term: { ...BLANK, id: `own/term-${k}`, name: `Term ${k}`, note } });
  await store(here, 1, NOW).putTerms([term(1, 'mine'), term(2, 'mine')]);
  await store(there, 2, NOW + 5000).putTerms([term(1, 'theirs'), term(3, 'theirs')]);
  await new CommonState(here, 'webdav', () => NOW + 9000).absorb(byId(await there.records.toArray()), new Set());
  const agreed = (await here.records.toArray()).map((record) => ({ engine: 'webdav', id: record.id, record }));
  await here.base.bulkPut(agreed);
  return here;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const fill of [fillBase, fillOwn]) await write(await fill());
}
