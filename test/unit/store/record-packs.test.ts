/**
 * Protects the storage of records in packs: a lookup reads one pack however large the list is, an
 * update writes only changed records, and leftovers do not accumulate.
 */
import { beforeEach, expect, it, vi } from 'vitest';
import { Base } from '../../../lib/store/db.ts';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import { readEntries, readList } from '../../../lib/store/lists/read-records.ts';
import { IndexBuilder, placeOf } from '../../../lib/store/lists/record-index.ts';
import { stageStore } from '../../../lib/store/lists/stage-store.ts';
import { Stager } from '../../../lib/store/lists/stager.ts';
import { deleteUnusedRows, switchTo } from '../../../lib/store/lists/write-list.ts';
import { randomFrom } from '../../support/random.ts';

const LIST = 'many-firms';
const HEADER = {
  ...{ id: LIST, title: 'Firms', publisher: 'Desk', licence: 'CC0', version: 1, updated: '2026-11-20', expires: 24 },
  topics: [],
  countries: [],
};
const firm = (k: number, note = ''): Entry => ({
  id: `company/firm-${k}`,
  kind: 'company',
  name: `Firm ${k}`,
  names: { en: [`Firm ${k}`] },
  what: { text: `Firm ${k} makes parts.`, src: ['s'] },
  note: note || 'as it was',
  sources: { s: { url: 'https://firms.example/', publisher: 'Firms', class: 'other' } },
});

let base: Base;
beforeEach(() => {
  base = new Base(`packs-${Math.random()}`);
  return () => base.close();
});

async function put(entries: readonly Entry[]): Promise<{ added: number; changed: number; removed: number }> {
  const stager = await Stager.begin(stageStore(base), LIST);
  for (let k = 0; k < entries.length; k += 100)
    await stager.add({ entries: entries.slice(k, k + 100), controls: [], acts: [] });
  const { added, changed, removed } = await stager.finish(HEADER);
  expect(await switchTo(base, LIST, null)).toBe(true);
  await deleteUnusedRows(base, LIST);
  return { added: added.count, changed: changed.count, removed: removed.count };
}

const firms = (count: number) => Array.from({ length: count }, (_, k) => firm(k));
const records = async () =>
  new Map((await readList(base, LIST))?.records.entries.map((entry) => [entry.id, entry.note]));

it('finds a record by its id in one pack of many', async () => {
  await put(firms(3000));
  const packs = await base.packs.count();
  expect(packs).toBeGreaterThan(20);
  const bulkGet = vi.spyOn(base.packs, 'bulkGet');
  expect(await readEntries(base, LIST, ['company/firm-1234', 'company/nobody'])).toEqual([firm(1234)]);
  expect(bulkGet.mock.calls.map(([keys]) => keys.length)).toEqual([1]);
});

it('writes changed records, and reads the others from their old packs', async () => {
  await put(firms(1000));
  const before = await base.packs.count();
  const next = firms(1000).map((entry, k) => (k % 300 === 7 ? firm(k, 'moved') : entry));
  expect(await put([...next.slice(1), firm(5000)])).toEqual({ added: 1, changed: 4, removed: 1 });
  // The records of a last pack that is not full move to the new one.
  expect([before, before + 1]).toContain(await base.packs.count());
  const found = await records();
  expect([found.size, found.get('company/firm-7'), found.get('company/firm-8')]).toEqual([1000, 'moved', 'as it was']);
  expect([found.has('company/firm-0'), found.has('company/firm-5000')]).toEqual([false, true]);
});

it('keeps all records over many updates, in at most twice the packs that they need', async () => {
  const random = randomFrom(35);
  let entries = firms(500);
  await put(entries);
  const needed = await base.packs.count();
  for (let round = 0; round < 12; round++) {
    entries = entries.map((entry, k) => (random.chance(0.15) ? firm(k, `of round ${round}`) : entry));
    await put(entries);
    expect(await records(), `round ${round}`).toEqual(new Map(entries.map(({ id, note }) => [id, note])));
  }
  expect(await base.packs.count()).toBeLessThanOrEqual(needed * 2 + 1);
});

it('a damaged pack only hides its own records', async () => {
  await put(firms(300));
  const [first] = await base.packs.toArray();
  const inIt = JSON.parse(first?.text ?? '[]') as Entry[];
  await base.packs.put({ list: LIST, n: first?.n ?? 0, text: '[{"id":' });
  expect((await records()).size).toBe(300 - inIt.length);
  expect(inIt.length).toBeGreaterThan(10);
});

it('the next update removes what an aborted one left', async () => {
  await put(firms(200));
  const packs = await base.packs.count();
  const ended = await Stager.begin(stageStore(base), LIST);
  await ended.add({
    entries: firms(900).map(({ id }, k) => ({ ...firm(k, 'never in use'), id })),
    controls: [],
    acts: [],
  });
  await ended.atRest();
  expect((await readEntries(base, LIST, ['company/firm-3']))[0]?.note).toBe('as it was');
  expect(await put([...firms(200), firm(9999)])).toEqual({ added: 1, changed: 0, removed: 0 });
  expect([packs, packs + 1]).toContain(await base.packs.count());
});

it('an index finds every record that was added to it, and no other', () => {
  const random = randomFrom(8);
  const builder = new IndexBuilder();
  const ids = Array.from({ length: 2000 }, () => 2 * Math.floor(random.next() * 2 ** 51));
  ids.forEach((id, k) => builder.add(id, k, id % 1000));
  const index = builder.finish();
  ids.forEach((id, k) => {
    const place = placeOf(index, id);
    expect([index.packs[place], index.digests[place]]).toEqual([k, id % 1000]);
  });
  expect(ids.map((id) => placeOf(index, id + 1)).filter((place) => place >= 0)).toEqual([]);
});
