/** The names that the background gives a page after it was read: the reader's own and those of subscribed lists. */
import { BUILT_IN, readRef } from '../../knowledge/model/ids.ts';
import { createMatcher, type CompiledNames, type Matcher } from '../../match/index.ts';
import { decodeFilter, decodeNames } from '../../match/names/serialize.ts';
import { KeyReader } from '../../match/names/prefix-filter.ts';
import { MOST_KEYS, type Details, type PageRequest } from '../../messaging/protocol.ts';
import type { LateNames } from './list-mentions.ts';

type Asked = Pick<Extract<PageRequest, { type: 'details' }>, 'own' | 'lists'>;
interface Names {
  painted: CompiledNames[];
  hidden: CompiledNames[];
}
const NONE: Names = { painted: [], hidden: [] };

interface LookedFor {
  names: readonly CompiledNames[];
  matcher: Matcher | null;
}
const NOTHING: LookedFor = { names: [], matcher: null };

/** The matcher that there is, where the names are the same: another one means that the whole page is read again. */
const lookingFor = (names: readonly CompiledNames[], before: LookedFor): LookedFor =>
  names.length === before.names.length && names.every((one, k) => one === before.names[k])
    ? before
    : { names, matcher: names.length > 0 ? createMatcher(names) : null };

const decoded = ({ painted, hidden }: { painted: readonly string[]; hidden: readonly string[] }): Names => ({
  painted: painted.map(decodeNames),
  hidden: hidden.map(decodeNames),
});

export class PageLists {
  #own: { state: string | null; names: CompiledNames | null } = { state: null, names: null };
  #state: string | null = null;
  #order: readonly string[] = [BUILT_IN];
  #whole = NONE;
  #found = NONE;
  #foundState: string | null = null;
  #keys: KeyReader | null = null;
  /** Keys met when the background was asked last. */
  #asked = 0;
  #painted = NOTHING;
  #hidden = NOTHING;

  /** What to ask for: all that is other than what is here. */
  ask(): Asked {
    const keys = [...(this.#keys?.met ?? [])].slice(0, MOST_KEYS);
    this.#asked = keys.length;
    return { own: this.#own.state, lists: { state: this.#state, found: this.#foundState, keys } };
  }

  /** The text holds words that names of large lists start with, and the background was not asked for those yet. */
  get mustAsk(): boolean {
    return Math.min(this.#keys?.met.size ?? 0, MOST_KEYS) > this.#asked;
  }

  /** Other names to look for; null where they are the same. */
  take({ own, lists, found }: Pick<Details, 'own' | 'lists' | 'found'>): LateNames | null {
    if (!own && !lists && !found) return null;
    if (own) this.#own = { state: own.state, names: own.names === '' ? null : decodeNames(own.names) };
    if (lists) {
      this.#state = lists.state;
      this.#order = lists.order;
      this.#whole = decoded(lists);
      this.#keys = lists.filters.length > 0 ? new KeyReader(lists.filters.map(decodeFilter)) : null;
      this.#asked = 0;
      [this.#found, this.#foundState] = [NONE, null];
    }
    if (found) [this.#found, this.#foundState] = [decoded(found), found.state];
    this.#painted = lookingFor(this.#sorted('painted'), this.#painted);
    this.#hidden = lookingFor([...(this.#own.names ? [this.#own.names] : []), ...this.#sorted('hidden')], this.#hidden);
    return { painted: this.#painted.matcher, hidden: this.#hidden.matcher, keys: this.#keys };
  }

  #sorted(which: keyof Names): CompiledNames[] {
    return [...this.#whole[which], ...this.#found[which]].sort(
      (a, b) => this.#order.indexOf(a.list) - this.#order.indexOf(b.list),
    );
  }

  /** Entries as the reader arranged their lists. */
  inOrder(entries: readonly string[]): string[] {
    const place = (entry: string) => this.#order.indexOf(readRef(entry).list);
    return [...new Set(entries)].sort((a, b) => place(a) - place(b));
  }
}
