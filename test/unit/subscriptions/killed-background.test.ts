/**
 * Protects lists from kills: the background is killed at each step of every operation on a list,
 * and starts again. The list in use is completely old or new, and the operation repeated gives the
 * usual result.
 */
import { afterAll, expect, it } from 'vitest';
import { acceptHeld, declineHeld } from '../../../lib/subscriptions/accept-held.ts';
import { addList, previewList } from '../../../lib/subscriptions/subscribe.ts';
import { trustKey } from '../../../lib/subscriptions/trust-key.ts';
import { removeOrphanedLists, unsubscribe } from '../../../lib/subscriptions/update-lists.ts';
import { EVERY } from '../../support/runs.ts';
import { FAULTS } from './faults.ts';
import { FIRMS, entry, list } from './list-documents.ts';
import { keyOf, signed } from './signed.ts';
import { HOUR, LIST_URL, World, check, forever, settled } from './world.ts';

const LIST = 'harbour-desk';
const NEW = [...FIRMS.slice(1, 9), 'new-firm', entry('zephyr-alloys', { note: 'renamed hall' })];
const version = async (world: World) => (await world.base.lists.get(LIST))?.version;

let [scenarios, all] = [0, 0];
afterAll(() => console.info(`${all} kills survived`));

interface Scenario {
  begin?: () => Promise<World>;
  work: (world: World) => Promise<unknown>;
  /** The number of entries that may be in use right after the restart, by version. */
  whole: Readonly<Record<number, number>>;
  /** Repeats the operation undisturbed, and checks the result. */
  then: (world: World, moment: string) => Promise<unknown>;
}

/**
 * Kills at the first step, the second and so on, until the work survives. If only every second step
 * is tested, scenarios take odd and even steps in turns.
 */
async function killedAtEachStep({ begin = settled, work, whole, then }: Scenario): Promise<void> {
  for (let n = (scenarios++ % EVERY) + 1; ; n += EVERY) {
    const world = await begin();
    world.steps.done = 0;
    world.steps.killAt = n;
    await work(world).catch(() => undefined);
    const survived = world.steps.done < n;
    world.restart();
    const moment = `killed at step ${n}`;
    const used = (await version(world)) ?? 0;
    expect(await world.inUse(), moment).toHaveLength(whole[used] ?? -1);
    world.timeouts = [];
    await then(world, moment);
    await world.base.delete();
    if (survived) {
      expect(n, 'steps').toBeGreaterThan(2);
      return;
    }
    all++;
  }
}

/** The server works again, and the next check applies the new list. */
async function comesIn(world: World, moment: string): Promise<void> {
  world.serve({ body: list(4, NEW), headers: { etag: '"well"' } });
  await check(world);
  expect([await version(world), await world.inUse()], moment).toEqual([4, expect.arrayContaining(['New Firm'])]);
  expect(await world.inUse(), moment).not.toContain('Lindholm Magnetics');
  expect(await world.base.updates.count(), moment).toBe(0);
}

it.concurrent.each(FAULTS)('a check that fails with %s', (_, __, set) =>
  killedAtEachStep({ work: (world) => (set(world), check(world)), whole: { 3: 10 }, then: comesIn }),
);

it.concurrent('an update', () =>
  killedAtEachStep({
    work: (world) => (world.serve({ body: list(4, NEW), headers: { etag: '"v4"' } }), check(world)),
    whole: { 3: 10, 4: 10 },
    then: comesIn,
  }),
);

it.concurrent('a check that finds nothing new', () =>
  killedAtEachStep({ work: (world) => check(world), whole: { 3: 10 }, then: comesIn }),
);

/** A world where an update waits that lost half of the list. */
async function held(): Promise<World> {
  const world = await settled();
  world.serve({ body: list(4, FIRMS.slice(5)), headers: { etag: '"half"' } });
  await check(world);
  return world;
}

it.concurrent('an update that is held back', () =>
  killedAtEachStep({
    work: (world) => (world.serve({ body: list(4, FIRMS.slice(5)) }), check(world)),
    whole: { 3: 10 },
    then: async (world, moment) => {
      expect((await check(world)).result, moment).toBe('held');
      expect(await acceptHeld(world.ports, LIST), moment).toBe(true);
      expect(await world.inUse(), moment).toHaveLength(5);
    },
  }),
);

