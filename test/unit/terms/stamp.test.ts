/** Protects that an edit always replaces its previous value, whatever the clocks say. */
import { describe, expect, it } from 'vitest';
import { deviceOf, msOf, newDeviceId, nextStamp } from '../../../lib/terms/stamp.ts';

const NOV = Date.UTC(2026, 10, 24);
const YEAR = 365 * 86_400_000;

describe('a stamp', () => {
  it('tells the time and the device', () => {
    const stamp = nextStamp(null, NOV, 'desk0');
    expect([stamp.length, msOf(stamp), deviceOf(stamp)]).toEqual([16, NOV, 'desk0']);
  });

  it('grows while the clock stands still, was set back a year, or was a year ahead', () => {
    let last = nextStamp(null, NOV + YEAR, 'desk0');
    for (let i = 0; i < 5000; i++) {
      const next = nextStamp(last, i % 3 ? NOV : NOV - YEAR, i % 2 ? 'desk0' : 'train');
      expect(next > last).toBe(true);
      last = next;
    }
    // It grew by milliseconds, not by a year for each edit.
    expect(msOf(last) - NOV - YEAR).toBeLessThan(10);
  });

  it('contains the device in five characters', () => expect(newDeviceId(() => 0.999)).toBe('zzzzz'));
});
