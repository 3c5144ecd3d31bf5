/**
 * Finds entries with a name, symbol, code or number that has all words of the query.
 *
 * It scans a text instead of an index such as MiniSearch's (decision 3). With 100,000 entries a key
 * takes about as long with either (95th percentile 15 and 19 ms in Chromium, 16 and 16 in Firefox).
 * Opening the index from the database takes 137 and 344 ms, the text 4 and 5, and a popup has 100
 * ms. The text is also built six and four times as fast (`npm run bench`).
 */
import { BestHits, MATCH_KINDS, ORDER_ROOM, type MatchKind } from './best-hits.ts';
import { isDense, withoutSpaces } from './fold.ts';
import { LINE } from './lines.ts';
import { linesWithMostWords } from './lines-with-most-words.ts';
import { numberAsked } from './numbers.ts';
import { fieldIn, GONE, rankIn } from './search-text.ts';
import { nearest } from './typing-errors.ts';
import type { TextIndex } from './text-index.ts';

/** A name that matches the query. `entry`: its line in `SearchText.refs`. */
export interface NameHit {
  entry: number;
  /** A line of the index, or `index.count + k` for the k-th numbered act. */
  line: number;
  how: MatchKind;
}

/**
 * Characters of the shortest query that is matched with typing slips. A shorter one is similar to
 * too many names.
 */
const MIN_SLIP_LENGTH = 4;
/** Entries whose numbers of names differ by less than this rank equally, in the list's order. */
const NAMES_STEP = 32;
/**
 * Lines that one step of a search looks at. One or two letters begin tens of thousands of names in
 * a list of a million.
 */
const MAX_LINES = 20_000;
/**
 * Digits of a customs heading, the shortest code that is looked up. A chapter (two digits) covers
 * too much.
 */
const HEADING_DIGITS = 4;
/** Words that users write before a code. */
const CODE_WORD =
  /^(?:hs|hts|htsus|taric|eccn|cn|税则号列|税号|海关编码|商品编码|管制编码)(?: ?codes?| ?no| ?コード| ?编码)? ?(?=\d)/;

/** The search for one query. */
class NameSearch {
  readonly #index: TextIndex;
  readonly #query: string;
  readonly #limit: number;
  readonly #isOpen: boolean;
  readonly best: BestHits;

  constructor(index: TextIndex, query: string, limit: number, isOpen: boolean) {
    this.#index = index;
    this.#query = query;
    this.#limit = limit;
    this.#isOpen = isOpen;
    this.best = new BestHits();
  }

  offer(line: number, how: MatchKind, penalty = 0): void {
    const index = this.#index;
    const entry = index.entryOf(line);
    if (entry === GONE) return;
    const kind = index.all.kinds[line] ?? 0;
    // Among exact names, the language does not count: the better known entry comes first.
    const rank = how === 'exact' && fieldIn(kind) === 'name' ? Math.min(rankIn(kind), 1) : rankIn(kind);
    this.best.offer(line, entry, MATCH_KINDS.indexOf(how), {
      rank,
      penalty,
      length: index.lines.lengthOf(line),
      names: Math.floor((index.nameCounts[entry] ?? 0) / NAMES_STEP),
    });
  }

