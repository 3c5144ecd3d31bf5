import { describe, expect, it } from 'vitest';
import { afterFailure, afterSuccess, isDue, wakeAt } from '../../../lib/sync/schedule.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 24);
const hours = (then: number) => (then - NOW) / HOUR;

describe('when to look again', () => {
  it('spreads readers over a tenth of the interval to each side', () => {
    expect([0, 0.5, 1].map((random) => hours(afterSuccess(NOW, 24, random)))).toEqual([21.6, 24, 26.4]);
  });

  it('waits twice as long after each failure, a day at most', () => {
    expect([1, 2, 3, 6, 20].map((failures) => hours(afterFailure(NOW, failures, null, 0.5)))).toEqual([
      0.25, 0.5, 1, 8, 24,
    ]);
  });

  it('never asks before the server said, and does not let a server put us off for ever', () => {
    expect(hours(afterFailure(NOW, 1, 5 * HOUR, 0.5))).toBe(5);
    expect(hours(afterFailure(NOW, 1, 10_000 * HOUR, 0.5))).toBe(7 * 24);
  });

  it('is due again where the clock was set back by a year', () => {
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

  it('is due again where the clock ran a year ahead and was mended', () => {
    const ahead = NOW + 366 * 24 * HOUR;
    const then = { nextCheck: afterSuccess(ahead, 24, 0.5), lastChecked: ahead };
    expect([isDue(then, ahead), isDue(then, NOW)]).toEqual([false, true]);
    expect(wakeAt([then], NOW)).toBe(NOW + 60_000);
  });

  it('wakes for the soonest, and never at once: an overdue list must not make the worker spin', () => {
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
