/**
 * The text that a list is searched by: made when the list changes and stored beside it, so that a
 * search neither reads entries nor builds an index. An update carries over the lines of entries
 * that it leaves unchanged; lines of changed or removed entries stay in the text and are marked
 * GONE.
 */
import { Places } from '../core/places.ts';
import { isReserved, refOf } from '../knowledge/model/ids.ts';
import { textOf } from '../knowledge/model/name-rule.ts';
import type { Act, Control, Entry } from '../knowledge/model/schema.ts';
import { FacetsBuilder, type FacetedEntry } from './facets-text.ts';
import { fold } from './fold.ts';
import { LINE, linesOf, LinesBuilder, joinLined, type Lined } from './lines.ts';
import { tickerNames } from './tickers.ts';

/** 4: marks such as `?` separate words. */
const SEARCH_FORMAT = 4;

const FIELDS = ['name', 'symbol', 'code', 'number', 'ticker'] as const;
/** The part of the entry that matched: a name, its symbol, a code, its number or a ticker. */
export type Field = (typeof FIELDS)[number];

/** In `entries`: an update changed or removed the entry of the line. */
export const GONE = 0xffffffff;
/** Share of gone entries above which the text is made again from all entries. */
const MAX_GONE = 0.25;

export interface SearchText {
  format: number;
  /** Refs of entries, a line each. */
  refs: Lined;
  /** The folded names that are searched. An entry's lines stand together, its own name first. */
  lines: Lined;
  /** The same lines as the list writes them. */
  texts: Lined;
  /** By line: the place of the entry in `refs`, or GONE. */
  entries: Uint32Array;
  /** By line: `rankIn` and `fieldIn` read it. */
  kinds: Uint8Array;
  /** By line: the place of its language in `langs`. */
  languages: Uint16Array;
  /** BCP 47, `und` for symbols and codes. */
  langs: string[];
  /** Numbers of announcements and orders, with the line of the entry's own name. */
  forms: { line: number; number: number; year: number }[];
  /** Entries in `refs`, and how many of them are gone. */
  size: number;
  gone: number;
  /** The facets of the entries, as `readFacets` reads them; '' where there are none. */
  facets: string;
}

/** Number of ranks: an entry's own name, the first name of each language, other names, codes. */
export const RANKS = 4;
export const rankIn = (kind: number): number => kind % RANKS;
export const fieldIn = (kind: number): Field => FIELDS[Math.floor(kind / RANKS)] ?? 'name';

export const isSearchText = (value: unknown): value is SearchText =>
  value !== null && typeof value === 'object' && 'format' in value && value.format === SEARCH_FORMAT;