  #isFull(): boolean {
    return (this.best.counts[0] ?? 0) + (this.best.counts[1] ?? 0) >= this.#limit;
  }

  /** "46/2024": numbers of announcements and orders, which are not part of any name. */
  byNumber(): void {
    const number = numberAsked(this.#query);
    if (!number) return;
    const { all, count, lines } = this.#index;
    all.forms.forEach((form, k) => {
      if (form.number !== number.number || (number.year !== null && form.year !== number.year)) return;
      this.best.offer(count + k, all.entries[form.line] ?? 0, 0, {
        rank: 0,
        // Without a year in the query, the newest comes first.
        penalty: ORDER_ROOM - 1 - (form.year % ORDER_ROOM),
        length: lines.lengthOf(form.line),
      });
    });
  }

  byStart(): void {
    this.#index.each(LINE + this.#query + LINE, (line) => this.offer(line, 'exact'));
    this.#index.each(
      LINE + this.#query,
      (line) => {
        if (this.#index.fieldOf(line) !== 'symbol') this.offer(line, 'start');
      },
      MAX_LINES,
    );
  }

  /** Ignores spaces: "h 20" is H20, "huawei" is "hua wei", 811292 is 8112.92. */
  bySpacing(letters: string, onlyCodes = false): void {
    this.#index.eachSpaced(letters, (line, end) => {
      const isCode = this.#index.fieldOf(line) === 'code';
      if (onlyCodes && !isCode) return;
      if (this.#index.text[end] === LINE) this.offer(line, 'exact');
      else if (isCode && letters.length > 2) this.offer(line, 'start');
    });
  }

  /**
   * All words in any order. Only the last may be unfinished: "ban gap" does not match "bandwidth
   * gap".
   */
  byWords(): void {
    if (this.#isFull()) return;
    const query = this.#query;
    const words = query.split(' ');
    const last = this.#isOpen ? words.at(-1) : undefined;
    const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
    const rest = words.filter((word) => word !== longest);
    const holds = (own: string, word: string) =>
      word === last ? own.includes(` ${word}`) : own.includes(` ${word} `) || own.includes(` ${word}s `);
    const inWords = (line: number) => {
      if (this.#index.fieldOf(line) === 'code') return;
      const own = ` ${this.#index.lines.at(line)} `;
      if (!holds(own, longest) || !rest.every((word) => holds(own, word))) return;
      const isWhole = words.every((word) => own.includes(` ${word} `));
      this.offer(line, 'word', (isWhole ? 0 : 2) + (own.includes(query) ? 0 : 1));
    };
    if (rest.length > 0) this.#index.each(LINE + longest, inWords);
    this.#index.each(` ${longest}`, inWords, rest.length > 0 ? Infinity : MAX_LINES);
    if (isDense(query))
      this.#index.each(query, (line) => this.#index.fieldOf(line) !== 'code' && this.offer(line, 'part'), MAX_LINES);
  }

  /** Shortens a code that no list has until some list has it: 8112.92.10 belongs to 8112.92. */
  byLongerCode(code: string): void {
    if (!/^\d+$/.test(code)) return;
    for (let length = code.length - 1; this.best.isEmpty && length >= HEADING_DIGITS; length--)
      this.#index.each(`${LINE}${code.slice(0, 4)} ${code.slice(4, length)}`.trimEnd() + LINE, (line) => {
        if (this.#index.fieldOf(line) === 'code') this.offer(line, 'typo');
      });
  }

  /** Names with typing slips; where there are none, names with most of the words. */
  bySlips(): void {
    const { isEmpty } = this.best;
    if (!isEmpty || this.#query.length < MIN_SLIP_LENGTH) return;
    const index = this.#index;
    if (!isDense(this.#query))
      for (const line of nearest(index.words(), this.#query, (at) => index.isLive(at))) this.offer(line, 'typo');
    if (!this.best.isEmpty) return;
    const found = linesWithMostWords(this.#query, index.count, (part, call) => index.each(part, call));
    for (const line of found) if (index.fieldOf(line) === 'name') this.offer(line, 'typo');
  }
}

/** `limit`: the most entries that are returned, the best first. */
export interface NameOptions {
  limit: number;
  /** Near spellings count if no name has this one. */
  withSlips: boolean;
  /** The last word may be unfinished. */
  isOpen: boolean;
}

export function findNames(index: TextIndex, query: string, options: NameOptions): NameHit[] {
  const search = new NameSearch(index, query, options.limit, options.isOpen);
  const squeezed = withoutSpaces(query);
  const code = withoutSpaces(query.replace(CODE_WORD, ''));
  search.byNumber();
  search.byStart();
  if (squeezed.length > 1) search.bySpacing(squeezed);
  if (code !== squeezed) search.bySpacing(code, true);
  search.byWords();
  if (options.withSlips && search.best.isEmpty) {
    // "germaniums", "gallium's".
    const singular = query.replace(/(?<=[a-z]{4}) ?s$/, '');
    if (singular !== query) {
      const found = findNames(index, singular, { ...options, withSlips: false, isOpen: false });
      if (found.length > 0) return found;
    }
    search.byLongerCode(code);
    // "H2O" for H20.
    const withNoughts = query.replace(/(?<=\d)o|o(?=\d)/g, '0');
    if (search.best.isEmpty && withNoughts !== query)
      return findNames(index, withNoughts, options).map((hit) => ({ ...hit, how: 'typo' }));
    search.bySlips();
  }
  return search.best.take(options.limit);
}
