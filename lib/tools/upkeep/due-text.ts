/** The due items, as lines for a terminal. */
import { DAYS_AHEAD, type Due } from './due.ts';

/** Searches listed at once: a day's work. `--all` lists the rest. */
const MAX_SEARCHES_LISTED = 30;

export function dueText({ passed, ahead, old }: Due, all: boolean): string {
  const listed = all ? old : old.slice(0, MAX_SEARCHES_LISTED);
  const hidden = old.length - listed.length;
  return [
    `Ends that passed with no act after them: ${passed.length}`,
    ...passed.map(
      ({ act, age, controls, isUnreviewed }) =>
        `  ${act.upTo?.day}  ${controls.join(', ')}  ${age} days ago${isUnreviewed ? '' : `, reviewed on ${act.reviewed?.day}: ${act.reviewed?.found}`}`,
    ),
    `Dates within ${DAYS_AHEAD} days: ${ahead.length}`,
    ...ahead.map(({ id, day }) => `  ${day}  ${id}`),
    `Records to search again, those that news names most first: ${old.length}`,
    ...listed.map(
      ({ id, searched, days, limit, ahead: next }) =>
        `  ${id}  ${searched === null ? 'never searched' : `searched on ${searched}, ${days} days ago`}; every ${limit} days${next === null ? '' : `, next date ${next}`}`,
    ),
    ...(hidden > 0 ? [`  and ${hidden} more (--all)`] : []),
  ].join('\n');
}
