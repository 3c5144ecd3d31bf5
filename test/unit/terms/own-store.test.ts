/**
 * Protects the store of terms: nothing of the user is overwritten unnoticed, and values that a
 * merge replaced can be restored.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommonState } from '../../../lib/sync/merge-base.ts';
import { byId, type OwnRecord } from '../../../lib/terms/record.ts';
import { nextStamp } from '../../../lib/terms/stamp.ts';
import { BLANK, type Term } from '../../../lib/terms/term.ts';
import { Books, FakeDevice } from '../../support/own-devices.ts';
import { randomFrom } from '../../support/random.ts';
import type { OwnStore } from '../../../lib/terms/own-store.ts';

const nowhere = () => ({
  read: () => Promise.reject(new Error('not asked')),
  write: () => Promise.reject(new Error('not asked')),
});
let now: number;
let store: OwnStore;
let common: CommonState;
beforeEach(() => {
  now = Date.UTC(2026, 10, 24);
  ({ store, common } = new FakeDevice(nowhere, () => now, randomFrom(7).next));
});

const term = (name: string, note = ''): Term => ({ ...BLANK, id: `own/${name.toLowerCase()}`, name, note });
const theirs = (id: string, fields: Record<string, string>, ms: number, more: Partial<OwnRecord> = {}): OwnRecord => {
  const at = nextStamp(null, ms, 'other');
  return {
    id,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, at }])),
    ...more,
  };
};

describe('the store of terms', () => {
  it('writes only changed fields, so that an open editor does not undo what arrived in the meantime', async () => {
    const seen = term('Heron', 'old note');
    await store.putTerms([{ term: seen }]);
    await common.absorb(byId([theirs(seen.id, { note: 'from the office' }, now + 5)]), new Set());
    await store.putTerms([{ term: { ...seen, link: 'https://heron.example/' }, before: seen }]);
    expect(await store.term(seen.id)).toMatchObject({ note: 'from the office', link: 'https://heron.example/' });
  });

  it('logs a value that a merge replaced, and restores it on demand with a later stamp', async () => {
    await store.putTerms([{ term: term('Heron', 'mine') }]);
    await common.absorb(byId([theirs('own/heron', { note: 'theirs' }, now + 5_000)]), new Set());
    const [row] = await store.log();
    expect(row).toMatchObject({ field: 'note', value: 'mine', conflict: true, settled: false });
    if (row) await store.restore(row);
    expect(await store.term('own/heron')).toMatchObject({ note: 'mine' });
    await common.absorb(byId([theirs('own/heron', { note: 'theirs' }, now + 5_000)]), new Set());
    expect(await store.term('own/heron')).toMatchObject({ note: 'mine' });
    expect((await store.log()).map(({ value, settled }) => [value, settled])).toEqual(
      expect.arrayContaining([
        ['mine', true],
        ['theirs', false],
      ]),
    );
  });

  it("lets an edit replace its previous value, even if that value's clock was a year ahead", async () => {
    await common.absorb(
      byId([theirs('own/heron', { name: 'Heron', note: 'theirs' }, now + 365 * 86_400_000)]),
      new Set(),
    );
    const seen = await store.term('own/heron');
    if (seen) await store.putTerms([{ term: { ...seen, note: 'mine' }, before: seen }]);
    await common.absorb(
      byId([theirs('own/heron', { name: 'Heron', note: 'theirs' }, now + 365 * 86_400_000)]),
      new Set(),
    );
    expect(await store.term('own/heron')).toMatchObject({ note: 'mine' });
  });

  it('does not report a value again that the user dismissed, even if the replica sends it again', async () => {
    await store.putTerms([{ term: term('Heron', 'mine') }]);
    const earlier = byId([theirs('own/heron', { note: 'theirs' }, now - 5_000)]);
    await common.absorb(earlier, new Set());
    const [row] = await store.log();
    expect(row).toMatchObject({ value: 'theirs', conflict: true, settled: false });
    if (row) await store.settle(row);
    await common.absorb(earlier, new Set());
    expect(await store.log()).toMatchObject([{ value: 'theirs', settled: true }]);
  });

  it('restores a deleted term completely', async () => {
    await store.putTerms([{ term: term('Heron', 'mine') }]);
    await store.removeTerms(['own/heron']);
    expect(await store.terms()).toEqual([]);
    const [row] = await store.log();
    if (row) await store.restore(row);
    expect((await store.terms()).map((one) => one.term)).toEqual([term('Heron', 'mine')]);
  });

  it('asks before a merge deletes many terms, and deletes nothing until the user answers', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `T${i}`);
    await store.putTerms(names.map((name) => ({ term: term(name) })));
    const gone = names
      .slice(0, 8)
      .map((name) => theirs(`own/${name.toLowerCase()}`, {}, 0, { gone: nextStamp(null, now + 9_000_000, 'other') }));
    const asked = await common.absorb(byId(gone), new Set());
    expect(asked.asked).toHaveLength(8);
    expect(await store.terms()).toHaveLength(20);
    // Terms that the user keeps survive the deletion, although the other device's clock is hours
    // ahead.
    await store.keep((asked.asked ?? []).slice(0, 4));
    expect((await common.absorb(byId(gone), new Set(asked.asked))).asked).toBeNull();
    expect(await store.terms()).toHaveLength(16);
    expect((await store.log()).filter(({ field }) => field === '')).toHaveLength(4);
  });

  it("also asks about deletions that arrive one after the other, as items of the browser's sync do, until the user answers", async () => {
    const names = Array.from({ length: 20 }, (_, i) => `T${i}`);
    await store.putTerms(names.map((name) => ({ term: term(name) })));
    const gone = (n: number) => byId([theirs(`own/t${n}`, {}, 0, { gone: nextStamp(null, now + 9_000_000, 'other') })]);
    const asked: number[] = [];
    for (let n = 0; n < 8; n++, now += 1_000) if ((await common.absorb(gone(n), new Set())).asked) asked.push(n);
    expect(asked).toEqual([5, 6, 7]);
    await common.absorb(gone(5), new Set(['own/t5']));
    now += 1_000;
    expect((await common.absorb(gone(6), new Set())).asked).toBeNull();
    now += 3_600_000;
    // An hour later the deletions count anew.
    expect((await common.absorb(gone(7), new Set())).asked).toBeNull();
    expect(await store.terms()).toHaveLength(12);
  });

  it('gives different stamps to windows of one device', async () => {
    const books = new Books();
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => store.putTerms([{ term: term(`W${i}`, books.value('note')) }])),
    );
    const stamps = [...(await store.records()).values()].map((record) => record.fields['name']?.at);
    expect(new Set(stamps).size).toBe(20);
  });
});

describe('a browser without any terms', () => {
  it('can be read in a read-only transaction, as the settings page does', async () => {
    const read = () =>
      store.db.transaction('r', [store.db.records, store.db.log, store.db.meta], () =>
        Promise.all([store.terms(), store.log(), store.records(), store.deviceId(), store.revision()]),
      );
    await expect(read()).resolves.toEqual([[], [], new Map(), null, 0]);
  });
});
