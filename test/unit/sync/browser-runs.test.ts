/**
 * Protects the promise that two or three browsers with the browser's own sync end with the same
 * terms and lose no edit, whatever arrives late, in another order, twice or never, or is
 * interrupted.
 */
import { describe, expect, it } from 'vitest';
import { BrowserReplica } from '../../../lib/sync/remote-browser.ts';
import { Books, FakeDevice, act, heldBy, lost } from '../../support/own-devices.ts';
import { randomFrom } from '../../support/random.ts';
import { SEED, steps } from '../../support/runs.ts';
import { Cloud } from '../../support/sync-areas.ts';

const STEPS = steps(250);
const YEAR = 365 * 86_400_000;

async function run(seed: number, count: number, length: number) {
  const random = randomFrom(seed);
  let now = Date.UTC(2026, 10, 24);
  const cloud = new Cloud(count, () => now, random);
  // The clocks of the devices differ: one is a year ahead, one a year behind.
  const skew = [0, YEAR, -YEAR];
  const devices = cloud.areas.map((area, i) => {
    // A browser has one clock, for its terms and for its replica.
    const clock = () => now + (skew[i] ?? 0);
    return new FakeDevice((id) => new BrowserReplica(area, id, clock), clock, random.next);
  });
  const online = devices.map(() => true);
  const books = new Books();
  const outcomes = { done: 0, same: 0, asked: 0, failed: 0, killed: 0 };
  const meet = async (i: number, kill: number) => {
    const device = devices[i];
    if (device) outcomes[await device.exchange(random.chance(kill) ? random.below(12) : Infinity)]++;
  };
  for (let step = 0; step < length; step++) {
    now += random.below(20_000);
    const i = random.below(count);
    const what = random.next();
    if (what < 0.5) await act(devices[i] as FakeDevice, books, random);
    else if (what < 0.9) await meet(i, 0.2);
    else if (what < 0.95) online[i] = !online[i];
    else if (what < 0.953) cloud.empty();
    cloud.deliver(online, 0.15);
  }
  for (let round = 0; round < 30; round++) {
    for (let i = 0; i < count; i++) {
      now += 60_000;
      await meet(i, 0);
    }
    if (!cloud.flush() && round > 3) break;
  }
  return { devices, books, outcomes };
}

describe.concurrent('the browser’s own sync', () => {
  it.each([2, 3])('synchronises %i browsers over a long random run without losing an edit', async (count) => {
    const seed = SEED + count;
    console.info(`seed ${seed}, ${STEPS} steps, ${count} browsers`);
    const { devices, books, outcomes } = await run(seed, count, STEPS);
    const [first, ...others] = await Promise.all(devices.map(heldBy));
    for (const other of others) expect(other, `seed ${seed}`).toEqual(first);
    expect(await lost(devices, books), `seed ${seed}`).toEqual([]);
    expect(first?.terms.length, `seed ${seed}`).toBeGreaterThan(10);
    expect(outcomes.killed).toBeGreaterThan(STEPS / 50);
  });

  it('does the same in many short runs', async () => {
    for (let seed = SEED; seed < SEED + steps(10); seed++) {
      const { devices, books } = await run(seed, 2 + (seed % 2), 80);
      const [first, ...others] = await Promise.all(devices.map(heldBy));
      for (const other of others) expect(other, `seed ${seed}`).toEqual(first);
      expect(await lost(devices, books), `seed ${seed}`).toEqual([]);
    }
  });
});
