/**
 * Search over everything in the base: every name in any language, element symbols, codes, and numbers of
 * announcements. All of them stand in one text, a line each, which is looked through anew for each query.
 *
 * Why not MiniSearch: at 100,000 entries a key takes as long with either (95th percentile 15 and 19 ms in
 * Chromium, 16 and 16 in Firefox), but its index takes 137 and 344 ms to open from what was stored, this
 * 4 and 5, where a popup has 100 in all; and it is made six and four times as fast (the bench's search).
 */
import { fold, isDense, squeeze } from './fold.ts';
import { LINE, Lines } from './lines.ts';
import { mostOf } from './most-of.ts';
import { numberAsked } from './numbers.ts';
import { allOf, fieldIn, GONE, rankIn, RANKS, type Field, type SearchText } from './search-text.ts';
import { nearest, wordsOf, type Words } from './slips.ts';

/** How well it fits, best first. Always in this order: nothing inexact stands before something exact. */
export const HOWS = ['exact', 'start', 'word', 'part', 'typo'] as const;
type How = (typeof HOWS)[number];

export interface Hit {
  /** The ref of the entry. */
  entry: string;
  /** What the entry calls itself. */
  name: string;
  how: How;
  field: Field;
  /** The name or code that matched, as it is on file. */
  text: string;
  /** BCP 47 language of a name, `und` for others. */
  lang: string;
}

export interface SearchIndex {
  /** The best hit of each entry, best first, at most `most`. Empty for an empty query. */
  find: (query: string, most?: number) => Hit[];
  /** Refs of the entries that have one of these names, in whatever list. */
  called: (names: readonly string[]) => string[];
  /** Does beforehand what the first key, and the first one that nothing is spelled like, would wait for. */
  prepare: () => void;
}

const MOST = 40;
/** A longer text takes longer to be taken apart than a key may wait: then only who asks for it waits. UTF-16 units. */
const LONG = 2_000_000;
/** A query shorter than this is not searched with slips: too much would fit. */
const SHORT = 4;
/** More than any length of a name, count of names or age of a year. */
const ROOM = 4096;
/** What people write before a code: it is of customs, or of export control. */
const CODE_WORD =
  /^(?:hs|hts|htsus|taric|eccn|税则号列|税号|海关编码|商品编码|管制编码)(?: ?codes?| ?no| ?コード| ?编码)? ?(?=\d)/;
/** So many names more or less tell nothing: then the order of the list stays. */
const ABOUT = 32;
/** Nothing is spelled like it: a search for it goes through all that a search may do. */
const UNLIKE = 'qqxyzz a';
/** Digits that a customs code has at least: a chapter alone says little. */
const HEADING = 4;

const escaped = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The best `most` entries so far: of each entry the best line, of all entries the best. */
class Best {
  readonly #orders: Float64Array;
  readonly #lines: Int32Array;
  readonly #hows: Uint8Array;
  readonly #touched: number[] = [];
  /** How many entries fit so well, by place in HOWS. */
  readonly counts = new Uint32Array(HOWS.length);

  constructor(entries: number) {
    this.#orders = new Float64Array(entries).fill(Infinity);
    this.#lines = new Int32Array(entries);
    this.#hows = new Uint8Array(entries);
  }

  /** `less`: what comes before the length where all else is equal; `names`: how many the entry has, about, which counts last. */
  offer(
    line: number,
    entry: number,
    how: number,
    { rank, less, length, names = 0 }: { rank: number; less: number; length: number; names?: number },
  ): void {
    const last = Math.min(length, ROOM - 1) * ROOM + (ROOM - 1 - Math.min(names, ROOM - 1));
    const order = ((how * RANKS + rank) * ROOM + less) * ROOM * ROOM + last;
    const known = this.#orders[entry] ?? Infinity;
    if (known <= order) return;
    if (known === Infinity) this.#touched.push(entry);
    else this.#count(this.#hows[entry] ?? 0, -1);
    this.#count(how, 1);
    this.#orders[entry] = order;
    this.#lines[entry] = line;
    this.#hows[entry] = how;
  }

  #count(how: number, more: number): void {
    this.counts[how] = (this.counts[how] ?? 0) + more;
  }

  take(most: number): { entry: number; line: number; how: How }[] {
    const order = (entry: number) => this.#orders[entry] ?? Infinity;
    const first: number[] = [];
    for (const entry of this.#touched) {
      if (first.length === most && order(entry) >= order(first[most - 1] ?? entry)) continue;
      let at = first.length;
      while (at > 0 && order(first[at - 1] ?? entry) > order(entry)) at--;
      first.splice(at, 0, entry);
      if (first.length > most) first.pop();
    }
    return first.map((entry) => ({
      entry,
      line: this.#lines[entry] ?? 0,
      how: HOWS[this.#hows[entry] ?? 0] ?? 'typo',
    }));
  }
}

