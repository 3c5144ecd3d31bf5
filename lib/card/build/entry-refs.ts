/**
 * The ref of an id on a card: in the card's own list, or else in the built-in list; never a term of
 * the user.
 */
import type { LeadContext } from '../../knowledge/lead/rank-lines.ts';
import { BUILT_IN, isOwn, readRef, refOf } from '../../knowledge/model/ids.ts';

/**
 * Returns a function from the ids of a list to references. An id that the list lacks stays as it
 * is, since lists may name entries of the built-in one.
 */
export const refsIn =
  ({ list, entries }: { list: string; entries: ReadonlyMap<string, unknown> }) =>
  (id: string): string =>
    entries.has(id) || isOwn(id) ? refOf(list, id) : id;

/**
 * The entries around a mention as ids of one list, which knows its own entries and those of the
 * built-in list.
 */
export function contextIn(list: string, { sentence = [], beside = [] }: LeadContext): LeadContext {
  const ids = (refs: readonly string[]) =>
    refs.map(readRef).flatMap((ref) => (ref.list === list || ref.list === BUILT_IN ? ref.id : []));
  return { sentence: ids(sentence), beside: ids(beside) };
}
