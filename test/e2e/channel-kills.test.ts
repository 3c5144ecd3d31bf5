/**
 * Ends the background at each step in which it stores a version of the channel: the built-in list
 * in use is always one whole version, and the next check completes the update.
 */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import * as v from 'valibot';
import { inExtension } from '../../lib/tools/browser/extension.ts';
import { KnowledgeList } from '../../lib/knowledge/model/schema.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { ChannelBuild, pathOf, tickChoice, upload } from '../support/channel-build.ts';
import { alarmAt, setAlarm, setCheckState } from '../support/list-states.ts';
import { openOwn } from '../support/own-terms.ts';
import { Publisher } from '../support/publisher.ts';
import { storedEntries } from '../support/stored-list.ts';
import { PageSurface } from '../support/surface.ts';
import { useTestUser } from '../support/test-user.ts';
import { endBackground } from '../support/toolbar.ts';
import { parsedList } from '../unit/subscriptions/list-documents.ts';

const BASE = 'tradegloss';
const FIRMS = 12_000;
const MINERALS = builtInList().entries.filter(({ kind }) => kind === 'mineral');
const first = builtInList().version;

/**
 * Half of the firms state the version, so that an update writes them, and a mixture shows. Parsed,
 * since only then are the fields of records in the order in which an update leaves them.
 */
const version = (n: number): KnowledgeList =>
  v.parse(KnowledgeList, {
    ...builtInList(),
    version: n,
    entries: [
      ...MINERALS,
      ...parsedList(1, FIRMS + n - first).entries.map((firm, k) => ({
        ...firm,
        note: k % 2 === 0 ? `of version ${n}` : 'of all versions',
      })),
    ],
    controls: [],
    acts: [],
  });

const build = new ChannelBuild(inject('browser'), version(first));
afterAll(() => build.delete());
const user = useTestUser({ extension: build.folder });
const publisher = new Publisher();

/** The numbers of rows of an update that is not in use yet. */
const Staged = v.object({
  /** 1 while the update is being staged or waits. */
  begun: v.number(),
  packs: v.number(),
  indexes: v.number(),
  searches: v.number(),
  /** 1 if all of it is there. */
  complete: v.number(),
});
type Staged = v.InferOutput<typeof Staged>;

/** The steps of storing an update, and the rows that show that a step was reached. */
const STEPS: Readonly<Record<string, Partial<Staged>>> = {
  'the update begins': { begun: 1 },
  'the first records are stored': { packs: 1 },
  'most records are stored': { packs: 40 },
  'the index is stored': { indexes: 1 },
  'the search text is stored': { searches: 1 },
  'the update is complete': { complete: 1 },
};

/**
 * Waits until an update that began after this call has staged so many rows, or the next version is
 * in use, and returns the staged rows. Without `wanted` it returns them at once.
 */
const staged = async (wanted: Partial<Staged> | null = null): Promise<Staged> =>
  v.parse(
    Staged,
    await inExtension(
      user().launched,
      async (list, least, limit) => {
        const open = indexedDB.open('tradegloss');
        await new Promise((resolve) => open.addEventListener('success', resolve));
        const read = async () => {
          const reading = open.result.transaction(['lists', 'updates', 'packs', 'indexes', 'searches']);
          const ended = new Promise((resolve) => reading.addEventListener('complete', resolve));
          const header = reading.objectStore('lists').get(list);
          await new Promise((resolve) => header.addEventListener('success', resolve));
          const { generation = 0, nextPack = 0 } = header.result as Record<string, number>;
          const above = (store: string, key: number) =>
            reading.objectStore(store).count(IDBKeyRange.bound([list, key], [list, []]));
          const update = reading.objectStore('updates').get(list);
          const packs = above('packs', nextPack);
          const indexes = above('indexes', generation + 1);
          const searches = above('searches', generation + 1);
          await ended;
          const row = update.result as { header: object | null; at: number } | undefined;
          return {
            generation,
            at: row?.at ?? 0,
            rows: {
              begun: Number(row !== undefined),
              packs: packs.result,
              indexes: indexes.result,
              searches: searches.result,
              complete: Number(row?.header != null),
            },
          };
        };
        const first = await read();
        let now = first;
        // An update that was cut short has left its rows until the next one begins.
        const isThere = ({ rows, generation, at }: typeof now) =>
          !least ||
          generation > first.generation ||
          (at > first.at && Object.entries(least).every(([part, count]) => rows[part as keyof typeof rows] >= count));
        for (const until = Date.now() + limit; !isThere(now) && Date.now() < until;) now = await read();
        open.result.close();
        return now.rows;
      },
      BASE,
      wanted,
      60_000,
    ),
  );

/** The list in use, with the versions that its firms state. */
async function inUse() {
  const stored = await storedEntries(user(), BASE);
  if (!stored) throw new Error('the list is not stored');
  const notes = new Set(stored.entries.flatMap(({ note }) => (note?.startsWith('of version') ? [note] : [])));
  return { version: stored.version, size: stored.size, found: stored.entries.length, notes: [...notes] };
}

async function expectWhole(moment: string): Promise<number> {
  const state = await inUse();
  const size = version(state.version).entries.length;
  expect(state, moment).toEqual({
    version: state.version,
    size,
    found: size,
    notes: [`of version ${state.version}`],
  });
  return state.version;
}

let published = first;

/** Publishes the next version, with or without an update to it, and has the background check. */
async function publishNext(isWhole: boolean): Promise<number> {
  publisher.publish(version(++published));
  if (isWhole)
    for (const path of publisher.files.keys()) if (path.startsWith('updates/')) publisher.files.set(path, 'no update');
  upload(user(), publisher);
  await setCheckState(user(), BASE, { nextCheck: 0 });
  await setAlarm(user(), Date.now());
  return published;
}

beforeAll(async () => {
  build.name({ url: user().url('/channel/'), rootKey: publisher.root.line });
  publisher.publish(version(first));
  upload(user(), publisher);
  const settings = new PageSurface(await openOwn(user(), '/options.html#lists'));
  await tickChoice(settings);
  await settings.says('next check about', 60_000);
  await settings.close();
  await expectWhole('at first');
}, 120_000);

it.each([false, true])(
  'if the background is ended while it stores a version, the old or the new list is in use, never a mixture (whole list: %s)',
  async (isWhole) => {
    let now = (await inUse()).version;
    const left: Staged[] = [];
    for (const [step, rows] of Object.entries(STEPS)) {
      const reached = staged(rows);
      const next = await publishNext(isWhole);
      await reached;
      await endBackground(user().launched);
      left.push(await staged());
      const after = await expectWhole(`ended when ${step}`);
      expect([now, next], step).toContain(after);
      expect(await alarmAt(user()), step).not.toBeNull();
      now = after;
    }
    // Some of the kills fell between the records.
    expect(left.filter(({ packs, complete }) => packs > 0 && complete === 0).length).toBeGreaterThan(1);
    const last = await publishNext(isWhole);
    await expect.poll(async () => (await inUse()).version, { timeout: 60_000 }).toBe(last);
    await expectWhole('at the end');
    // An update that is whole needs no whole list, so both ways were taken.
    const { requests } = user().site;
    expect(requests.some(({ path }) => path === pathOf('list.json'))).toBe(isWhole);
    await expect
      .poll(() => staged(), { timeout: 30_000 })
      .toEqual({ begun: 0, packs: 0, indexes: 0, searches: 0, complete: 0 });
  },
  400_000,
);
