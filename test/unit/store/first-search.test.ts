/**
 * Protects the first search of a page: it finds what the database contains, and changes nothing if
 * it cannot tell.
 */
import { afterEach, expect, it } from 'vitest';
import * as v from 'valibot';
import { BUILT_IN } from '../../../lib/knowledge/model/ids.ts';
import { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { Base } from '../../../lib/store/db.ts';
import { hasOwn, readSearch as read } from '../../../lib/store/derived/read-search-without-dexie.ts';
import { storedSearch } from '../../../lib/store/library.ts';
import { replaceList } from '../../../lib/store/lists/seed.ts';
import { OwnStore } from '../../../lib/terms/own-store.ts';
import { BLANK } from '../../../lib/terms/term.ts';
import { OwnBase } from '../../../lib/terms/terms-db.ts';
import { list } from '../subscriptions/list-documents.ts';

const LIST = 'harbour-desk';
const parsed = (id: string) => v.parse(KnowledgeList, { ...(JSON.parse(list(1)) as object), id });
const readSearch = (order: readonly string[]) => read(Promise.resolve(order));
const OURS = new Set(['tradegloss', 'tradegloss-own']);
/** Other tests leave databases of their own. */
const names = async () => (await indexedDB.databases()).flatMap(({ name = '' }) => (OURS.has(name) ? name : []));
let base = new Base();
let own = new OwnBase();

afterEach(async () => {
  await Promise.all([base.delete(), own.delete()]);
  base = new Base();
  own = new OwnBase();
});

async function filled(...ids: string[]): Promise<void> {
  for (const id of ids) await replaceList(base, parsed(id));
}

it("reads the same search data as the full base, in the user's order of lists", async () => {
  await filled(LIST, BUILT_IN);
  for (const order of [[BUILT_IN, LIST], [LIST, 'gone', BUILT_IN], [BUILT_IN]])
    expect(await readSearch(order)).toEqual(await storedSearch(base, order));
});

it('returns null if the built-in list or a text is missing, or if another version wrote it', async () => {
  await filled(LIST);
  expect(await readSearch([BUILT_IN, LIST])).toBeNull();
  await filled(BUILT_IN);
  const [row] = await base.searches.toArray();
  if (!row) throw new Error('nothing is searched by');
  await base.searches.put({ ...row, text: { format: 1 } });
  expect(await readSearch([BUILT_IN, LIST])).toBeNull();
  await base.searches.clear();
  expect(await readSearch([BUILT_IN])).toBeNull();
});

it('creates no database, and does not block one that is deleted', async () => {
  expect([await readSearch([BUILT_IN]), await hasOwn()]).toEqual([null, false]);
  expect(await names()).toEqual([]);
  await filled(BUILT_IN);
  const found = readSearch([BUILT_IN]);
  await base.delete();
  expect([(await found)?.texts.length ?? 0, await names()]).toEqual([1, []]);
});

it('tells whether the user has own terms', async () => {
  const store = new OwnStore(own, { now: () => 1, random: () => 0.5 });
  expect(await store.terms()).toEqual([]);
  expect(await hasOwn()).toBe(false);
  await store.putTerms([{ term: { ...BLANK, id: 'own/heron', name: 'Heron' } }]);
  expect(await hasOwn()).toBe(true);
});
