/**
 * Protects reading a list at once: the text beside the rows says what the rows say, is of the
 * generation in use, and is never needed.
 */
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { until } from '../../../lib/tools/browser/wait.ts';
import { Base } from '../../../lib/store/db.ts';
import { removeList } from '../../../lib/store/lists/write-list.ts';
import { loadKnowledge, storedSearch } from '../../../lib/store/library.ts';
import { readList } from '../../../lib/store/lists/read-records.ts';
import { replaceList } from '../../../lib/store/lists/seed.ts';
import { readCopy, readWhole } from '../../../lib/store/lists/snapshot.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { FIRMS, list } from '../subscriptions/list-documents.ts';

const LIST = 'harbour-desk';
const parsed = (version: number, firms = FIRMS) => v.parse(KnowledgeList, JSON.parse(list(version, firms)));
const kept = (base: Base) => until(() => base.copies.count());
let n = 0;
async function filled(): Promise<Base> {
  const base = new Base(`whole-${n++}`);
  await replaceList(base, parsed(1));
  return base;
}

it('is made from the rows at the first reading and says the same', async () => {
  const base = await filled();
  expect(await readCopy(base, LIST)).toBeNull();
  const first = await readWhole(base, LIST);
  await kept(base);
  expect(await readCopy(base, LIST)).toEqual(first);
  expect(first).toEqual(await readList(base, LIST));
});

it('of an older generation is not read, and goes with the next sweep', async () => {
  const base = await filled();
  await readWhole(base, LIST);
  await kept(base);
  await replaceList(base, parsed(2, FIRMS.slice(0, 4)));
  expect(await base.copies.count()).toBe(0);
  expect((await readWhole(base, LIST))?.records.entries).toHaveLength(4);
});

it('does not outlive its list, nor come back under its name', async () => {
  const base = await filled();
  // A row that is still being written then must not stay.
  await readWhole(base, LIST);
  await removeList(base, LIST);
  await replaceList(base, parsed(1, FIRMS.slice(0, 2)));
  expect((await readWhole(base, LIST))?.records.entries).toHaveLength(2);
  await removeList(base, LIST);
  expect([await readWhole(base, LIST), await base.copies.count()]).toEqual([null, 0]);
});

it('that was cut off is passed over for the rows', async () => {
  const base = await filled();
  const generation = (await base.lists.get(LIST))?.generation ?? 0;
  await base.copies.put({ list: LIST, generation, text: '{"entries":[],"controls":[],"acts":[]}' });
  expect((await readWhole(base, LIST))?.records.entries).toHaveLength(FIRMS.length);
});

it('is not waited for by search: names are found before an entry is read', async () => {
  const base = await filled();
  expect(await storedSearch(base, ['tradegloss', LIST])).toBeNull();
  await replaceList(base, v.parse(KnowledgeList, JSON.parse(list(1, FIRMS, { id: 'tradegloss', title: 'Built-in' }))));
  const searched = await storedSearch(base, [LIST, 'gone', 'tradegloss']);
  expect(searched?.titles.get(LIST)).toBe('Harbour desk');
  const found = createSearch(searched?.texts ?? []).find('lindholm magnetics').hits;
  expect(found.map(({ entry }) => entry)).toEqual([
    'harbour-desk:company/lindholm-magnetics',
    'company/lindholm-magnetics',
  ]);
});

it('has its phrases, as they are stored now and as earlier versions stored them', async () => {
  const base = new Base(`whole-${n++}`);
  const phrases = { 'zh-Hans': { 'Ban on export': '出口禁令' } };
  const document = JSON.parse(list(1, FIRMS, { id: 'tradegloss', title: 'Built-in' })) as object;
  await replaceList(base, v.parse(KnowledgeList, { ...document, phrases }));
  const read = async () =>
    (await loadKnowledge(base, () => Promise.reject(new Error('asked for the shipped list')))).knowledge.phrases;
  expect(await read()).toEqual(phrases);
  await base.lists.update('tradegloss', { phrases });
  expect(await read()).toEqual(phrases);
});

it('keeps the day to which its sources were read: cards tell that they know nothing after it', async () => {
  const base = await filled();
  await replaceList(
    base,
    v.parse(KnowledgeList, JSON.parse(list(1, FIRMS, { id: 'tradegloss', title: 'Built-in', knownTo: '2026-10-09' }))),
  );
  const load = () => Promise.reject(new Error('the list is stored'));
  expect((await loadKnowledge(base, load)).knowledge.knownTo).toBe('2026-10-09');
});
