/** The types of the lookup: its input and its answers. */
import type { Locale, Translate } from '../../i18n/translate.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Day, Entry } from '../../knowledge/model/schema.ts';
import type { NearestEntries } from '../../messaging/nearest-schema.ts';
import type { Hit, SearchIndex } from '../../search/search.ts';
import type { CardModel } from '../model/card-model.ts';
import type { FullCard } from '../model/full-card.ts';
import type { Tile } from '../model/head.ts';
import type { AskedLine } from './line-text.ts';

/** The base of one list, as the store returns it. */
export interface LookupBase {
  /** The list's id. */
  list: string;
  knowledge: Knowledge;
  entries: ReadonlyMap<string, Entry>;
  title: string;
  version: number;
  updated: Day;
}

/** The article for which cards are made. */
export interface Article {
  day: Day | null;
  lang: string | null;
  /** The entries that the article names near a given one. */
  near?: ((entry: string) => NearestEntries) | undefined;
}

/** The head of an entry, as every list of entries shows it. `id`: the ref of the entry. */
export interface Summary {
  id: string;
  kind: string;
  kindLabel: string;
  name: string;
  altName?: { text: string; lang: string };
  tile: Tile;
  /** The title of the entry's list; undefined for the built-in list. */
  list?: string;
}

/**
 * The entries, measures and whole lists that the user follows (see `follow-refs.ts`). Any page of
 * the extension can change them.
 */
export interface Follows {
  has: (ref: string) => boolean;
  set: (ref: string, isOn: boolean) => void;
}

/** Cards and search over all lists, in one language and on one day. */
export interface Lookup {
  t: Translate;
  locale: Locale;
  lang: string;
  today: Day;
  asOf: Day | null;
  bases: readonly LookupBase[];
  /** Without an article the card has no "then". Null if no list has the entry. */
  card: (entry: string, article: Article | null) => CardModel | null;
  /** Glance and card in one; null as above. */
  full: (entry: string, article: Article | null) => FullCard | null;
  /**
   * The full cards of an entry and of entries with the same name in all lists, in the user's order.
   * `also`: entries that were found under the same words.
   */
  words: (entry: string, article: Article | null, also?: readonly string[]) => FullCard[];
  summary: (entry: string, textLang?: string | null) => Summary | null;
  /**
   * The row for a search hit, even if its entry is not loaded yet. `more`: the number of further
   * lines of the entry. `isQuick`: leaves out a status that is not cached, since it takes some
   * milliseconds to make.
   */
  result: (hit: Hit, query: string, more?: number, isQuick?: boolean) => ResultRow;
  search: SearchIndex;
  /** Undefined if there are no settings to store follows in, as in command-line tools. */
  follows?: Follows;
}

/**
 * `asOf`: the day that the user looks at in place of today; null for today. `search` covers all
 * lists.
 */
export interface LookupRequest {
  /** The lists in the user's order. */
  bases: readonly LookupBase[];
  locale: Locale;
  t: Translate;
  today: Day;
  asOf: Day | null;
  search: SearchIndex;
  /** The titles of lists whose entries are not loaded yet, by list id. */
  titles?: ReadonlyMap<string, string>;
  /**
   * Called when a card is requested for an entry that no base has. The entry may be in a large list
   * and is then loaded.
   */
  want?: (entry: string) => void;
}
/** A search result, in the texts that the popup shows. */
export interface ResultRow extends Summary {
  /**
   * Other names to show: the name in the other language, and the matched name if it explains the
   * hit.
   */
  aliases: string[];
  /**
   * The status that the query asks for, then others of the entry; empty while the base is loading.
   */
  lines: AskedLine[];
  /** A line that is not a status: who is in office, or what the entry is; may be ''. */
  words: string;
  /** Why the entry was found; '' if that is obvious. */
  why: string;
  /** True if the status was left out to be quick and can still be made. */
  isPending: boolean;
}
