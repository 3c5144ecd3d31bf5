/** Finds dates that passed after the last reading of sources. */
import { spanOf } from '../model/fuzzy-dates.ts';
import { controlsTouching, type Knowledge } from '../model/knowledge-index.ts';
import type { Day } from '../model/schema.ts';
import { firstFreeDay } from './effects.ts';

/**
 * True if some date of a measure on the entry lies after the day to which sources were read and
 * before `today`.
 */
export function hasPassedDate(knowledge: Knowledge, entryId: string, today: Day): boolean {
  const { knownTo } = knowledge;
  if (knownTo === null) return false;
  const isPassed = (day: Day) => day > knownTo && day <= today;
  return controlsTouching(knowledge, entryId, today).some(
    ({ control }) =>
      (control.steps ?? []).some(({ from }) => isPassed(spanOf(from).first)) ||
      (knowledge.actsOn.get(control.id) ?? []).some(
        ({ upTo, bites }) =>
          (upTo !== undefined && isPassed(firstFreeDay(upTo))) || (bites !== undefined && isPassed(spanOf(bites).last)),
      ),
  );
}
