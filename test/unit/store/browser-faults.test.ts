/**
 * Protects the user's data and the database whenever the browser stops us: the process is killed at
 * each write of install, update, edit and merge; the disk is full; databases are deleted, damaged
 * or of a newer version; the clock was changed.
 */
import Dexie from 'dexie';
import { databaseName } from '../../support/database-name.ts';
import { describe, expect, it } from 'vitest';
import { byId } from '../../../lib/terms/record.ts';
import { CommonState } from '../../../lib/sync/merge-base.ts';
import { OwnStore } from '../../../lib/terms/own-store.ts';
import { BLANK, type Term } from '../../../lib/terms/term.ts';
import { OwnBase } from '../../../lib/terms/terms-db.ts';
import { Base } from '../../../lib/store/db.ts';
import { loadKnowledge } from '../../../lib/store/library.ts';
import { seedIfNeeded } from '../../../lib/store/lists/seed.ts';
import { Faults, withFaults } from '../../support/faulty-base.ts';
import { randomFrom } from '../../support/random.ts';
import { FIRMS, list } from '../subscriptions/list-documents.ts';

const YEAR = 365 * 24 * 3600 * 1000;
const NOW = Date.UTC(2026, 10, 24);
const shipped =
  (version: number, firms = FIRMS) =>
  async () =>
    new Response(list(version, firms, { id: 'tradegloss', title: 'Built-in' }));
const named = () => databaseName('faults');

/**
 * Runs `work` on fresh databases and kills it at its first step, its second and so on, until it
 * survives. Returns the number of kills.
 */
async function killedAtEachStep(
  work: (name: string, faults: Faults | null) => Promise<void>,
  then: (name: string) => Promise<void>,
): Promise<number> {
  for (let step = 1; ; step++) {
    const name = named();
    const faults = new Faults();
    await work(name, null);
    faults.from = step;
    let killed = false;
    await work(name, faults).catch((error: unknown) => {
      if (faults.steps < step) throw error;
      killed = true;
    });
    if (faults.steps < step) return step - 1;
    expect(killed, `step ${step} was a step`).toBe(true);
    await then(name);
  }
}

