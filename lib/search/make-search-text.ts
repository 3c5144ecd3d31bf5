/**
 * Makes the search text of a list. It is apart from the code that reads it, so that a popup can
 * search before this code is loaded.
 */
import { IdPositions } from '../core/id-positions.ts';
import { isReserved, refOf } from '../knowledge/model/ids.ts';
import { textOf } from '../knowledge/model/name-rule.ts';
import type { Act, Control, Entry } from '../knowledge/model/schema.ts';
import { FacetsBuilder, type FacetedEntry } from './make-facets.ts';
import { fold } from './fold.ts';
import { LINE, LinesBuilder } from './lines.ts';
import {
  CHINESE_CODE,
  FIELDS,
  GONE,
  joinPair,
  EMPTY_SEARCH_TEXT,
  RANKS,
  SEARCH_FORMAT,
  type Field,
  type SearchText,
} from './search-text.ts';
import { tickerNames } from './tickers.ts';

/** Share of gone entries above which the text is rebuilt from all entries. */
const MAX_GONE = 0.25;

/** The fields of an entry that search uses. */
export type SearchedEntry = Pick<Entry, 'id' | 'name' | 'names' | 'element' | 'codes' | 'forms'> & FacetedEntry;

/** Calls back with each name, symbol, code and ticker of an entry. */
function linesIn(entry: SearchedEntry, add: (field: Field, text: string, lang: string, rank: number) => void): void {
  add('name', entry.name, 'en', 0);
  if (entry.element) add('symbol', entry.element.symbol, 'und', 0);
  for (const [lang, names] of Object.entries(entry.names))
    names.forEach((name, i) => {
      const text = textOf(name);
      const before = names[i - 1];
      // A name under two rules, as tables have them, is one name.
      if (text !== entry.name && (before === undefined || text !== textOf(before)))
        add('name', text, lang, i === 0 ? 1 : 2);
    });
  for (const { code, scheme } of entry.codes ?? [])
    add('code', code, scheme === 'Chinese control code' ? CHINESE_CODE : 'und', 3);
  for (const fact of entry.facts ?? [])
    if (fact.what === 'ticker') for (const name of tickerNames(fact.value)) add('ticker', name, 'und', 3);
}

/** The id of each entry; '' for gone entries, whose ids may occur again further down. */
function liveIds(list: string, { refs, entries, size, gone }: SearchText): string[] {
  const ids = refs.text
    .slice(0, -LINE.length)
    .split(LINE + (isReserved(list) ? '' : refOf(list, '')))
    .slice(1);
  if (gone === 0) return ids;
  const isLive = new Uint8Array(size);
  for (const entry of entries) if (entry !== GONE) isLive[entry] = 1;
  return ids.map((id, k) => (isLive[k] ? id : ''));
}

/** Builds a search text from a list's entries as they are read. */
export class SearchTextBuilder {
  readonly #list: string;
  readonly #old: SearchText;
  readonly #places: IdPositions<string>;
  /** By entry of the old text: 1 if the entry is unchanged. */
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
    const old = before && before.gone <= before.size * MAX_GONE ? before : EMPTY_SEARCH_TEXT;
    this.#old = old;
    this.#kept = new Uint8Array(old.size);
    this.#places = new IdPositions(liveIds(list, old));
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
    return this.#old === EMPTY_SEARCH_TEXT ? fresh : joinPair(this.#unchanged(), fresh);
  }

  #unchanged(): SearchText {
    const old = this.#old;
    const entries = old.entries.slice();
    for (let line = 0; line < entries.length; line++) if (this.#kept[entries[line] ?? GONE] === 0) entries[line] = GONE;
    let keptCount = 0;
    for (const kept of this.#kept) keptCount += kept;
    return {
      ...old,
      entries,
      forms: old.forms.filter(({ line }) => entries[line] !== GONE),
      gone: this.#kept.length - keptCount,
    };
  }
}

interface SearchedRecords {
  entries: Iterable<SearchedEntry>;
  controls?: Iterable<Control>;
  acts?: Iterable<Act>;
}

/** Makes all of it at once, from the records of a whole list. */
export function searchTextOf(list: string, { entries, controls = [], acts = [] }: SearchedRecords): SearchText {
  const builder = new SearchTextBuilder(list);
  for (const entry of entries) builder.add(entry, false);
  for (const control of controls) builder.control(control);
  for (const act of acts) builder.act(act);
  return builder.finish();
}
