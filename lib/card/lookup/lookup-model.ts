/** The types of the lookup: what it is made of, and what it answers. */
import type { Locale, Translate } from '../../i18n/translate.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Day, Entry } from '../../knowledge/model/schema.ts';
import type { Near } from '../../messaging/near-schema.ts';
import type { Hit, SearchIndex } from '../../search/search.ts';
import type { CardModel } from '../model/card-model.ts';
import type { FullCard } from '../model/full-card.ts';
import type { Tile } from '../model/head.ts';
import type { AskedLine } from './line-text.ts';

/** One list's base, as the store gives it. */
export interface LookupBase {
  /** The list's id. */
  list: string;
  knowledge: Knowledge;
  entries: ReadonlyMap<string, Entry>;
  title: string;
  version: number;
  updated: Day;
}

/** The article that cards are read for. */
export interface Article {
  day: Day | null;
  lang: string | null;
  /** The entries that the article names around one. */
  near?: ((entry: string) => Near) | undefined;
}

export interface Summary {
  id: string;
  kind: string;
  kindLabel: string;
  name: string;
  altName?: { text: string; lang: string };
  tile: Tile;
  /** The title of its list; undefined for the built-in one. */
  list?: string;
}

/**
 * What the user follows (see `follow-refs.ts`): entries, measures, whole lists; changed from any
 * page of the extension.
 */
export interface Follows {
  has: (ref: string) => boolean;
  set: (ref: string, isOn: boolean) => void;
}

export interface Lookup {
  t: Translate;
  locale: Locale;
  lang: string;
  today: Day;
  asOf: Day | null;
  bases: readonly LookupBase[];
  /** Without an article the card has no Then. Null: no list holds the entry. */
  card: (entry: string, article: Article | null) => CardModel | null;
  /** Glance and card in one: null as above. */
  full: (entry: string, article: Article | null) => FullCard | null;
  /**
   * The full cards of an entry and its namesakes on all lists, in the user's order. `also`: entries
   * that were found under the same words.
   */
  words: (entry: string, article: Article | null, also?: readonly string[]) => FullCard[];
  summary: (entry: string, textLang?: string | null) => Summary | null;
  /**
   * A hit of the search for a query, whether its entry was read already or not. `more`: further
   * lines of the entry.
   * `isQuick`: only what is known already; a status takes some milliseconds to make.
   */
  result: (hit: Hit, query: string, more?: number, isQuick?: boolean) => ResultRow;
  search: SearchIndex;
  /** Missing where there are no settings to keep them in, as in commands. */
  follows?: Follows;
}

export interface LookupRequest {
  /** In the user's order. */
  bases: readonly LookupBase[];
  locale: Locale;
  t: Translate;
  today: Day;
  asOf: Day | null;
  search: SearchIndex;
  /** By the id of a list: titles of those whose entries are not read yet. */
  titles?: ReadonlyMap<string, string>;
  /**
   * Called with an entry whose card was requested and that no base holds: it may be of a large
   * list, and is read then.
   */
  want?: (entry: string) => void;
}
export interface ResultRow extends Summary {
  /**
   * Other names that are shown: in the other language, and the one that matched where it says why.
   */
  aliases: string[];
  /**
   * The status that the query asks for first, then others of the entry; none while the base is
   * being read.
   */
  lines: AskedLine[];
  /** A line that is no status: who is in office, or what the entry is; ''. */
  words: string;
  /** Why it was found; '' where that is obvious. */
  why: string;
  /** The status was left out to be quick: it can be made. */
  isPending: boolean;
}
