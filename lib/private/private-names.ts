/** The names that pages must not learn: the user's own terms and private lists. */
import { createMatcher, type CompiledNames, type Matcher } from '../match/index.ts';
import { KeyReader } from '../match/names/prefix-filter.ts';
import { filterOf } from '../match/names/prefix-index.ts';
import { decodeNames } from '../match/names/serialize.ts';
import { hasAllNames, stateOf, type ListInUse, type ListsInUse } from '../subscriptions/lists-in-use.ts';
import type { OwnNames } from '../terms/own-names.ts';

export class PrivateNames {
  readonly #own: () => Promise<OwnNames>;
  readonly #lists: ListsInUse;
  #made: { state: string; matcher: Matcher } | null = null;

  constructor(own: () => Promise<OwnNames>, lists: ListsInUse) {
    this.#own = own;
    this.#lists = lists;
  }

  /** True if there are private names. A page is asked for its text only then. */
  async exist(): Promise<boolean> {
    const [own, lists] = await this.#read();
    return own.names !== '' || lists.length > 0;
  }

  /**
   * A matcher for all private names that may be in these texts; null if there are none. It is
   * reused while the names stay the same.
   */
  async matcherFor(texts: Iterable<string>): Promise<Matcher | null> {
    const [own, lists] = await this.#read();
    const large = lists.filter(({ names }) => !hasAllNames(names));
    const keys = large.length > 0 ? keysOf(large, texts) : [];
    const state = JSON.stringify([own.state, lists.map(stateOf), keys]);
    if (this.#made?.state === state) return this.#made.matcher;
    const names: CompiledNames[] = own.names === '' ? [] : [decodeNames(own.names)];
    for (const list of lists) {
      const encoded = hasAllNames(list.names) ? list.names : await this.#lists.namesAt(list, keys);
      if (encoded !== null) names.push(decodeNames(encoded));
    }
    if (names.length === 0) return null;
    const matcher = createMatcher(names);
    this.#made = { state, matcher };
    return matcher;
  }

  /** If one source cannot be read, the names of the other are still found. */
  #read(): Promise<[OwnNames, ListInUse[]]> {
    return Promise.all([
      this.#own().catch(() => ({ state: '', names: '' })),
      this.#lists.read('private').catch(() => []),
    ]);
  }
}

function keysOf(lists: readonly ListInUse[], texts: Iterable<string>): number[] {
  const reader = new KeyReader(lists.flatMap(({ names }) => (hasAllNames(names) ? [] : filterOf(names))));
  for (const text of texts) reader.read(text);
  return [...reader.met];
}
