/** The page that updates a list is closed at ten seeded moments: the list in use is always one of the versions, whole. */
import { expect, it } from 'vitest';
import { pause } from '../../lib/publish/drive.ts';
import { inExtension } from '../../lib/publish/extension.ts';
import { serveList, subscribe } from '../support/lists.ts';
import { openOwn, says } from '../support/own-terms.ts';
import { randomFrom } from '../support/random.ts';
import { useReader } from '../support/reader.ts';
import { entry, list } from '../unit/sync/list-documents.ts';

const reader = useReader();
const PATH = '/lists/killed.json';
const COUNT = 3000;
const SEED = 20261124;
/** Milliseconds that an update takes at most, about: kills fall anywhere in it and a little after. */
const SPAN = 2500;

/** Each entry tells its version, so that a mixture shows; one more entry a version. */
const version = (n: number) =>
  list(
    n,
    Array.from({ length: COUNT + n }, (_, k) => entry(`firm-${k}`, { note: `of version ${n}` })),
  );

/** The list in use as the database has it: its version, how many entries it should have and has, and the versions that those tell. */
const inUse = () =>
  inExtension(reader().launched, async () => {
    const open = indexedDB.open('tradegloss');
    const base = await new Promise<IDBDatabase>((resolve, reject) => {
      open.addEventListener('success', () => resolve(open.result));
      open.addEventListener('error', () => reject(open.error ?? new Error('no database')));
    });
    const read = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
      });
    const transaction = base.transaction(['lists', 'entries']);
    const header = await read<{ version: number; size: number; generation: number }>(transaction.objectStore('lists').get('harbour-desk'));
    const rows = await read<{ id: string; generation: number; record: { note?: string } | null }[]>(transaction.objectStore('entries').getAll(IDBKeyRange.bound(['harbour-desk', '', 0], ['harbour-desk', '\uffff', Infinity])));
    base.close();
    const newest = new Map<string, string | undefined>();
    // In the order of their keys: a later row of an id is of a later generation.
    for (const { id, generation, record } of rows) if (generation <= header.generation && record) newest.set(id, record.note);
    return { version: header.version, size: header.size, found: newest.size, notes: [...new Set(newest.values())] };
  });

it('the old list or the new one, never a mixture, and the next check goes through', async () => {
  await subscribe(reader(), serveList(reader(), PATH, version(1)), { title: 'Harbour desk' });
  const random = randomFrom(SEED);
  const seen: number[] = [];
  for (let n = 2; n <= 11; n++) {
    serveList(reader(), PATH, version(n));
    const settings = await openOwn(reader(), '/options.html#lists');
    const check = await settings.waitForSelector('[data-list="harbour-desk"] ::-p-aria([name="Check now"])');
    await check?.click();
    const after = random.below(SPAN);
    await pause(after);
    await settings.close();
    const state = (await inUse()) as { version: number; size: number; found: number; notes: string[] };
    expect(state, `closed after ${after} ms, seed ${SEED}`).toEqual({ version: state.version, size: COUNT + state.version, found: COUNT + state.version, notes: [`of version ${state.version}`] });
    expect([n, ...seen, 1]).toContain(state.version);
    seen.push(state.version);
  }
  console.log(`versions in use after ten kills: ${seen.join(' ')}`);
  serveList(reader(), PATH, version(12));
  const settings = await openOwn(reader(), '/options.html#lists');
  await (await settings.waitForSelector('[data-list="harbour-desk"] ::-p-aria([name="Check now"])'))?.click();
  await says(settings, 'version 12', 30_000);
  expect(await inUse()).toEqual({ version: 12, size: COUNT + 12, found: COUNT + 12, notes: ['of version 12'] });
}, 120_000);
