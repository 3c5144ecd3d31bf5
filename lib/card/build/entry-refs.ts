/**
 * The targets of a card's links: entries of its own list, else of the built-in one; never the
 * user's terms.
 */
import type { LeadContext } from '../../knowledge/lead/lead.ts';
import { BUILT_IN, isOwn, readRef, refOf } from '../../knowledge/model/ids.ts';

export const refsIn =
  ({ list, entries }: { list: string; entries: ReadonlyMap<string, unknown> }) =>
  (id: string): string =>
    entries.has(id) || isOwn(id) ? refOf(list, id) : id;

/**
 * The surroundings of an entry as ids of one list: a list knows its own entries and those of the
 * built-in one.
 */
export function contextIn(list: string, { sentence = [], beside = [] }: LeadContext): LeadContext {
  const ids = (refs: readonly string[]) =>
    refs.map(readRef).flatMap((ref) => (ref.list === list || ref.list === BUILT_IN ? ref.id : []));
  return { sentence: ids(sentence), beside: ids(beside) };
}
