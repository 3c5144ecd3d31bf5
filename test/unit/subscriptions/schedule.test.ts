/**
 * Protects users and hosts: updates are checked when they are due, whatever the clock did, and no
 * host is asked endlessly.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailure, afterSuccess, isAlarmWrong, isDue, wakeAt } from '../../../lib/subscriptions/schedule.ts';
import { nextWake, updateLists } from '../../../lib/subscriptions/update-lists.ts';
import { randomFrom } from '../../support/random.ts';
import { runs, SEED } from '../../support/runs.ts';
import { FIRMS, list } from './list-documents.ts';
import { forever, LIST_URL, settled } from './world.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 24);
const hours = (then: number) => (then - NOW) / HOUR;

describe('the next check of a list', () => {
  it('is spread over a tenth of the interval to each side', () => {
    expect([0, 0.5, 1].map((random) => hours(afterSuccess(NOW, 24, random)))).toEqual([21.6, 24, 26.4]);
  });

  it('is delayed twice as long after each failure, up to a day', () => {
    expect([1, 2, 3, 6, 20].map((failures) => hours(afterFailure(NOW, failures, null, 0.5)))).toEqual([
      0.25, 0.5, 1, 8, 24,
    ]);
  });

  it('is not earlier than the server allows, and not later than in a week', () => {
    expect(hours(afterFailure(NOW, 1, 5 * HOUR, 0.5))).toBe(5);
    expect(hours(afterFailure(NOW, 1, 10_000 * HOUR, 0.5))).toBe(7 * 24);
  });

  it('is due at once if the clock was set back by a year', () => {
    const yearAgo = NOW - 366 * 24 * HOUR;
    expect(isDue({ nextCheck: NOW + 24 * HOUR, lastChecked: NOW }, yearAgo)).toBe(true);
    expect(isDue({ nextCheck: NOW + 24 * HOUR, lastChecked: NOW }, NOW + HOUR)).toBe(false);
  });

  it('is due once after a month offline, or a year', () => {
    for (const days of [30, 366]) {
      const back = NOW + days * 24 * HOUR;
      expect(isDue({ nextCheck: NOW + 24 * HOUR, lastChecked: NOW }, back)).toBe(true);
      expect(isDue({ nextCheck: afterSuccess(back, 24, 0.5), lastChecked: back }, back)).toBe(false);
    }
  });

  it('is due at once if the clock was a year ahead and is corrected', () => {
    const ahead = NOW + 366 * 24 * HOUR;
    const then = { nextCheck: afterSuccess(ahead, 24, 0.5), lastChecked: ahead };
    expect([isDue(then, ahead), isDue(then, NOW)]).toEqual([false, true]);
    expect(wakeAt([then], NOW)).toBe(NOW + 60_000);
  });

  it('wakes the background for the soonest list, but never at once, so that an overdue list does not keep it busy', () => {
    expect(wakeAt([], NOW)).toBeNull();
    expect(
      wakeAt(
        [
          { nextCheck: NOW + 5 * HOUR, lastChecked: NOW },
          { nextCheck: NOW + HOUR, lastChecked: NOW },
        ],
        NOW,
      ),
    ).toBe(NOW + HOUR);
    expect(wakeAt([{ nextCheck: 0, lastChecked: null }], NOW)).toBe(NOW + 60_000);
  });
});

it('no list is due right after a check, whatever interval it states and however the check went', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 24 * 365 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.option(fc.nat(1e12)),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (expires, failures, retryAfter, random) => {
        for (const nextCheck of [afterSuccess(NOW, expires, random), afterFailure(NOW, failures, retryAfter, random)])
          expect(isDue({ nextCheck, lastChecked: NOW }, NOW + HOUR / 12)).toBe(false);
      },
    ),
    runs(2000),
  );
});

describe('the alarm when the background starts', () => {
  const wake = NOW + 5 * HOUR;
  it.each([
    ['is gone with the session', undefined, true],
    ['was set by a clock that ran a year ahead', NOW + 366 * 24 * HOUR, true],
    ['is the one that was set', wake, false],
    ['rings sooner', NOW + HOUR, false],
  ])('is set again if necessary: it %s', (_, rings, amiss) => expect(isAlarmWrong(rings, wake, NOW)).toBe(amiss));

  it('stays if it continues an interrupted update, so that no list is requested each minute', () =>
    expect(isAlarmWrong(NOW + HOUR / 4, NOW + 60_000, NOW)).toBe(false));
});

const FIVE_MINUTES = HOUR / 12;

/**
 * Counts the requests for two lists in two days of a session. The clock is set by `jump` in the
 * night between.
 */
async function twoDays(jump: number): Promise<number[]> {
  const OTHER = 'https://other.example/list.json';
  const world = await settled();
  const { next } = randomFrom(SEED);
  world.clock.random = next;
  world.saved.subscriptions.push({ ...world.saved.subscriptions[0]!, list: 'other', url: OTHER });
  world.serve({ body: list(1, FIRMS, { id: 'other', expires: 6 }), headers: { etag: '"o"' } }, OTHER);
  const begun = world.now;
  // As in Chromium, the alarm fires once the clock shows its time.
  let rings = begun;
  for (let passed = 0; passed < 48 * HOUR; passed += FIVE_MINUTES) {
    world.now = begun + passed + (passed < 24 * HOUR ? 0 : jump);
    if (passed === 24 * HOUR) {
      // The first page of the day starts the background.
      const wake = await nextWake(world.ports);
      if (wake !== null && isAlarmWrong(rings, wake, world.now)) rings = wake;
    }
    if (rings > world.now) continue;
    const round = await updateLists(world.ports, { signal: forever() });
    rings = round?.wake ?? Infinity;
  }
  const asked = [LIST_URL, OTHER].map((one) => world.requests.filter(({ url }) => url === one).length);
  await world.base.delete();
  return asked;
}

it.each([0, -366 * 24 * HOUR, 366 * 24 * HOUR])(
  'requests lists at their own intervals in a session whose clock is set by %i ms',
  async (jump) => {
    const [daily = 0, often = 0] = await twoDays(jump);
    // One list each day and one each six hours: about twice and eight times, and once more when the
    // clock is set.
    expect(daily).toBeGreaterThanOrEqual(1);
    expect(daily).toBeLessThanOrEqual(3);
    expect(often).toBeGreaterThanOrEqual(7);
    expect(often).toBeLessThanOrEqual(10);
  },
);
