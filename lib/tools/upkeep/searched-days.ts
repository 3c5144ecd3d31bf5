/** Finds the days up to which a record says, in English or Chinese, that a search found nothing. */
import type { Day } from '../../knowledge/model/schema.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** "no ruling was found by 9 October 2026", "not seen in sources up to 9 October 2026" */
const ENGLISH =
  /\b(?:found|seen)(?: in (?:sources|pages|papers))? (?:by|up to|to|until) (\d{1,2}) ([A-Z][a-z]{2,8}) (20\d\d)/g;
/** "截至2026年10月9日未见" */
const CHINESE = /截至(20\d\d)年(\d{1,2})月(\d{1,2})日[^。；]{0,20}(?:未见|未查到|没有)/g;

export function* searchedDaysIn(value: unknown): Generator<Day> {
  if (typeof value === 'string') {
    for (const [, day = '', month = '', year = ''] of value.matchAll(ENGLISH))
      yield isoDay(year, MONTHS.indexOf(month) + 1, day);
    for (const [, year = '', month = '', day = ''] of value.matchAll(CHINESE)) yield isoDay(year, month, day);
  } else if (value && typeof value === 'object') for (const inner of Object.values(value)) yield* searchedDaysIn(inner);
}

const isoDay = (year: string, month: number | string, day: string): Day =>
  `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