describe('the built-in list', () => {
  it('is complete after a kill at each write of the first install', async () => {
    const kills = await killedAtEachStep(
      async (name, faults) => {
        if (!faults) return;
        const base = withFaults(new Base(name), faults);
        await seedIfNeeded(base, shipped(1), 1).finally(() => base.close());
      },
      async (name) => {
        const base = new Base(name);
        const loaded = await loadKnowledge(base, shipped(1));
        expect([loaded.entries.size, loaded.problem]).toEqual([10, null]);
        base.close();
      },
    );
    expect(kills).toBeGreaterThanOrEqual(10);
    console.info(`install: ${kills} kills survived`);
  });

  it('is completely the old or the new one after a kill at each write of an update', async () => {
    const kills = await killedAtEachStep(
      async (name, faults) => {
        const base = faults ? withFaults(new Base(name), faults) : new Base(name);
        await seedIfNeeded(base, faults ? shipped(2, FIRMS.slice(0, 7)) : shipped(1), faults ? 2 : 1).finally(() =>
          base.close(),
        );
      },
      async (name) => {
        const base = new Base(name);
        const before = await loadKnowledge(base, shipped(2, FIRMS.slice(0, 7)));
        expect(before.entries.size).toBe(before.version === 1 ? 10 : 7);
        await seedIfNeeded(base, shipped(2, FIRMS.slice(0, 7)), 2);
        expect((await loadKnowledge(base, shipped(2))).entries.size).toBe(7);
        base.close();
      },
    );
    console.info(`update: ${kills} kills survived`);
    expect(kills).toBeGreaterThanOrEqual(10);
  });

  it('is read from the extension if the disk is full, at whichever write', async () => {
    for (let step = 1; step <= 12; step++) {
      const faults = new Faults();
      Object.assign(faults, { from: step, name: 'QuotaExceededError' });
      const base = withFaults(new Base(named()), faults);
      const loaded = await loadKnowledge(base, shipped(1));
      expect(loaded.entries.size, `step ${step}`).toBe(10);
      base.close();
    }
  });

  it('is restored within 2 s after the database was deleted while in use', async () => {
    const base = new Base(named());
    await seedIfNeeded(base, shipped(1), 1);
    await Dexie.delete(base.name);
    const from = performance.now();
    const again = new Base(base.name);
    expect((await loadKnowledge(again, shipped(1))).entries.size).toBe(10);
    expect(performance.now() - from).toBeLessThan(2000);
  });

  it('is read from the extension within 2 s if a page of an older version blocks the database, and the user is told', async () => {
    const name = named();
    const older = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name, 1);
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
    });
    const from = performance.now();
    const base = new Base(name);
    // A second context gets no `blocked` event: its request waits behind that of the first.
    const [first, second] = await Promise.all([base, new Base(name)].map((one) => loadKnowledge(one, shipped(1))));
    expect(performance.now() - from).toBeLessThan(2000);
    expect([first?.entries.size, first?.problem]).toEqual([10, expect.stringContaining('DatabaseClosedError')]);
    expect(second?.problem).toContain('DatabaseClosedError');
    // Any other use of the database fails at once too, so a page does not wait for lists.
    await expect(base.lists.count()).rejects.toThrow();
    older.close();
    const again = new Base(name);
    expect((await loadKnowledge(again, shipped(1))).problem).toBeNull();
    again.close();
  });

  it('is read from the extension if a newer version left a database that this one cannot open', async () => {
    const name = named();
    const newer = new Dexie(name);
    newer.version(7).stores({ lists: 'id', things: '++n' });
    await newer.open();
    newer.close();
    const loaded = await loadKnowledge(new Base(name), shipped(1));
    expect(loaded.entries.size).toBe(10);
  });

  it.each([
    ['a header without its parts', async (base: Base) => base.table('lists').put({ id: 'tradegloss' })],
    [
      'a header of nonsense',
      async (base: Base) => base.table('lists').put({ id: 'tradegloss', generation: 'x', size: {}, topics: 3 }),
    ],
    [
      'rows that are no records',
      async (base: Base) =>
        base.table('entries').bulkPut(
          FIRMS.slice(0, 4).map((firm) => ({
            list: 'tradegloss',
            id: `company/${firm}`,
            generation: 1,
            record: 'rot',
          })),
        ),
    ],
    [
      'rows without a record',
      async (base: Base) =>
        base
          .table('entries')
          .bulkPut(FIRMS.slice(0, 4).map((firm) => ({ list: 'tradegloss', id: `company/${firm}`, generation: 1 }))),
    ],
  ])('is complete although the database had %s', async (_, damage) => {
    const base = new Base(named());
    await seedIfNeeded(base, shipped(1), 1);
    await damage(base);
    const loaded = await loadKnowledge(base, shipped(1));
    expect([...loaded.entries.values()].filter((entry) => Array.isArray(entry.names['en']))).toHaveLength(10);
    base.close();
  });
});

const term = (k: number, more: Partial<Term> = {}): Term => ({
  ...BLANK,
  id: `own/term-${k}`,
  name: `Term ${k}`,
  note: `note ${k}`,
  ...more,
});
const store = (base: OwnBase, now = NOW) => new OwnStore(base, { now: () => now, random: randomFrom(7).next });
const names = async (base: OwnBase) => (await store(base).terms()).map((one) => one.term.name).sort();