/** Searches these lists as one, the first before the others where all else is equal. */
export function createSearch(lists: readonly SearchText[]): SearchIndex {
  const { refs, size, lines: folded, texts: onFile, entries, kinds, languages, langs, forms } = allOf(lists);
  const count = entries.length;
  const lines = new Lines(folded);
  const ids = new Lines(refs);
  const texts = new Lines(onFile);
  const { text } = lines;
  const fieldOf = (line: number): Field => fieldIn(kinds[line] ?? 0);
  /** By entry: what goes by more names is the better known. */
  const namesOf = new Uint16Array(size);
  for (const entry of entries) if (entry !== GONE) namesOf[entry] = (namesOf[entry] ?? 0) + 1;

  /** The text taken apart, for queries that nothing is spelled like. */
  let apart: Words | null = null;
  /** Each place of `part` in the text, with the line that it is in. */
  const each = (part: string, call: (line: number, at: number) => void): void => {
    const lineAt = lines.inReadingOrder();
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) call(lineAt(at + 1), at);
  };
  /** Whether the line holds something that starts with `word`. */
  const holds = (line: number, word: string): boolean => {
    const own = lines.at(line);
    return own.startsWith(word) || own.includes(` ${word}`);
  };
  /** What an entry calls itself: the first of its lines. */
  const nameAt = (line: number): string => {
    let first = line;
    while (first > 0 && entries[first - 1] === entries[line]) first--;
    return texts.at(first);
  };

  const find = (asked: string, most = MOST): Hit[] => {
    const query = fold(asked);
    if (!query) return [];
    const squeezed = squeeze(query);
    const best = new Best(size);
    const offer = (line: number, how: How, less = 0) => {
      const entry = entries[line] ?? GONE;
      if (entry === GONE) return;
      const kind = kinds[line] ?? 0;
      // Of names that are just this, the better known comes first.
      const rank = how === 'exact' && fieldIn(kind) === 'name' ? Math.min(rankIn(kind), 1) : rankIn(kind);
      best.offer(line, entry, HOWS.indexOf(how), {
        rank,
        less,
        length: lines.lengthOf(line),
        names: Math.floor((namesOf[entry] ?? 0) / ABOUT),
      });
    };
    const none = () => best.counts.every((fit) => fit === 0);
    const isFull = () => (best.counts[0] ?? 0) + (best.counts[1] ?? 0) >= most;

    const number = numberAsked(query);
    /** Lines after the last stand for numbers, which are in no text. */
    forms.forEach((form, k) => {
      if (!number || form.number !== number.number || (number.year !== null && form.year !== number.year)) return;
      // The newest first, where the year was left out.
      best.offer(count + k, entries[form.line] ?? 0, 0, {
        rank: 0,
        less: ROOM - 1 - (form.year % ROOM),
        length: lines.lengthOf(form.line),
      });
    });
    each(LINE + query, (line, at) => {
      const isWhole = text[at + 1 + query.length] === LINE;
      if (isWhole || fieldOf(line) !== 'symbol') offer(line, isWhole ? 'exact' : 'start');
    });
    // "h 20" for H20, "huawei" for "hua wei", 811292 for 8112.92: the same letters, spaced otherwise.
    const spaced = (letters: string, onlyCodes = false) => {
      const lineAt = lines.inReadingOrder();
      for (const { index, 0: part } of text.matchAll(new RegExp(LINE + [...letters].map(escaped).join(' ?'), 'g'))) {
        const line = lineAt(index + 1);
        const isCode = fieldOf(line) === 'code';
        if (onlyCodes && !isCode) continue;
        if (text[index + part.length] === LINE) offer(line, 'exact');
        else if (isCode && letters.length > 2) offer(line, 'start');
      }
    };
    if (squeezed.length > 1) spaced(squeezed);
    const code = squeeze(query.replace(CODE_WORD, ''));
    if (code !== squeezed) spaced(code, true);
    if (!isFull()) {
      const words = query.split(' ');
      const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
      const rest = words.filter((word) => word !== longest);
      const inWords = (line: number) => {
        if (fieldOf(line) === 'code' || !rest.every((word) => holds(line, word))) return;
        const own = lines.at(line);
        const isWhole = words.every((word) => ` ${own} `.includes(` ${word} `));
        offer(line, 'word', (isWhole ? 0 : 2) + (own.includes(query) ? 0 : 1));
      };
      if (rest.length > 0) each(LINE + longest, inWords);
      each(` ${longest}`, inWords);
      if (isDense(query)) each(query, (line) => fieldOf(line) !== 'code' && offer(line, 'part'));
    }
    // A code that says more than those on file: 8112.92.10 is of 8112.92.
    if (/^\d+$/.test(code))
      for (let length = code.length - 1; none() && length >= HEADING; length--)
        each(`${LINE}${code.slice(0, 4)} ${code.slice(4, length)}`.trimEnd() + LINE, (line) => {
          if (fieldOf(line) === 'code') offer(line, 'typo');
        });
    // "H2O" for H20.
    const withNoughts = query.replace(/(?<=\d)o|o(?=\d)/g, '0');
    if (none() && withNoughts !== query) return find(withNoughts, most).map((hit) => ({ ...hit, how: 'typo' }));
    // With slips, or only most of the words, where nothing is spelled so.
    if (none() && query.length >= SHORT) {
      if (!isDense(query))
        for (const line of nearest((apart ??= wordsOf(text)), query, (at) => entries[at] !== GONE)) offer(line, 'typo');
      if (none()) for (const line of mostOf(query, count, each)) if (fieldOf(line) === 'name') offer(line, 'typo');
    }
    return best.take(most).map(({ entry, line, how }) => {
      const form = forms[line - count];
      const at = form?.line ?? line;
      return {
        entry: ids.at(entry),
        name: nameAt(at),
        how,
        field: form ? 'number' : fieldOf(at),
        text: texts.at(at),
        lang: langs[languages[at] ?? 0] ?? 'und',
      };
    });
  };

  const called = (names: readonly string[]): string[] => {
    const found = new Set<number>();
    for (const name of new Set(names.map(fold)))
      each(`${LINE}${name}${LINE}`, (line) => {
        const entry = entries[line] ?? GONE;
        if (entry !== GONE && fieldOf(line) === 'name') found.add(entry);
      });
    return [...found].map((entry) => ids.at(entry));
  };
  const prepare = () => {
    find('a');
    if (text.length < LONG) find(UNLIKE);
  };
  return { find, called, prepare };
}
