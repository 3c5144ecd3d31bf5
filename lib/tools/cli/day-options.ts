/** The days that options of the command line name. */
import * as v from 'valibot';
import { existsInCalendar } from '../../knowledge/model/fuzzy-dates.ts';
import { Day, type KnowledgeList } from '../../knowledge/model/schema.ts';

type DayOptions = Partial<Record<'date' | 'known-on' | 'today', string>>;

/** A day from the command line. Throws if it is none. */
export function dayOf(values: DayOptions, name: keyof DayOptions): string | null {
  const value = values[name];
  if (value === undefined) return null;
  if (v.is(Day, value) && existsInCalendar(value)) return value;
  throw new Error(`--${name} ${value} is no day: write it as 2026-11-24`);
}

/**
 * The day for which statuses are computed: the given one, or today. `list` is the list's own day,
 * for results that never change. A list that cannot be read has no day; then it is today.
 */
export function todayOf(values: DayOptions, list: Pick<KnowledgeList, 'updated'> | null): string {
  const now = new Date().toISOString().slice(0, 10);
  if (values.today === 'list') return list?.updated ?? now;
  return dayOf(values, 'today') ?? now;
}
