/**
 * Protects the names that pages get of the built-in list: those of the extension while they are
 * current, otherwise those of the newer list. Nothing waits for them to be compiled.
 */
import { expect, it } from 'vitest';
import { digestText } from '../../../lib/core/digest.ts';
import type { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { decodeNames, encodeNames } from '../../../lib/match/names/serialize.ts';
import { Base } from '../../../lib/store/db.ts';
import { readList } from '../../../lib/store/lists/read-records.ts';
import { replaceList } from '../../../lib/store/lists/seed.ts';
import { BuiltInNames } from '../../../lib/subscriptions/built-in-names.ts';
import { ListsInUse } from '../../../lib/subscriptions/lists-in-use.ts';
import { PageNames } from '../../../lib/subscriptions/page-names.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import { parsedList } from './list-documents.ts';

const digestOfNames = (list: KnowledgeList) => digestText(encodeNames(compileNames(list)));
let bases = 0;

async function holding(list: KnowledgeList, packaged: KnowledgeList) {
  const base = new Base(`built-in-names-${bases++}`);
  await replaceList(base, list);
  let compiled = 0;
  const names = (of = packaged) => {
    const made = new BuiltInNames(base, { version: of.version, digest: digestOfNames(of) }, () => compiled++);
    const page = new PageNames(
      new ListsInUse(base, async () => ({ subscriptions: [], order: [] })),
      async () => null,
      () => made.read(),
    );
    return { made, ask: (state: string | null = null) => page.for({ state, found: null, keys: [] }) };
  };
  return { base, names, compiled: () => compiled };
}

it('sends no names if the list in use came with the extension', async () => {
  const { names } = await holding(parsedList(2, 5), parsedList(2, 5));
  expect(await names().ask()).toEqual({});
});

it('sends the names of a newer list that differ, once they are compiled', async () => {
  const { names, compiled, base } = await holding(parsedList(3, 6), parsedList(2, 5));
  const { ask } = names();
  const first = await ask();
  expect(first.lists?.builtIn).toBeUndefined();
  await expect.poll(compiled).toBe(1);
  const { lists } = await ask(first.lists?.state ?? null);
  expect(decodeNames(lists?.builtIn?.names ?? '').entryIds).toHaveLength(6);
  expect(await ask(lists?.state ?? null)).toEqual({});
  // After a restart the background reads the stored names.
  expect((await names().ask()).lists?.builtIn?.names).toBe(lists?.builtIn?.names);
  expect([compiled(), await base.names.count()]).toEqual([1, 1]);
});

it('replaces the names when the next version arrives', async () => {
  const { names, compiled, base } = await holding(parsedList(3, 6), parsedList(2, 5));
  const { made, ask } = names();
  await ask();
  await expect.poll(compiled).toBe(1);
  await replaceList(base, parsedList(4, 7));
  made.forget();
  await ask();
  await expect.poll(compiled).toBe(2);
  expect(decodeNames((await ask()).lists?.builtIn?.names ?? '').entryIds).toHaveLength(7);
});

it('sends no names of a newer list if all of its names are the same', async () => {
  const { names, compiled } = await holding(parsedList(3, 5), parsedList(2, 5));
  const { ask } = names();
  await ask();
  await expect.poll(compiled).toBe(1);
  expect((await ask()).lists).toMatchObject({ names: [], filters: [] });
  expect((await ask()).lists?.builtIn).toBeUndefined();
});

it('a list read from the database has the same names as in the build', async () => {
  const list = builtInList();
  const { base } = await holding(list, parsedList(1, 1));
  const found = await readList(base, list.id);
  // Compiling both would take seconds, so the test compares their input.
  for (const part of ['entries', 'controls', 'acts'] as const)
    expect(JSON.stringify(found?.records[part])).toBe(JSON.stringify(list[part]));
  for (const part of ['topics', 'countries'] as const)
    expect(JSON.stringify(found?.header[part])).toBe(JSON.stringify(list[part]));
}, 60_000);
