/**
 * All that search finds a list's entries by, as one text: made when the list changes and stored beside it,
 * so that who searches reads neither entries nor builds anything. What an update leaves as it was is
 * carried over; lines of what it changed or took off stay in the text and stand for nothing.
 */
import { Places } from '../core/places.ts';
import { isReserved, refOf } from '../knowledge/model/ids.ts';
import { textOf } from '../knowledge/model/name-rule.ts';
import type { Entry } from '../knowledge/model/schema.ts';
import { fold } from './fold.ts';
import { LINE, linesOf, together, type Lined } from './lines.ts';

const SEARCH_FORMAT = 2;

const FIELDS = ['name', 'symbol', 'code', 'number'] as const;
/** What of the entry matched: one of its names, its symbol, a code, or its number. */
export type Field = (typeof FIELDS)[number];

/** In `entries`: the entry of the line is no longer so. */
export const GONE = 0xffffffff;
/** With more of it gone than this the text is made anew. */
const MOST_GONE = 0.25;

export interface SearchText {
  format: number;
  /** Refs of entries, a line each. */
  refs: Lined;
  /** What is looked through: folded. An entry's lines stand together, its own name first. */
  lines: Lined;
  /** The same lines as they are on file. */
  texts: Lined;
  /** By line: the place of the entry in `refs`, or GONE. */
  entries: Uint32Array;
  /** By line: `rankIn` and `fieldIn` read it. */
  kinds: Uint8Array;
  /** By line: the place of its language in `langs`. */
  languages: Uint16Array;
  /** BCP 47, `und` for what has none. */
  langs: string[];
  /** Numbers of announcements and orders, with the line of the entry's own name. */
  forms: { line: number; number: number; year: number }[];
  /** Entries in `refs`, and how many of them are gone. */
  size: number;
  gone: number;
}

/** An entry's own name before its others, and those before codes: so many ranks there are. */
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
};

type Searched = Pick<Entry, 'id' | 'name' | 'names' | 'element' | 'codes' | 'forms'>;

/** Calls back with all that an entry is found by. */
function linesIn(entry: Searched, add: (field: Field, text: string, lang: string, rank: number) => void): void {
  add('name', entry.name, 'en', 0);
  if (entry.element) add('symbol', entry.element.symbol, 'und', 0);
  for (const [lang, names] of Object.entries(entry.names))
    names.forEach((name, i) => textOf(name) !== entry.name && add('name', textOf(name), lang, i === 0 ? 1 : 2));
  for (const { code } of entry.codes ?? []) add('code', code, 'und', 3);
}

function joinedArrays<T extends Uint8Array | Uint16Array | Uint32Array>(first: T, second: ArrayLike<number>): T {
  const all = new (first.constructor as new (length: number) => T)(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** One text of two lists. */
function joined(first: SearchText, second: SearchText): SearchText {
  const linesBefore = first.entries.length;
  return {
    format: SEARCH_FORMAT,
    refs: together(first.refs, second.refs),
    lines: together(first.lines, second.lines),
    texts: together(first.texts, second.texts),
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
  };
}

export const allOf = ([first = NOTHING, ...others]: readonly SearchText[]): SearchText => others.reduce(joined, first);

/** Of each entry its id; '' of those that are gone, which may have come again further down. */
function idsThatStand(list: string, { refs, entries, size, gone }: SearchText): string[] {
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
  readonly #places: Places;
  /** By place in the old text: 1 where the entry is as it was. */
  readonly #kept: Uint8Array;
  readonly #refs: string[] = [];
  readonly #lines: string[] = [];
  readonly #texts: string[] = [];
  readonly #entries: number[] = [];
  readonly #kinds: number[] = [];
  readonly #languages: number[] = [];
  readonly #langs = new Map<string, number>();
  readonly #forms: SearchText['forms'] = [];

  constructor(list: string, before: SearchText | null = null) {
    this.#list = list;
    const old = before && before.gone <= before.size * MOST_GONE ? before : NOTHING;
    this.#old = old;
    this.#kept = new Uint8Array(old.size);
    this.#places = new Places(idsThatStand(list, old));
  }

  add(entry: Searched, unchanged: boolean): void {
    const old = unchanged ? this.#places.of(entry.id) : undefined;
    if (old !== undefined) {
      this.#kept[old] = 1;
      return;
    }
    const own = this.#lines.length;
    for (const { number, year } of entry.forms ?? []) this.#forms.push({ line: own, number, year });
    linesIn(entry, (field, text, lang, rank) => {
      this.#lines.push(fold(text));
      this.#texts.push(text.replaceAll(LINE, ' '));
      this.#entries.push(this.#refs.length);
      this.#kinds.push(FIELDS.indexOf(field) * RANKS + rank);
      const language = this.#langs.get(lang) ?? this.#langs.size;
      this.#langs.set(lang, language);
      this.#languages.push(language);
    });
    this.#refs.push(refOf(this.#list, entry.id));
  }

  finish(): SearchText {
    const fresh: SearchText = {
      format: SEARCH_FORMAT,
      refs: linesOf(this.#refs),
      lines: linesOf(this.#lines),
      texts: linesOf(this.#texts),
      entries: Uint32Array.from(this.#entries),
      kinds: Uint8Array.from(this.#kinds),
      languages: Uint16Array.from(this.#languages),
      langs: [...this.#langs.keys()],
      forms: this.#forms,
      size: this.#refs.length,
      gone: 0,
    };
    return this.#old === NOTHING ? fresh : joined(this.#whatStays(), fresh);
  }

  #whatStays(): SearchText {
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

export function searchTextOf(list: string, entries: Iterable<Searched>): SearchText {
  const builder = new SearchTextBuilder(list);
  for (const entry of entries) builder.add(entry, false);
  return builder.finish();
}
