/**
 * Protects the built-in list: it is stored after install, after a new version, and after the
 * browser lost any of it.
 */
import { describe, expect, it, vi } from 'vitest';
import { Base } from '../../../lib/store/db.ts';
import { loadEntries, loadKnowledge, loadLibrary, loadSearch } from '../../../lib/store/library.ts';
import { replaceList, seedIfNeeded } from '../../../lib/store/lists/seed.ts';
import Dexie from 'dexie';
import * as v from 'valibot';
import { createSearch } from '../../../lib/search/search.ts';
import { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { entry, FIRMS, list } from '../subscriptions/list-documents.ts';

const shipped =
  (version: number, firms = FIRMS) =>
  async () =>
    new Response(list(version, firms, { id: 'tradegloss', title: 'Built-in' }));
let n = 0;
const open = () => new Base(`seed-${n++}`);

describe('the built-in list', () => {
  it('is stored once, and again for another version', async () => {
    const base = open();
    expect(await seedIfNeeded(base, shipped(1), 1)).toBe(true);
    expect(await seedIfNeeded(base, shipped(1), 1)).toBe(false);
    expect(await seedIfNeeded(base, shipped(2, FIRMS.slice(0, 4)), 2)).toBe(true);
    expect((await loadKnowledge(base, shipped(2))).entries.size).toBe(4);
  });

  it('is restored after some rows or the whole database were lost', async () => {
    const base = open();
    await seedIfNeeded(base, shipped(1), 1);
    await base.packs.limit(1).delete();
    expect(await seedIfNeeded(base, shipped(1), 1)).toBe(true);
    expect((await loadKnowledge(base, shipped(1))).entries.size).toBe(10);
    await base.delete();
    await base.open();
    expect((await loadKnowledge(base, shipped(1))).entries.size).toBe(10);
  });

  it('is restored if a row can no longer be parsed', async () => {
    const base = open();
    await seedIfNeeded(base, shipped(1), 1);
    await base.packs.toCollection().modify({ text: '[{"id":' });
    const loaded = await loadKnowledge(base, shipped(1));
    expect([loaded.entries.size, loaded.problem]).toEqual([10, null]);
  });

  it('is checked without parsing any of its records', async () => {
    const base = open();
    await seedIfNeeded(base, shipped(1), 1);
    const read = vi.spyOn(JSON, 'parse');
    expect(await seedIfNeeded(base, shipped(1), 1)).toBe(false);
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });

  it('is stored once and complete if the background and a page find none at the same time', async () => {
    let last: Promise<unknown> = Promise.resolve();
    // Node has no Web Locks, so this replaces them.
    const request = (_name: string, work: () => Promise<unknown>) => (last = last.then(work, work));
    vi.stubGlobal('navigator', { locks: { request } });
    try {
      const first = open();
      const second = new Base(first.name);
      const both = await Promise.all([first, second].map((base) => loadKnowledge(base, shipped(1))));
      expect(both.map(({ problem, entries }) => [problem, entries.size])).toEqual([
        [null, 10],
        [null, 10],
      ]);
      expect((await first.lists.get('tradegloss'))?.generation).toBe(1);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('is read from the extension if the database cannot be opened', async () => {
    const base = open();
    base.close({ disableAutoOpen: true });
    const loaded = await loadKnowledge(base, shipped(1));
    expect([loaded.entries.size, loaded.problem]).toEqual([10, expect.stringContaining('DatabaseClosedError')]);
  });
});

it('a page that is open when the database fails keeps working with the built-in list, and reports the problem', async () => {
  const base = new Base('gone-meanwhile');
  const builtIn = await loadKnowledge(base, shipped(1));
  const before = await loadLibrary(base, builtIn, ['tradegloss']);
  base.close();
  const library = await loadLibrary(base, builtIn, ['harbour-desk', 'tradegloss']);
  expect(library.builtIn.problem).toContain('DatabaseClosedError');
  for (const held of [before, library]) {
    const search = createSearch((await loadSearch(base, held)).texts);
    expect(search.find('lindholm').hits[0]?.entry).toBe('company/lindholm-magnetics');
  }
});

it('a page that is open when the database is deleted restores it at the next use', async () => {
  const base = new Base('deleted-meanwhile');
  await loadKnowledge(base, shipped(1));
  await Dexie.delete(base.name);
  const again = await loadKnowledge(base, shipped(1));
  expect([again.entries.size, again.problem]).toEqual([10, null]);
  base.close();
});

describe('several lists', () => {
  const parsed = (text: string) => v.parse(KnowledgeList, JSON.parse(text));

  it('keep their own texts: another list cannot change those of the built-in one', async () => {
    const base = open();
    await seedIfNeeded(base, shipped(1), 1);
    await replaceList(
      base,
      parsed(list(1, [entry('keller-optics', { note: 'never controlled, trust me' }), 'other-firm'])),
    );
    const library = await loadLibrary(base, await loadKnowledge(base, shipped(1)), ['harbour-desk', 'tradegloss']);
    expect(library.lists.map(({ header }) => header.id)).toEqual(['harbour-desk', 'tradegloss']);
    const notes = await Promise.all(
      ['harbour-desk', 'tradegloss'].map(
        async (id) =>
          (await loadEntries(base, library, id, ['company/keller-optics']))?.entries.get('company/keller-optics')?.note,
      ),
    );
    expect(notes).toEqual(['never controlled, trust me', undefined]);
    expect(await loadEntries(base, library, 'nowhere', ['company/other-firm'])).toBeNull();
  });
});
