/**
 * Dates of the base: a day as `YYYY-MM-DD`, compared as text, and a `DateText` with the precision
 * of its source. Nothing here depends on a locale, a clock or a time zone.
 */
import type { DateText, Day } from './schema.ts';

type Precision = 'day' | 'month' | 'quarter' | 'half' | 'year';
/**
 * The days that a date text may mean, both ends included. `by` means any day up to `last`; then
 * `first` is the earliest day there is.
 */
export type Span = { first: Day; last: Day; precision: Precision; about: boolean; by: boolean };

/** Before every day of any list. */
export const EARLIEST: Day = '0000-01-01';

const MS_A_DAY = 86_400_000;
const two = (n: number) => String(n).padStart(2, '0');
const dayText = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** Days since 1 January 1970. */
export function dayNumber(day: Day): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  return Math.round(moment.getTime() / MS_A_DAY);
}

/** The start of a day in UTC, in milliseconds since 1970. */
export const momentOf = (day: Day): number => dayNumber(day) * MS_A_DAY;

/** The day `days` later, or earlier if negative. */
export function addDays(day: Day, days: number): Day {
  const moment = new Date(momentOf(day) + days * MS_A_DAY);
  return dayText(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
}

const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
const months = (year: number, from: number, to: number) => ({
  first: dayText(year, from, 1),
  last: dayText(year, to, lastOfMonth(year, to)),
});

/** Widens a date that is only "around" by half its period on each side, at least half a month. */
function widened(first: Day, last: Day): { first: Day; last: Day } {
  const reach = Math.max(15, Math.ceil((dayNumber(last) - dayNumber(first) + 1) / 2));
  return { first: addDays(first, -reach), last: addDays(last, reach) };
}

const spans = new Map<DateText, Span>();

/** The days that `text` may mean. Never throws for a text that the schema accepts. */
export function spanOf(text: DateText): Span {
  const known = spans.get(text);
  if (known) return known;
  const span = readSpan(text);
  spans.set(text, span);
  return span;
}

function readSpan(text: DateText): Span {
  const about = text.startsWith('~');
  const by = text.startsWith('<');
  const [yearText = '', part, date] = (about || by ? text.slice(1) : text).split('-');
  const year = Number(yearText);
  let precision: Precision = 'year';
  let days = months(year, 1, 12);
  if (part?.startsWith('H')) {
    precision = 'half';
    const first = part === 'H1' ? 1 : 7;
    days = months(year, first, first + 5);
  } else if (part?.startsWith('Q')) {
    precision = 'quarter';
    const first = Number(part.slice(1)) * 3 - 2;
    days = months(year, first, first + 2);
  } else if (part !== undefined) {
    precision = date === undefined ? 'month' : 'day';
    days = months(year, Number(part), Number(part));
    if (date !== undefined)
      days = { first: dayText(year, Number(part), Number(date)), last: dayText(year, Number(part), Number(date)) };
  }
  if (about) days = widened(days.first, days.last);
  if (by) days = { first: EARLIEST, last: days.last };
  return { ...days, precision, about, by };
}

/** False for a date that has the right form and does not exist, such as 2025-02-30. */
export function existsInCalendar(text: DateText): boolean {
  const [year, month, day] = text.replace(/^[~<]/, '').split('-');
  return day === undefined || Number(day) <= lastOfMonth(Number(year), Number(month));
}

/** Sorts by the last possible day, then by the first. */
export function compareDates(a: DateText, b: DateText): number {
  const [x, y] = [spanOf(a), spanOf(b)];
  if (x.last !== y.last) return x.last < y.last ? -1 : 1;
  if (x.first !== y.first) return x.first < y.first ? -1 : 1;
  return 0;
}

/**
 * The date with the latest first possible day, or null for none: 9 Nov 2025 is later than Nov 2025.
 */
export function latestDate(dates: readonly DateText[]): DateText | null {
  return dates.reduce<DateText | null>(
    (best, date) => (best === null || spanOf(date).first > spanOf(best).first ? date : best),
    null,
  );
}
