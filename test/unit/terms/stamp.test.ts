/** Protects that an edit always outranks what it was made upon, whatever the clocks say. */
import { describe, expect, it } from 'vitest';
import { deviceOf, msOf, newDeviceId, nextStamp } from '../../../lib/terms/stamp.ts';

const NOV = Date.UTC(2026, 10, 24);
const YEAR = 365 * 86_400_000;

describe('a stamp', () => {
  it('tells when and where', () => {
    const stamp = nextStamp(null, NOV, 'desk0');
    expect([stamp.length, msOf(stamp), deviceOf(stamp)]).toEqual([16, NOV, 'desk0']);
  });

  it('grows while the clock stands still, runs back a year, or stood a year ahead', () => {
    let last = nextStamp(null, NOV + YEAR, 'desk0');
    for (let i = 0; i < 5000; i++) {
      const next = nextStamp(last, i % 3 ? NOV : NOV - YEAR, i % 2 ? 'desk0' : 'train');
      expect(next > last).toBe(true);
      last = next;
    }
    // It moved on by milliseconds, not by a year for each edit.
    expect(msOf(last) - NOV - YEAR).toBeLessThan(10);
  });

  it('names devices in five characters', () => expect(newDeviceId(() => 0.999)).toBe('zzzzz'));
});
