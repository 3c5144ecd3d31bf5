/**
 * The search text of a list. It is made when the list changes and stored beside the list, so that a
 * search neither reads entries nor builds an index. An update keeps the lines of unchanged entries;
 * lines of changed or removed entries stay in the text and are marked GONE.
 */
import { linesOf, joinLined, type JoinedLines } from './lines.ts';

/**
 * Raised with each change of the stored format. 5 marks Chinese control codes and has the control
 * numbers of measures.
 */
export const SEARCH_FORMAT = 5;

/**
 * Fields of an entry with names. Their order is part of the format: a field is stored as its index.
 */
export const FIELDS = ['name', 'symbol', 'code', 'number', 'ticker'] as const;
/** The field of an entry that a line comes from. */
export type Field = (typeof FIELDS)[number];

/** Value in `entries` for a line whose entry an update changed or removed. */
export const GONE = 0xffffffff;

/** The names of a list in flat arrays, which are stored and opened without parsing. */
export interface SearchText {
  format: number;
  /** The ref of each entry, a line each. The line number is the entry's number. */
  refs: JoinedLines;
  /**
   * The folded names that are searched. The lines of an entry are consecutive, its own name first.
   */
  lines: JoinedLines;
  /** The same lines as the list writes them. */
  texts: JoinedLines;
  /** By line: the entry's number, or GONE. */
  entries: Uint32Array;
  /** By line: field and rank in one number, which `rankIn` and `fieldIn` read. */
  kinds: Uint8Array;
  /** By line: index of its language in `langs`. */
  languages: Uint16Array;
  /** BCP 47 tags; `und` for symbols and codes, `und-CN` for Chinese control codes. */
  langs: string[];
  /** Numbers of announcements and orders, each with the line of its entry's own name. */
  forms: { line: number; number: number; year: number }[];
  /** Number of entries in `refs`, and how many of them are gone. */
  size: number;
  gone: number;
  /** The facets as text that `readFacets` parses; '' if there are none. */
  facets: string;
}

/** The language tag of a line that is a Chinese control code. */
export const CHINESE_CODE = 'und-CN';

/** Number of ranks: an entry's own name, the first name of each language, other names, codes. */
export const RANKS = 4;
/** The rank in a number of `kinds`. */
export const rankIn = (kind: number): number => kind % RANKS;
/** The field of a line, from the number in which field and rank are packed. */
export const fieldIn = (kind: number): Field => FIELDS[Math.floor(kind / RANKS)] ?? 'name';

/** Checks the format only: texts of other formats are made again. */
export const isSearchText = (value: unknown): value is SearchText =>
  value !== null && typeof value === 'object' && 'format' in value && value.format === SEARCH_FORMAT;

/** The search text of a list without entries, from which a first one is made. */
export const EMPTY_SEARCH_TEXT: SearchText = {
  format: SEARCH_FORMAT,
  refs: linesOf([]),
  lines: linesOf([]),
  texts: linesOf([]),
  entries: new Uint32Array(),
  kinds: new Uint8Array(),
  languages: new Uint16Array(),
  langs: [],
  forms: [],
  size: 0,
  gone: 0,
  facets: '',
};

function joinedArrays<T extends Uint8Array | Uint16Array | Uint32Array>(first: T, second: ArrayLike<number>): T {
  const all = new (first.constructor as new (length: number) => T)(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/**
 * Joins two search texts. Of the facets only the second's are kept: `FacetIndex` reads each list's
 * own.
 */
export function joinPair(first: SearchText, second: SearchText): SearchText {
  const linesBefore = first.entries.length;
  return {
    format: SEARCH_FORMAT,
    refs: joinLined(first.refs, second.refs),
    lines: joinLined(first.lines, second.lines),
    texts: joinLined(first.texts, second.texts),
    entries: joinedArrays(
      first.entries,
      second.entries.map((entry) => (entry === GONE ? GONE : entry + first.size)),
    ),
    kinds: joinedArrays(first.kinds, second.kinds),
    languages: joinedArrays(
      first.languages,
      second.languages.map((lang) => lang + first.langs.length),
    ),
    langs: [...first.langs, ...second.langs],
    forms: [...first.forms, ...second.forms.map((form) => ({ ...form, line: form.line + linesBefore }))],
    size: first.size + second.size,
    gone: first.gone + second.gone,
    facets: second.facets,
  };
}

/** Joins the search texts of several lists. */
export const joinSearchTexts = ([first = EMPTY_SEARCH_TEXT, ...others]: readonly SearchText[]): SearchText =>
  others.reduce(joinPair, first);
