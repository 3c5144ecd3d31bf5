/**
 * The names that are kept from pages: the user's own terms, and lists that the user made private.
 */
import { createMatcher, type CompiledNames, type Matcher } from '../match/index.ts';
import { KeyReader } from '../match/names/prefix-filter.ts';
import { filterOf } from '../match/names/prefix-index.ts';
import { decodeNames } from '../match/names/serialize.ts';
import { isWhole, stateOf, type ListInUse, type ListsInUse } from '../subscriptions/lists-in-use.ts';
import type { OwnNames } from '../terms/own-names.ts';

export class PrivateNames {
  readonly #own: () => Promise<OwnNames>;
  readonly #lists: ListsInUse;
  #made: { state: string; matcher: Matcher } | null = null;

  constructor(own: () => Promise<OwnNames>, lists: ListsInUse) {
    this.#own = own;
    this.#lists = lists;
  }

  /** True if there are any: a page is asked for its text only then. */
  async exist(): Promise<boolean> {
    const [own, lists] = await this.#read();
    return own.names !== '' || lists.length > 0;
  }

  /**
   * Looks for all of them in these texts; null where there are none. The same names again cost
   * nothing.
   */
  async matcherFor(texts: Iterable<string>): Promise<Matcher | null> {
    const [own, lists] = await this.#read();
    const large = lists.filter(({ names }) => !isWhole(names));
    const keys = large.length > 0 ? keysOf(large, texts) : [];
    const state = JSON.stringify([own.state, lists.map(stateOf), keys]);
    if (this.#made?.state === state) return this.#made.matcher;
    const names: CompiledNames[] = own.names === '' ? [] : [decodeNames(own.names)];
    for (const list of lists) {
      const encoded = isWhole(list.names) ? list.names : await this.#lists.namesAt(list, keys);
      if (encoded !== null) names.push(decodeNames(encoded));
    }
    if (names.length === 0) return null;
    const matcher = createMatcher(names);
    this.#made = { state, matcher };
    return matcher;
  }

  /** A place that can't be read hides only what it holds. */
  #read(): Promise<[OwnNames, ListInUse[]]> {
    return Promise.all([
      this.#own().catch(() => ({ state: '', names: '' })),
      this.#lists.read('private').catch(() => []),
    ]);
  }
}

function keysOf(lists: readonly ListInUse[], texts: Iterable<string>): number[] {
  const reader = new KeyReader(lists.flatMap(({ names }) => (isWhole(names) ? [] : filterOf(names))));
  for (const text of texts) reader.read(text);
  return [...reader.met];
}
