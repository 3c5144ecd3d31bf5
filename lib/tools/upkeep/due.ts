/**
 * Finds the work that is due for a maintainer, most urgent first: ends that have passed without a
 * known answer, dates ahead, then records that nobody searched for a long time, those that news
 * names most often first.
 */
import { addDays, dayNumber } from '../../knowledge/model/fuzzy-dates.ts';
import { indexKnowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Day, KnowledgeList } from '../../knowledge/model/schema.ts';
import { firstFreeDay } from '../../knowledge/status/effects.ts';
import { statusAt } from '../../knowledge/status/status.ts';
import { passedEnds, type PassedEnd } from '../../knowledge/status/passed-ends.ts';

/** Days after which a record needs a new search, with and without a date ahead. */
const MAX_DAYS_WITH_DATE = 30;
const MAX_DAYS_WITHOUT_DATE = 90;
/** Days to look ahead for dates that will pass. */
export const DAYS_AHEAD = 60;

/** `days` since the last search; null: never searched. `ahead`: the next known date. */
export interface OldSearch {
  id: string;
  searched: Day | null;
  days: number | null;
  limit: number;
  ahead: Day | null;
}

/** One date, listed once however many cards show it. */
export interface DayAhead {
  day: Day;
  controls: string[];
  /** Entries whose cards show it as the next date. */
  cards: string[];
  /** Controls that a mere statement continues or ends then, without an act of law. */
  said: string[];
}

/** What the maintainers should look at today. */
export interface DueWork {
  passed: PassedEnd[];
  /** The next dates of the records within `DAYS_AHEAD`, soonest first. */
  ahead: DayAhead[];
  old: OldSearch[];
}

/** `timesNamed`: how often news names an entry; entries that are named more often come first. */
export function whatIsDue(
  list: KnowledgeList,
  today: Day,
  timesNamed: ReadonlyMap<string, number> = new Map(),
): DueWork {
  const next = nextDates(list, today);
  return {
    passed: passedEnds(list.acts, today),
    ahead: daysAhead(list, today, next),
    old: oldSearches(list, today, next, timesNamed),
  };
}

function daysAhead({ acts }: KnowledgeList, today: Day, next: ReadonlyMap<string, Day | null>): DayAhead[] {
  const until = addDays(today, DAYS_AHEAD);
  const days = new Map<Day, DayAhead>();
  const on = (day: Day): DayAhead => {
    const found = days.get(day) ?? { day, controls: [], cards: [], said: [] };
    days.set(day, found);
    return found;
  };
  for (const [id, day] of next) {
    if (day === null || day > until) continue;
    if (id.startsWith('control/')) on(day).controls.push(id);
    else on(day).cards.push(id);
  }
  for (const { does, upTo, on: controls } of acts) {
    if (does !== 'claims' || !upTo) continue;
    const day = addDays(firstFreeDay(upTo), -1);
    if (day > today && day <= until) on(day).said.push(...controls);
  }
  const distinct = (ids: string[]) => [...new Set(ids)].sort();
  return [...days.values()]
    .map(({ day, controls, cards, said }) => ({
      day,
      controls: distinct(controls),
      cards: distinct(cards),
      said: distinct(said),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The soonest date after `today` of each entry and control. */
function nextDates({ entries, controls, ...list }: KnowledgeList, today: Day): Map<string, Day | null> {
  const knowledge = indexKnowledge({ entries, controls, ...list });
  const next = new Map<string, Day | null>();
  for (const { id } of entries) {
    const days = statusAt(knowledge, id, today)
      .filter(({ relation }) => relation !== 'by')
      .flatMap((row) => row.next?.day ?? []);
    next.set(id, days.sort()[0] ?? null);
  }
  for (const { id, text } of controls) {
    const row = statusAt(knowledge, text.instrument, today).find((one) => one.control.id === id);
    next.set(id, row?.next?.day ?? null);
  }
  return next;
}

function oldSearches(
  { entries, controls }: KnowledgeList,
  today: Day,
  next: ReadonlyMap<string, Day | null>,
  timesNamed: ReadonlyMap<string, number>,
): OldSearch[] {
  const old = [...entries, ...controls].flatMap(({ id, searched = null }) => {
    const ahead = next.get(id) ?? null;
    const limit = ahead === null ? MAX_DAYS_WITHOUT_DATE : MAX_DAYS_WITH_DATE;
    const days = searched === null ? null : dayNumber(today) - dayNumber(searched);
    return days === null || days > limit ? [{ id, searched, days, limit, ahead }] : [];
  });
  const weight = ({ id }: OldSearch) => timesNamed.get(id) ?? 0;
  return old.sort((a, b) => weight(b) - weight(a) || (b.days ?? Infinity) - (a.days ?? Infinity));
}