it.concurrent('accepting the held update', () =>
  killedAtEachStep({
    begin: held,
    work: (world) => acceptHeld(world.ports, LIST),
    whole: { 3: 10, 4: 5 },
    then: async (world, moment) => {
      if ((await version(world)) === 3) expect(await acceptHeld(world.ports, LIST), moment).toBe(true);
      else expect(['changed', 'unchanged'], moment).toContain((await check(world)).result);
      expect(await world.inUse(), moment).toHaveLength(5);
    },
  }),
);

it.concurrent('declining the held update', () =>
  killedAtEachStep({
    begin: held,
    work: (world) => declineHeld(world.store, LIST),
    whole: { 3: 10 },
    then: async (world, moment) => {
      await declineHeld(world.store, LIST);
      expect(await world.inUse(), moment).toHaveLength(10);
      await comesIn(world, moment);
    },
  }),
);

/** Serves the next version, signed by the other key. */
function servedByOther(world: World, tag: string): void {
  world.serve({ body: signed('list.json'), headers: { etag: tag } });
  world.serve({ body: signed('other-key.minisig'), headers: { 'content-type': 'text/plain' } }, `${LIST_URL}.minisig`);
}

it.concurrent('trusting another key', () =>
  killedAtEachStep({
    begin: async () => {
      const world = await settled({ key: keyOf('publisher.pub') }, list(2, ['lindholm-magnetics']));
      servedByOther(world, '"other"');
      await check(world);
      return world;
    },
    work: (world) => trustKey(world.ports, LIST, keyOf('other.pub'), { signal: forever() }),
    whole: { 2: 1, 3: 1 },
    then: async (world, moment) => {
      // If the copy arrived before the key was pinned, the next copy asks for the key again.
      servedByOther(world, '"other again"');
      if (world.saved.subscriptions[0]?.key === keyOf('publisher.pub')) {
        expect((await check(world)).result, moment).toBe('held');
        expect(await trustKey(world.ports, LIST, keyOf('other.pub'), { signal: forever() }), moment).toBe(true);
      }
      expect(world.saved.subscriptions[0]?.key, moment).toBe(keyOf('other.pub'));
      expect((await check(world)).result, moment).toBe('unchanged');
      expect([await version(world), await world.inUse()], moment).toEqual([3, ['Lindholm Magnetics']]);
    },
  }),
);

it.concurrent('previewing a list and adding it', () =>
  killedAtEachStep({
    begin: async () => {
      const world = new World();
      world.serve({ body: list(3) });
      return world;
    },
    work: async ({ ports }) =>
      addList(ports, await previewList(ports, LIST_URL, { signal: forever() }), { key: null, private: true }),
    whole: { 0: 0, 3: 10 },
    then: async (world, moment) => {
      const { ports, saved, store } = world;
      // The subscription is stored before the list, so the next check brings the list.
      if (saved.subscriptions.length > 0) await check(world);
      else {
        // The store dates a draft by the real clock, not by the world's.
        await removeOrphanedLists(world.base, saved, store, Date.now() + 10 * 24 * HOUR);
        expect(await world.base.packs.count(), moment).toBe(0);
        const preview = await previewList(ports, LIST_URL, { signal: forever() });
        expect(await addList(ports, preview, { key: null, private: true }), moment).toBe(true);
      }
      expect(await world.inUse(), moment).toHaveLength(10);
      expect(world.saved.subscriptions, moment).toEqual([expect.objectContaining({ list: LIST, private: true })]);
    },
  }),
);

it.concurrent('removing a list', () =>
  killedAtEachStep({
    work: (world) => unsubscribe(world.ports, LIST),
    whole: { 0: 0, 3: 10 },
    then: async (world, moment) => {
      if (world.saved.subscriptions.length > 0) await unsubscribe(world.ports, LIST);
      await removeOrphanedLists(world.base, world.saved, world.store, world.now);
      expect(await world.base.packs.count(), moment).toBe(0);
      expect(await world.base.lists.count(), moment).toBe(0);
    },
  }),
);
