/**
 * The status of an entry on a day: a pure fold over the acts of the list. Nothing is entered by
 * hand and nothing is guessed: if a text's own end has passed and no later act is known, the row
 * says so.
 */
import { controlsTouching, RELATIONS_BY_CLOSENESS, type Knowledge, type Link } from '../model/knowledge-index.ts';
import { rowOf, type Row } from './row.ts';
import type { Control, Day } from '../model/schema.ts';
import { joinContinued } from './succession.ts';

/**
 * Bounds the controls of an entry (most in the built-in list: 139). Only the closest ones are
 * shown, so that a list with a hundred thousand controls on one entry does not delay the card.
 */
const MAX_CONTROLS_OF_ENTRY = 1000;

/** The rows of those controls of an entry that `wanted` accepts. See `statusAt`. */
export function statusOf(
  knowledge: Knowledge,
  entryId: string,
  wanted: (control: Control) => boolean,
  day: Day,
  knownOn: Day,
): Row[] {
  const asked = { knowledge, entryId, day, knownOn };
  return joinContinued(
    nearest(controlsTouching(knowledge, entryId, day).filter((link) => wanted(link.control))).flatMap(
      (link) => rowOf(asked, link) ?? [],
    ),
  );
}

/** The closest links, in the order of the list. */
function nearest(links: Link[]): Link[] {
  if (links.length <= MAX_CONTROLS_OF_ENTRY) return links;
  const kept = new Set(
    links
      .toSorted((a, b) => RELATIONS_BY_CLOSENESS.indexOf(a.relation) - RELATIONS_BY_CLOSENESS.indexOf(b.relation))
      .slice(0, MAX_CONTROLS_OF_ENTRY),
  );
  return links.filter((link) => kept.has(link));
}

/**
 * The status of the entry on `day`, by the acts that were public on `knownOn`: one row for each
 * control, or for each chain of controls that continue one another. A legal text or a body has rows
 * for the controls that its text contains or changed, or that it issued. Rows are in the order of
 * the list; `thenNowNext` sorts them.
 */
export const statusAt = (knowledge: Knowledge, entryId: string, day: Day, knownOn: Day = day): Row[] =>
  statusOf(knowledge, entryId, () => true, day, knownOn);

/**
 * True if the row applies to goods for this destination (an ISO code), by name or as one of all.
 */
export function isToward(row: Row, destination: string): boolean {
  const { destinations, hq } = row.toward;
  return destinations
    ? destinations.includes('all') || destinations.includes(destination)
    : hq
      ? hq.includes(destination)
      : true;
}
