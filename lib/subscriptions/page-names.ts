/**
 * The names of subscribed lists for scripts in pages; lists that the user keeps private are not
 * among them. A small list is handed over whole. Of a large one a page gets a filter, then the
 * names that start like its words.
 */
import { digestText } from '../core/digest.ts';
import { encodeFilter } from '../match/names/serialize.ts';
import { entriesAt, filterOf } from '../match/names/prefix-index.ts';
import type { HeldNames, PageNamesAnswer } from '../messaging/protocol.ts';
import { isWhole, stateOf, type ListInUse, type ListsInUse } from './lists-in-use.ts';

export class PageNames {
  readonly #lists: ListsInUse;

  constructor(lists: ListsInUse) {
    this.#lists = lists;
  }

  /** What differs from the names that a page holds. */
  async for({ state, found, keys }: HeldNames): Promise<PageNamesAnswer> {
    const [order, lists] = await Promise.all([this.#lists.publicOrder(), this.#lists.read('public')]);
    const now = lists.length === 0 ? '' : digestText([order, lists.map(stateOf)]);
    if (now !== (state ?? '')) return { lists: { state: now, order, ...whole(lists) } };
    const more = keys.length > 0 ? await this.#startingAt(now, lists, keys, found) : undefined;
    return more ? { found: more } : {};
  }

  async #startingAt(
    state: string,
    lists: readonly ListInUse[],
    keys: readonly number[],
    before: string | null,
  ): Promise<PageNamesAnswer['found']> {
    const now = digestText([state, lists.map(({ names }) => (isWhole(names) ? [] : entriesAt(names, keys)))]);
    if (now === before) return undefined;
    const names = await Promise.all(lists.map((list) => this.#lists.namesAt(list, keys)));
    return { state: now, names: names.filter((one) => one !== null) };
  }
}

function whole(lists: readonly ListInUse[]): { names: string[]; filters: string[] } {
  const names = lists.map((list) => list.names);
  return {
    names: names.filter(isWhole),
    filters: names.flatMap((one) => (isWhole(one) ? [] : encodeFilter(filterOf(one)))),
  };
}
