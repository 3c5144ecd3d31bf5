/**
 * Where the links of a card lead: to entries of its own list, else of the built-in one; never to
 * the user's terms.
 */
import { isOwn, refOf } from '../../knowledge/model/ids.ts';

export const refsIn =
  ({ list, entries }: { list: string; entries: ReadonlyMap<string, unknown> }) =>
  (id: string): string =>
    entries.has(id) || isOwn(id) ? refOf(list, id) : id;