describe("the user's terms", () => {
  it('have all or none of an edit after a kill at each write', async () => {
    const kills = await killedAtEachStep(
      async (name, faults) => {
        const base = faults ? withFaults(new OwnBase(name), faults) : new OwnBase(name);
        await (
          faults
            ? store(base).putTerms([term(2), term(3), term(1, { name: 'Term 1 anew' })].map((one) => ({ term: one })))
            : store(base).putTerms([{ term: term(1) }])
        ).finally(() => base.close());
      },
      async (name) => {
        const base = new OwnBase(name);
        expect([['Term 1'], ['Term 1 anew', 'Term 2', 'Term 3']]).toContainEqual(await names(base));
        await store(base).putTerms([{ term: term(9) }]);
        expect(await names(base)).toContain('Term 9');
        base.close();
      },
    );
    console.info(`edit: ${kills} kills survived`);
    expect(kills).toBeGreaterThanOrEqual(6);
  });

  it('have all or none of a merge after a kill at each write, and the merge can be repeated', async () => {
    const other = new OwnBase(named());
    await store(other, NOW + 5000).putTerms([1, 4, 5].map((k) => ({ term: term(k, { note: `theirs ${k}` }) })));
    const theirs = byId(await other.records.toArray());
    const kills = await killedAtEachStep(
      async (name, faults) => {
        const base = faults ? withFaults(new OwnBase(name), faults) : new OwnBase(name);
        await (
          faults
            ? new CommonState(base, 'webdav', () => NOW).absorb(theirs, new Set())
            : store(base).putTerms([{ term: term(1) }, { term: term(2) }])
        ).finally(() => base.close());
      },
      async (name) => {
        const base = new OwnBase(name);
        expect([
          ['Term 1', 'Term 2'],
          ['Term 1', 'Term 2', 'Term 4', 'Term 5'],
        ]).toContainEqual(await names(base));
        await new CommonState(base, 'webdav', () => NOW).absorb(theirs, new Set());
        expect(await names(base)).toEqual(['Term 1', 'Term 2', 'Term 4', 'Term 5']);
        expect((await store(base).term('own/term-1'))?.note).toBe('theirs 1');
        expect((await store(base).log()).map(({ value }) => value)).toContain('note 1');
        base.close();
      },
    );
    console.info(`merge: ${kills} kills survived`);
    expect(kills).toBeGreaterThanOrEqual(4);
  });

  it('stay unchanged if the disk is full, and the caller gets the error', async () => {
    const name = named();
    const before = new OwnBase(name);
    await store(before).putTerms([{ term: term(1) }]);
    before.close();
    const faults = new Faults();
    Object.assign(faults, { from: 1, name: 'QuotaExceededError' });
    const full = withFaults(new OwnBase(name), faults);
    await expect(store(full).putTerms([{ term: term(2) }])).rejects.toThrow();
    expect(await names(full)).toEqual(['Term 1']);
  });

  it('can be read after a newer version of the extension upgraded their database', async () => {
    const name = named();
    const now = new OwnBase(name);
    await store(now).putTerms([{ term: term(1) }]);
    now.close();
    const newer = new Dexie(name);
    newer
      .version(5)
      .stores({ records: 'id, kind', base: '[engine+id]', log: '[id+field+at], when', meta: 'key', extra: '++n' });
    await newer.open();
    newer.close();
    const back = new OwnBase(name);
    expect(await names(back)).toEqual(['Term 1']);
    await store(back).putTerms([{ term: term(2) }]);
    expect(await names(back)).toEqual(['Term 1', 'Term 2']);
  });

  it.each([-YEAR, YEAR])(
    'an edit after the clock was changed by %i ms wins over the value before it, and so does one after the correction',
    async (by) => {
      const base = new OwnBase(named());
      await store(base).putTerms([{ term: term(1) }]);
      for (const [now, note] of [
        [NOW + by, 'in the wrong year'],
        [NOW + 1000, 'in the right one again'],
      ] as const) {
        const before = (await store(base, now).term('own/term-1')) ?? term(1);
        await store(base, now).putTerms([{ term: { ...before, note }, before }]);
        expect((await store(base).term('own/term-1'))?.note).toBe(note);
      }
    },
  );
});
