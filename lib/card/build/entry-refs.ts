/** What a card's links lead to: entries of its own list, else those of the built-in one. */
import { refOf } from '../../knowledge/model/ids.ts';

export const refsIn =
  ({ list, entries }: { list: string; entries: ReadonlyMap<string, unknown> }) =>
  (id: string): string =>
    entries.has(id) ? refOf(list, id) : id;
