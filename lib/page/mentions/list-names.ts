/** The names of subscribed lists that the background sends to a page after it was read. */
import { BUILT_IN, readRef } from '../../knowledge/model/ids.ts';
import { createMatcher, type CompiledNames, type Matcher } from '../../match/index.ts';
import { decodeFilter, decodeNames } from '../../match/names/serialize.ts';
import { KeyReader } from '../../match/names/prefix-filter.ts';
import { MAX_NAME_KEYS } from '../../messaging/limits.ts';
import type { PageNamesAnswer } from '../../messaging/protocol.ts';
import type { HeldNames } from '../../messaging/page-request.ts';
import type { ListNames } from './list-mentions.ts';

interface LookedFor {
  names: readonly CompiledNames[];
  matcher: Matcher | null;
}

/**
 * Keeps the matcher if the names are the same, because a new matcher means reading the whole page
 * again.
 */
const lookingFor = (names: readonly CompiledNames[], before: LookedFor): LookedFor =>
  names.length === before.names.length && names.every((one, k) => one === before.names[k])
    ? before
    : { names, matcher: names.length > 0 ? createMatcher(names) : null };

export class PageLists {
  #state: string | null = null;
  #order: readonly string[] = [BUILT_IN];
  #whole: readonly CompiledNames[] = [];
  #found: readonly CompiledNames[] = [];
  #foundState: string | null = null;
  #keys: KeyReader | null = null;
  /** Number of keys at the last request. */
  #keysAsked = 0;
  #lookedFor: LookedFor = { names: [], matcher: null };
  #builtIn: { state: string; matcher: Matcher } | null = null;

  /** The request to the background, which says which names the page already has. */
  ask(): HeldNames {
    const keys = [...(this.#keys?.met ?? [])].slice(0, MAX_NAME_KEYS);
    this.#keysAsked = keys.length;
    return { state: this.#state, found: this.#foundState, keys };
  }

  /**
   * True if the text has new keys of large lists, whose names must be requested from the
   * background.
   */
  get mustAsk(): boolean {
    return Math.min(this.#keys?.met.size ?? 0, MAX_NAME_KEYS) > this.#keysAsked;
  }

  /** The matcher of a newer built-in list than the shipped one; null if there is none. */
  get builtIn(): Matcher | null {
    return this.#builtIn?.matcher ?? null;
  }

  /** Takes an answer. Returns the names to find, or null if they are the same as before. */
  take({ lists, found }: PageNamesAnswer): ListNames | null {
    if (!lists && !found) return null;
    if (lists) {
      this.#state = lists.state;
      this.#order = lists.order;
      this.#whole = lists.names.map(decodeNames);
      const { builtIn } = lists;
      if (builtIn?.state !== this.#builtIn?.state)
        this.#builtIn = builtIn ? { state: builtIn.state, matcher: createMatcher([decodeNames(builtIn.names)]) } : null;
      this.#keys = lists.filters.length > 0 ? new KeyReader(lists.filters.map(decodeFilter)) : null;
      this.#keysAsked = 0;
      [this.#found, this.#foundState] = [[], null];
    }
    if (found) [this.#found, this.#foundState] = [found.names.map(decodeNames), found.state];
    const place = ({ list }: CompiledNames) => this.#order.indexOf(list);
    const names = [...this.#whole, ...this.#found].sort((a, b) => place(a) - place(b));
    this.#lookedFor = lookingFor(names, this.#lookedFor);
    return { matcher: this.#lookedFor.matcher, keys: this.#keys };
  }

  /** Sorts entries by the user's order of lists. */
  inOrder(entries: readonly string[]): string[] {
    const place = (entry: string) => this.#order.indexOf(readRef(entry).list);
    return [...new Set(entries)].sort((a, b) => place(a) - place(b));
  }
}
