/**
 * Ends the process that updates a list, a page or the background, at ten seeded moments: the list
 * in use is always one whole version.
 */
import { beforeAll, expect, it } from 'vitest';
import { pause } from '../../lib/tools/browser/wait.ts';
import { alarmAt, setAlarm, setCheckState } from '../support/list-states.ts';
import { serveList, subscribe } from '../support/lists.ts';
import { openOwn, press, says } from '../support/own-terms.ts';
import { randomFrom } from '../support/random.ts';
import { useTestUser } from '../support/test-user.ts';
import { storedEntries } from '../support/stored-list.ts';
import { endBackground } from '../support/toolbar.ts';
import { entry, list } from '../unit/subscriptions/list-documents.ts';

const user = useTestUser();
const PATH = '/lists/killed.json';
const COUNT = 3000;
const SEED = 20261124;
/**
 * The longest time of an update, roughly in milliseconds: kills fall anywhere in it and a little
 * after.
 */
const SPAN = 2500;

/** Each entry contains its version, so that a mixture shows; each version has one more entry. */
const version = (n: number) =>
  list(
    n,
    Array.from({ length: COUNT + n }, (_, k) => entry(`firm-${k}`, { note: `of version ${n}` })),
  );

interface InUse {
  version: number;
  size: number;
  found: number;
  notes: string[];
}

/**
 * The list in use in the database: its version, the number of entries that it should have and has,
 * and the versions that these contain.
 */
const inUse = async (): Promise<InUse> => {
  const stored = await storedEntries(user(), 'harbour-desk');
  if (!stored) throw new Error('the list is not stored');
  const { version, size, entries } = stored;
  const notes = new Set(entries.map(({ note = '' }) => note));
  return { version, size, found: entries.length, notes: [...notes] };
};

/** Makes the list due, and fires the background's alarm. */
async function ring(): Promise<void> {
  await setCheckState(user(), 'harbour-desk', { nextCheck: 0 });
  await setAlarm(user(), Date.now());
}
const asked = () => user().site.requests.filter(({ path }) => path === PATH).length;

const isWhole = (state: InUse, moment: string) =>
  expect(state, `${moment}, seed ${SEED}`).toEqual({
    version: state.version,
    size: COUNT + state.version,
    found: COUNT + state.version,
    notes: [`of version ${state.version}`],
  });

beforeAll(() => subscribe(user(), serveList(user(), PATH, version(1)), { title: 'Harbour desk' }));

it('if its page is closed, the old or the new list is in use, never a mixture, and the next check completes', async () => {
  const random = randomFrom(SEED);
  const seen: number[] = [];
  for (let n = 2; n <= 11; n++) {
    serveList(user(), PATH, version(n));
    const settings = await openOwn(user(), '/options.html#lists');
    await press(settings, 'Check now', '[data-list="harbour-desk"]');
    const after = random.below(SPAN);
    // Wait for the moment of the kill.
    await pause(after);
    await settings.close();
    const state = await inUse();
    isWhole(state, `closed after ${after} ms`);
    expect([n, ...seen, 1]).toContain(state.version);
    seen.push(state.version);
  }
  console.log(`versions in use after ten kills: ${seen.join(' ')}`);
  serveList(user(), PATH, version(12));
  const settings = await openOwn(user(), '/options.html#lists');
  await press(settings, 'Check now', '[data-list="harbour-desk"]');
  await says(settings, 'version 12', 30_000);
  await settings.close();
  isWhole(await inUse(), 'at the end');
}, 400_000);

it('if the background is ended, the same holds, and it resumes the update by itself', async () => {
  const random = randomFrom(SEED + 1);
  const seen: number[] = [];
  for (let n = 21; n <= 30; n++) {
    serveList(user(), PATH, version(n));
    const before = asked();
    await ring();
    await expect.poll(asked).toBeGreaterThan(before);
    const after = random.below(SPAN);
    // Wait for the moment of the kill.
    await pause(after);
    await endBackground(user().launched);
    const state = await inUse();
    isWhole(state, `ended ${after} ms after it asked`);
    expect(await alarmAt(user())).not.toBeNull();
    seen.push(state.version);
  }
  console.log(`versions in use after the background was ended ten times: ${seen.join(' ')}`);
  serveList(user(), PATH, version(31));
  await ring();
  await expect.poll(async () => (await inUse()).version, { timeout: 30_000 }).toBe(31);
  isWhole(await inUse(), 'at the end');
}, 400_000);
