/**
 * Protects against updates that empty a list, at once or step by step, or whose version number no
 * later one could follow: they wait for the user.
 */
import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { acceptHeld } from '../../../lib/subscriptions/accept-held.ts';
import { heldWords } from '../../../lib/subscriptions/list-words.ts';
import { isVersionJump } from '../../../lib/subscriptions/trust.ts';
import { control } from '../knowledge/story.ts';
import { list } from './list-documents.ts';
import { HOUR, World, check } from './world.ts';

const DAY = 24 * HOUR;
const firms = (count: number) => Array.from({ length: count }, (_, k) => `firm-${k}`);
const law = (count: number) => ({
  controls: Array.from({ length: count }, (_, k) => control(`c${k}`, { covers: [{ entry: 'company/firm-0' }] })),
  acts: Array.from({ length: count }, (_, k) => ({
    id: `act/a${k}`,
    does: 'imposes',
    on: [`control/c${k}`],
    public: '2024-01-01',
    basis: 'notice',
    src: ['text'],
    sources: { text: { url: 'https://gazette.example/', publisher: 'Gazette', class: 'official' } },
  })),
});

async function holding(body: string): Promise<World> {
  const world = new World();
  world.subscribed();
  world.serve({ body });
  expect((await check(world)).result).toBe('changed');
  return world;
}
const words = async (world: World) =>
  heldWords((await world.state()).held!, (await world.base.lists.get('harbour-desk'))!, {
    t: createMessages('en'),
    lang: 'en',
  });

describe('the controls and acts of a list', () => {
  it('are not all removed without the user while its entries stay', async () => {
    const world = await holding(list(1, firms(10), law(50)));
    world.serve({ body: list(2, firms(10)) });
    expect(await check(world)).toMatchObject({ result: 'held', held: { reasons: ['law_shrunk'] } });
    expect(await words(world)).toEqual([
      '100 of 100 measures and acts would vanish, and with them the status of entries.',
    ]);
    expect((await world.base.lists.get('harbour-desk'))?.controls).toBe(50);
  });

  it('may lose a fifth, but not more than a fifth of the acts alone', async () => {
    const world = await holding(list(1, firms(10), law(50)));
    const less = (acts: number) => ({ ...law(50), acts: law(50).acts.slice(0, acts) });
    world.serve({ body: list(2, firms(10), less(40)) });
    expect((await check(world)).result).toBe('changed');
    world.serve({ body: list(3, firms(10), less(31)) });
    expect(await check(world)).toMatchObject({ result: 'held', held: { reasons: ['law_shrunk'] } });
  });
});

describe('a list that repeatedly loses a fifth', () => {
  it('is held back at the second fifth, measured by its size within 30 days', async () => {
    const world = await holding(list(1, firms(100)));
    world.now += DAY;
    world.serve({ body: list(2, firms(80)) });
    expect((await check(world)).result).toBe('changed');
    world.now += 20 * DAY;
    world.serve({ body: list(3, firms(64)) });
    expect(await check(world)).toMatchObject({
      result: 'held',
      held: { reasons: ['drained'], largest: 100, size: 64 },
    });
    expect(await words(world)).toEqual([
      'It has shrunk step by step: 64 entries now, 100 at most within the last 30 days.',
    ]);
  });

  it('is measured by the smaller version once the user accepted it', async () => {
    const world = await holding(list(1, firms(100)));
    world.serve({ body: list(2, firms(60)) });
    expect((await check(world)).result).toBe('held');
    expect(await acceptHeld(world.ports, 'harbour-desk')).toBe(true);
    world.serve({ body: list(3, firms(55)) });
    expect((await check(world)).result).toBe('changed');
  });

  it('may shrink slowly over months', async () => {
    const world = await holding(list(1, firms(100)));
    for (const [k, size] of [85, 72, 62].entries()) {
      world.now += 31 * DAY;
      world.serve({ body: list(2 + k, firms(size)) });
      expect([size, (await check(world)).result]).toEqual([size, 'changed']);
    }
  });

  it('stores at most one size a day, for 30 days', async () => {
    const world = await holding(list(1, firms(20)));
    for (let k = 0; k < 80; k++) {
      world.now += DAY / 2;
      world.serve({ body: list(2 + k, firms(20 + (k % 2))) });
      await check(world);
    }
    expect((await world.state()).past.length).toBeLessThanOrEqual(31);
  });
});

describe('a version number', () => {
  const clock = Date.UTC(2026, 10, 24);
  it.each([
    [3, 4, false],
    [3, 10_003, false],
    [3, 10_004, true],
    [3, 9_007_199_254_740_991, true],
    [3, 20261124, false],
    [20261123, 20261125, false],
    [20261123, 20261224, true],
    [20261123, 20991231, true],
    [2026112301, 2026112401, false],
    [202611231200, 202611241200, false],
    [202611231200, 202712241200, true],
    [1_763_900_000, 1_763_990_000, false],
    [1_763_900_000_000, 1_763_990_000_000, false],
    [1_763_900_000_000, 1_963_990_000_000, true],
  ])('from %i to %i, jumps: %s', (before, version, jumps) => expect(isVersionJump(before, version, clock)).toBe(jumps));

  it('is held back if it jumps too far, and a later honest one is applied', async () => {
    const world = await holding(list(3, firms(10)));
    world.serve({ body: list(Number.MAX_SAFE_INTEGER, firms(11)) });
    expect(await check(world)).toMatchObject({ result: 'held', held: { reasons: ['version_jump'] } });
    world.serve({ body: list(4, firms(12)) });
    expect((await check(world)).result).toBe('changed');
    expect((await world.base.lists.get('harbour-desk'))?.version).toBe(4);
  });
});
