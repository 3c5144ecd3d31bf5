/** Protects the days that options of `npm run knowledge` name. */
import { expect, it } from 'vitest';
import { dayOf, todayOf } from '../../../lib/tools/cli/day-options.ts';

it('“list” is the list’s own day, and no fault if the list cannot be read', () => {
  expect(todayOf({ today: 'list' }, { updated: '2026-12-01' })).toBe('2026-12-01');
  expect(todayOf({ today: 'list' }, null)).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it('a day is taken as given, and what is none is refused', () => {
  expect(todayOf({ today: '2026-11-24' }, null)).toBe('2026-11-24');
  expect(dayOf({}, 'date')).toBeNull();
  for (const date of ['2026-02-30', 'list', '24.11.2026'])
    expect(() => dayOf({ date }, 'date')).toThrow(`--date ${date} is no day: write it as 2026-11-24`);
});
