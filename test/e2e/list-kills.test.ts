/**
 * The process that updates a list, a page or the background, is ended at ten seeded moments: the
 * list in use is always one of the versions, whole.
 */
import { beforeAll, expect, it } from 'vitest';
import * as v from 'valibot';
import { inExtension } from '../../lib/tools/browser/extension.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { alarmAt, setAlarm, setCheckState } from '../support/list-states.ts';
import { serveList, subscribe } from '../support/lists.ts';
import { openOwn, press, says } from '../support/own-terms.ts';
import { randomFrom } from '../support/random.ts';
import { useReader } from '../support/reader.ts';
import { endBackground } from '../support/toolbar.ts';
import { entry, list } from '../unit/subscriptions/list-documents.ts';

const reader = useReader();
const PATH = '/lists/killed.json';
const COUNT = 3000;
const SEED = 20261124;
/**
 * Milliseconds that an update takes at most, about: kills fall anywhere in it and a little after.
 */
const SPAN = 2500;

/** Each entry tells its version, so that a mixture shows; one more entry a version. */
const version = (n: number) =>
  list(
    n,
    Array.from({ length: COUNT + n }, (_, k) => entry(`firm-${k}`, { note: `of version ${n}` })),
  );

const InUse = v.object({ version: v.number(), size: v.number(), found: v.number(), notes: v.array(v.string()) });
type InUse = v.InferOutput<typeof InUse>;

/**
 * The list in use as the database has it: its version, how many entries it should have and has, and
 * the versions that those tell.
 */
const inUse = async (): Promise<InUse> => {
  const found = await inExtension(reader().launched, async () => {
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
    const header = await read<{ version: number; size: number; generation: number }>(
      transaction.objectStore('lists').get('harbour-desk'),
    );
    const rows = await read<{ id: string; generation: number; record: { note?: string } | null }[]>(
      transaction
        .objectStore('entries')
        .getAll(IDBKeyRange.bound(['harbour-desk', '', 0], ['harbour-desk', '\uffff', Infinity])),
    );
    base.close();
    const newest = new Map<string, string | undefined>();
    // In the order of their keys: a later row of an id is of a later generation.
    for (const { id, generation, record } of rows)
      if (generation <= header.generation && record) newest.set(id, record.note);
    return { version: header.version, size: header.size, found: newest.size, notes: [...new Set(newest.values())] };
  });
  return v.parse(InUse, found);
};

/** Makes the list due, and the alarm ring that the background checks at. */
async function ring(): Promise<void> {
  await setCheckState(reader(), 'harbour-desk', { nextCheck: 0 });
  await setAlarm(reader(), Date.now());
}
const asked = () => reader().site.requests.filter(({ path }) => path === PATH).length;

const isWhole = (state: InUse, moment: string) =>
  expect(state, `${moment}, seed ${SEED}`).toEqual({
    version: state.version,
    size: COUNT + state.version,
    found: COUNT + state.version,
    notes: [`of version ${state.version}`],
  });

beforeAll(() => subscribe(reader(), serveList(reader(), PATH, version(1)), { title: 'Harbour desk' }));

it('its page is closed: the old list or the new one, never a mixture, and the next check goes through', async () => {
  const random = randomFrom(SEED);
  const seen: number[] = [];
  for (let n = 2; n <= 11; n++) {
    serveList(reader(), PATH, version(n));
    const settings = await openOwn(reader(), '/options.html#lists');
    await press(settings, 'Check now', '[data-list="harbour-desk"]');
    const after = random.below(SPAN);
    await pause(after);
    await settings.close();
    const state = await inUse();
    isWhole(state, `closed after ${after} ms`);
    expect([n, ...seen, 1]).toContain(state.version);
    seen.push(state.version);
  }
  console.log(`versions in use after ten kills: ${seen.join(' ')}`);
  serveList(reader(), PATH, version(12));
  const settings = await openOwn(reader(), '/options.html#lists');
  await press(settings, 'Check now', '[data-list="harbour-desk"]');
  await says(settings, 'version 12', 30_000);
  await settings.close();
  isWhole(await inUse(), 'at the end');
}, 400_000);

it('the background is ended: the same, and it takes the update up again by itself', async () => {
  const random = randomFrom(SEED + 1);
  const seen: number[] = [];
  for (let n = 21; n <= 30; n++) {
    serveList(reader(), PATH, version(n));
    const before = asked();
    await ring();
    await expect.poll(asked).toBeGreaterThan(before);
    const after = random.below(SPAN);
    await pause(after);
    await endBackground(reader().launched);
    const state = await inUse();
    isWhole(state, `ended ${after} ms after it asked`);
    expect(await alarmAt(reader())).not.toBeNull();
    seen.push(state.version);
  }
  console.log(`versions in use after the background was ended ten times: ${seen.join(' ')}`);
  serveList(reader(), PATH, version(31));
  await ring();
  await expect.poll(async () => (await inUse()).version, { timeout: 30_000 }).toBe(31);
  isWhole(await inUse(), 'at the end');
}, 400_000);
