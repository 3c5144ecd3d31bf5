/** Ends that passed without a later act. Maintainers look at these first. */
import { addDays, dayNumber, spanOf } from '../model/fuzzy-dates.ts';
import type { Act, Day } from '../model/schema.ts';
import { firstFreeDay } from './effects.ts';
import { isLegal } from './states.ts';

/** Days after an end in which the maintainers' search for news may wait. */
export const MAX_DAYS_UNREVIEWED = 30;

/** An end that an act set, that has passed, and after which no act is known. */
export interface PassedEnd {
  act: Act;
  /** The controls without a later legal act. */
  controls: string[];
  /** The first day after the end. */
  day: Day;
  /** Days from `day` to today. */
  age: number;
  /** True if nobody has searched for news since `day`. */
  isUnreviewed: boolean;
}

/** Sorted by age, the oldest first. An act whose text ends the control needs no follow-up. */
export function passedEnds(acts: readonly Act[], today: Day): PassedEnd[] {
  const ends: PassedEnd[] = [];
  for (const act of acts) {
    if (!act.upTo || act.upTo.then === 'ends' || act.does === 'claims') continue;
    const day = firstFreeDay(act.upTo);
    if (day > today) continue;
    const controls = act.on.filter((control) => !acts.some((other) => follows(other, act, control)));
    if (controls.length === 0) continue;
    const isUnreviewed = act.reviewed === undefined || act.reviewed.day < day;
    ends.push({ act, controls, day, age: dayNumber(today) - dayNumber(day), isUnreviewed });
  }
  return ends.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.act.id < b.act.id ? -1 : 1));
}

const follows = (later: Act, earlier: Act, control: string): boolean =>
  later !== earlier &&
  later.on.includes(control) &&
  isLegal(later) &&
  later.does !== 'plans' &&
  spanOf(later.public).last >= spanOf(earlier.public).first &&
  spanOf(later.bites ?? later.public).first > spanOf(earlier.bites ?? earlier.public).first;

/** The last day on which the search for news may still be missing. */
export const lastDayToReview = ({ day }: PassedEnd): Day => addDays(day, MAX_DAYS_UNREVIEWED);
