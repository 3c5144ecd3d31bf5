/**
 * The names of subscribed lists for scripts in pages, and those of the user's own terms if the user
 * has them underlined. Private lists are left out. A small list is sent whole. For a large list and
 * for own terms, a page first gets a filter and then only the names that start with words of the
 * page.
 */
import { digestText } from '../core/digest.ts';
import { OWN_LIST } from '../knowledge/model/ids.ts';
import { encodeFilter } from '../match/names/serialize.ts';
import { entriesAt, filterOf } from '../match/names/prefix-index.ts';
import type { PageNamesAnswer } from '../messaging/protocol.ts';
import type { HeldNames } from '../messaging/page-request.ts';
import type { OwnPageNames } from '../terms/own-page-names.ts';
import type { NewerNames } from './built-in-names.ts';
import { hasAllNames, stateOf, type ListInUse, type ListsInUse } from './lists-in-use.ts';

export class PageNames {
  readonly #lists: ListsInUse;
  readonly #own: () => Promise<OwnPageNames | null>;
  readonly #builtIn: () => Promise<NewerNames | null>;

  /**
   * `own`: null if pages may not know the own terms. `builtIn`: null if pages already have the
   * names of the built-in list in use.
   */
  constructor(
    lists: ListsInUse,
    own: () => Promise<OwnPageNames | null>,
    builtIn: () => Promise<NewerNames | null> = async () => null,
  ) {
    this.#lists = lists;
    this.#own = own;
    this.#builtIn = builtIn;
  }

  /** The differences from the names that a page already has. */
  async for({ state, found, keys }: HeldNames): Promise<PageNamesAnswer> {
    const [order, lists, own, builtIn] = await Promise.all([
      this.#lists.publicOrder(),
      this.#lists.read('public'),
      this.#own().catch(() => null),
      this.#builtIn().catch(() => null),
    ]);
    const states = [order, lists.map(stateOf), own?.state ?? '', builtIn?.state ?? ''];
    const now = lists.length === 0 && !own && !builtIn ? '' : digestText(states);
    if (now !== (state ?? ''))
      return {
        lists: {
          state: now,
          order: own ? [OWN_LIST, ...order] : order,
          ...namesForNewPage(lists, own),
          ...(builtIn?.names != null && { builtIn: { state: builtIn.state, names: builtIn.names } }),
        },
      };
    const more = keys.length > 0 ? await this.#startingAt(now, lists, own, keys, found) : undefined;
    return more ? { found: more } : {};
  }

  async #startingAt(
    state: string,
    lists: readonly ListInUse[],
    own: OwnPageNames | null,
    keys: readonly number[],
    before: string | null,
  ): Promise<PageNamesAnswer['found']> {
    const ids = lists.map(({ names }) => (hasAllNames(names) ? [] : entriesAt(names, keys)));
    const now = digestText([state, ids, own?.idsAt(keys) ?? []]);
    if (now === before) return undefined;
    const names = await Promise.all(lists.map((list) => this.#lists.namesAt(list, keys)));
    return { state: now, names: [own?.namesAt(keys), ...names].flatMap((one) => one || []) };
  }
}

function namesForNewPage(
  lists: readonly ListInUse[],
  own: OwnPageNames | null,
): { names: string[]; filters: string[] } {
  const names = lists.map((list) => list.names);
  return {
    names: names.filter(hasAllNames),
    filters: [
      ...(own ? [own.filter] : []),
      ...names.flatMap((one) => (hasAllNames(one) ? [] : encodeFilter(filterOf(one)))),
    ],
  };
}
