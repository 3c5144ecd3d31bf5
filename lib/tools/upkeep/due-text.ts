/** Prints the due items as lines for a terminal. */
import { DAYS_AHEAD, type DayAhead, type DueWork } from './due.ts';

/** Searches that are listed: a day's work. `--all` lists the rest. */
const MAX_SEARCHES_LISTED = 30;
/** Names on one line; `--all` gives the rest. */
const MAX_NAMES = 4;

export function dueText({ passed, ahead, old }: DueWork, all: boolean): string {
  const listed = all ? old : old.slice(0, MAX_SEARCHES_LISTED);
  const hidden = old.length - listed.length;
  return [
    `Ends that passed with no act after them: ${passed.length}, ${passed.filter(({ isUnreviewed }) => isUnreviewed).length} of them not reviewed`,
    ...[...passed]
      .sort((a, b) => Number(b.isUnreviewed) - Number(a.isUnreviewed))
      .map(
        ({ act, age, controls, isUnreviewed }) =>
          `  ${act.upTo?.day}  ${names(controls, all)}  ${age} days ago${isUnreviewed ? '' : `, reviewed on ${act.reviewed?.day}: ${act.reviewed?.found}`}`,
      ),
    `Dates within ${DAYS_AHEAD} days: ${ahead.length}`,
    ...ahead.flatMap((date) => linesOf(date, all)),
    `Records to search again, those that news names most first: ${old.length}`,
    ...listed.map(
      ({ id, searched, days, limit, ahead: next }) =>
        `  ${id}  ${searched === null ? 'never searched' : `searched on ${searched}, ${days} days ago`}; every ${limit} days${next === null ? '' : `, next date ${next}`}`,
    ),
    ...(hidden > 0 ? [`  and ${hidden} more (--all)`] : []),
  ].join('\n');
}

/** The controls come first, because an entry's date is that of a control that covers it. */
function linesOf({ day, controls, cards, said }: DayAhead, all: boolean): string[] {
  const rows = [
    ...(controls.length > 0 ? [names(controls, all)] : []),
    ...(said.length > 0 ? [`by a statement alone: ${names(said, all)}`] : []),
    ...(cards.length > 0 ? [`next date of ${all ? names(cards, all) : `${cards.length} entries`}`] : []),
  ];
  return rows.map((row, index) => `  ${index === 0 ? day : ' '.repeat(day.length)}  ${row}`);
}

function names(ids: readonly string[], all: boolean): string {
  if (all || ids.length <= MAX_NAMES) return ids.join(', ');
  return `${ids.slice(0, MAX_NAMES).join(', ')} and ${ids.length - MAX_NAMES} more`;
}
