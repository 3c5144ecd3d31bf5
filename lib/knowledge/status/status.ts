/**
 * The status of an entry on a day: a pure fold of the acts that the list holds. Nothing is typed
 * in, and nothing is guessed: where a text's own end has passed and no later act is known, the row
 * says so.
 */
import { controlsTouching, NEARNESS, type Knowledge, type Link } from '../model/knowledge-index.ts';
import { rowOf, type Row } from './row.ts';
import type { Control, Day } from '../model/schema.ts';
import { joined } from './succession.ts';

/**
 * The most controls of an entry: far more than any has (the built-in list: 139). Beyond it only the
 * nearest ones are shown, so that a list with a hundred thousand controls on one entry delays
 * nobody.
 */
const MAX_CONTROLS_OF_ENTRY = 1000;

/** The rows of some of the controls that touch an entry. See `statusAt`. */
export function statusOf(
  knowledge: Knowledge,
  entryId: string,
  wanted: (control: Control) => boolean,
  day: Day,
  knownOn: Day,
): Row[] {
  const asked = { knowledge, entryId, day, knownOn };
  return joined(
    nearest(controlsTouching(knowledge, entryId, day).filter((link) => wanted(link.control))).flatMap(
      (link) => rowOf(asked, link) ?? [],
    ),
  );
}

/** In the order of the list. */
function nearest(links: Link[]): Link[] {
  if (links.length <= MAX_CONTROLS_OF_ENTRY) return links;
  const kept = new Set(
    links
      .toSorted((a, b) => NEARNESS.indexOf(a.relation) - NEARNESS.indexOf(b.relation))
      .slice(0, MAX_CONTROLS_OF_ENTRY),
  );
  return links.filter((link) => kept.has(link));
}

/**
 * The status of the entry on `day`, by the acts public on `knownOn`: one row a control, joined
 * where one continues another. For a law or a body the rows are those of the controls that are in
 * its text, were changed by it, or that it made. Rows are in the order of the list; `thenNowNext`
 * orders them.
 */
export const statusAt = (knowledge: Knowledge, entryId: string, day: Day, knownOn: Day = day): Row[] =>
  statusOf(knowledge, entryId, () => true, day, knownOn);

/** True if a row speaks of goods for this destination (an ISO code): one that names it, or all. */
export function isToward(row: Row, destination: string): boolean {
  const { destinations, hq } = row.toward;
  return destinations
    ? destinations.includes('all') || destinations.includes(destination)
    : hq
      ? hq.includes(destination)
      : true;
}