const NOTHING: SearchText = {
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

/** The fields of an entry that search reads. */
export type SearchedEntry = Pick<Entry, 'id' | 'name' | 'names' | 'element' | 'codes' | 'forms'> & FacetedEntry;

/** Calls back with each text that an entry is found by. */
function linesIn(entry: SearchedEntry, add: (field: Field, text: string, lang: string, rank: number) => void): void {
  add('name', entry.name, 'en', 0);
  if (entry.element) add('symbol', entry.element.symbol, 'und', 0);
  for (const [lang, names] of Object.entries(entry.names))
    names.forEach((name, i) => textOf(name) !== entry.name && add('name', textOf(name), lang, i === 0 ? 1 : 2));
  for (const { code } of entry.codes ?? []) add('code', code, 'und', 3);
  for (const fact of entry.facts ?? [])
    if (fact.what === 'ticker') for (const name of tickerNames(fact.value)) add('ticker', name, 'und', 3);
}

function joinedArrays<T extends Uint8Array | Uint16Array | Uint32Array>(first: T, second: ArrayLike<number>): T {
  const all = new (first.constructor as new (length: number) => T)(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** One text of two lists. Their facets stay apart. */
function joined(first: SearchText, second: SearchText): SearchText {
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

/** One text of several lists. */
export const allOf = ([first = NOTHING, ...others]: readonly SearchText[]): SearchText => others.reduce(joined, first);

/** The id of each entry; '' for those that are gone, which may stand again further down. */
function liveIds(list: string, { refs, entries, size, gone }: SearchText): string[] {
  const ids = refs.text
    .slice(0, -LINE.length)
    .split(LINE + (isReserved(list) ? '' : refOf(list, '')))
    .slice(1);
  if (gone === 0) return ids;
  const stands = new Uint8Array(size);
  for (const entry of entries) if (entry !== GONE) stands[entry] = 1;
  return ids.map((id, k) => (stands[k] ? id : ''));
}

/** Takes a list's entries as they stream by. */
export class SearchTextBuilder {
  readonly #list: string;
  readonly #old: SearchText;
  readonly #places: Places<string>;
  /** By place in the old text: 1 where the entry is as it was. */
  readonly #kept: Uint8Array;
  readonly #refs = new LinesBuilder();
  readonly #lines = new LinesBuilder();
  readonly #texts = new LinesBuilder();
  readonly #entries: number[] = [];
  readonly #kinds: number[] = [];
  readonly #languages: number[] = [];
  readonly #langs = new Map<string, number>();
  readonly #forms: SearchText['forms'] = [];
  readonly #facets: FacetsBuilder;

  constructor(list: string, before: SearchText | null = null) {
    this.#list = list;
    this.#facets = new FacetsBuilder(list);
    const old = before && before.gone <= before.size * MAX_GONE ? before : NOTHING;
    this.#old = old;
    this.#kept = new Uint8Array(old.size);
    this.#places = new Places(liveIds(list, old));
  }

  control(control: Control): void {
    this.#facets.control(control);
  }

  act(act: Act): void {
    this.#facets.act(act);
  }

  add(entry: SearchedEntry, unchanged: boolean): void {
    this.#facets.entry(entry);
    const old = unchanged ? this.#places.of(entry.id) : undefined;
    if (old !== undefined) {
      this.#kept[old] = 1;
      return;
    }
    const own = this.#lines.count;
    for (const { number, year } of entry.forms ?? []) this.#forms.push({ line: own, number, year });
    linesIn(entry, (field, text, lang, rank) => {
      this.#lines.add(fold(text));
      this.#texts.add(text.replaceAll(LINE, ' '));
      this.#entries.push(this.#refs.count);
      this.#kinds.push(FIELDS.indexOf(field) * RANKS + rank);
      const language = this.#langs.get(lang) ?? this.#langs.size;
      this.#langs.set(lang, language);
      this.#languages.push(language);
    });
    this.#refs.add(refOf(this.#list, entry.id));
  }

  finish(): SearchText {
    const size = this.#refs.count;
    const fresh: SearchText = {
      format: SEARCH_FORMAT,
      refs: this.#refs.finish(),
      lines: this.#lines.finish(),
      texts: this.#texts.finish(),
      entries: Uint32Array.from(this.#entries),
      kinds: Uint8Array.from(this.#kinds),
      languages: Uint16Array.from(this.#languages),
      langs: [...this.#langs.keys()],
      forms: this.#forms,
      size,
      gone: 0,
      facets: this.#facets.finish(),
    };
    return this.#old === NOTHING ? fresh : joined(this.#unchanged(), fresh);
  }

  #unchanged(): SearchText {
    const old = this.#old;
    const entries = old.entries.slice();
    for (let line = 0; line < entries.length; line++) if (this.#kept[entries[line] ?? GONE] === 0) entries[line] = GONE;
    let stays = 0;
    for (const kept of this.#kept) stays += kept;
    return {
      ...old,
      entries,
      forms: old.forms.filter(({ line }) => entries[line] !== GONE),
      gone: this.#kept.length - stays,
    };
  }
}

interface SearchedRecords {
  entries: Iterable<SearchedEntry>;
  controls?: Iterable<Control>;
  acts?: Iterable<Act>;
}

export function searchTextOf(list: string, { entries, controls = [], acts = [] }: SearchedRecords): SearchText {
  const builder = new SearchTextBuilder(list);
  for (const entry of entries) builder.add(entry, false);
  for (const control of controls) builder.control(control);
  for (const act of acts) builder.act(act);
  return builder.finish();
}
