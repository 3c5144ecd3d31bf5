/**
 * Protects the parsing of dates of any precision: an error of one day is a wrong answer to a
 * customs officer.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  compareDates,
  dayNumber,
  existsInCalendar,
  latestDate,
  spanOf,
} from '../../../lib/knowledge/model/fuzzy-dates.ts';
import { runs } from '../../support/runs.ts';

describe('a date with its precision', () => {
  it.each([
    ['2025-04-04', '2025-04-04', '2025-04-04', 'day'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2025-Q2', '2025-04-01', '2025-06-30', 'quarter'],
    ['2026-H2', '2026-07-01', '2026-12-31', 'half'],
    ['2023', '2023-01-01', '2023-12-31', 'year'],
  ])('%s may be any day from %s to %s', (text, first, last, precision) => {
    expect(spanOf(text)).toMatchObject({ first, last, precision, about: false, by: false });
  });

  it('covers more days on both sides if the source says "about"', () => {
    expect(spanOf('~2025-04-15')).toMatchObject({ first: '2025-03-31', last: '2025-04-30', about: true });
    expect(spanOf('~2025')).toMatchObject({ first: '2024-07-02', last: '2026-07-02' });
  });

  it('has no first day if the source only says "by"', () => {
    expect(spanOf('<2020-06-24')).toMatchObject({ first: '0000-01-01', last: '2020-06-24', by: true });
  });

  it('knows which days exist', () => {
    expect(['2025-02-29', '2024-02-29', '2025-04-31', '2025-Q2', '~2025-02-30'].map(existsInCalendar)).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('is sorted by the last day that it may mean', () => {
    expect(['2025', '2025-06-30', '2025-Q2', '2024-12'].sort(compareDates)).toEqual([
      '2024-12',
      '2025-Q2',
      '2025-06-30',
      '2025',
    ]);
    expect(latestDate(['2025-11', '2025-11-09', '2025'])).toBe('2025-11-09');
    expect(latestDate([])).toBeNull();
  });

  it('is counted in days across months, leap years and centuries', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-11-10', -1)).toBe('2026-11-09');
    fc.assert(
      fc.property(
        fc.integer({ min: -200_000, max: 200_000 }),
        (days) => dayNumber(addDays('1970-01-01', days)) === days,
      ),
      runs(200),
    );
  });
});
