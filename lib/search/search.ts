/**
 * Search over everything in the base: every name in any language, element symbols, codes, and numbers of
 * announcements. All of them stand in one text, a line each, which is looked through anew for each query:
 * that is faster than an inverted index to build and to ask, at 100,000 entries too (the bench's search).
 */
import type { Entry, Name } from '../knowledge/schema.ts';
import { fold, isDense, squeeze } from './fold.ts';
import { numberAsked } from './numbers.ts';
import { findSlips, wordsOf, type Words } from './slips.ts';

/** How well it fits, best first. Always in this order: nothing inexact stands before something exact. */
export const HOWS = ['exact', 'start', 'word', 'part', 'typo'] as const;
type How = (typeof HOWS)[number];
const FIELDS = ['name', 'symbol', 'code', 'number'] as const;
/** What of the entry matched: one of its names, its symbol, a code, or its number. */
type Field = (typeof FIELDS)[number];

export interface Hit {
  entry: string;
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
}

/** A line of the text. `rank`: the entry's own name before its others, and those before codes. */
interface Key {
  entry: number;
  field: Field;
  text: string;
  lang: string;
  rank: number;
}

const MOST = 40;
/** A query shorter than this is not searched with slips: too much would fit. */
const SHORT = 4;
const LINE = '\n';
/** More than any length of a name, count of edits or age of a year. */
const ROOM = 4096;
const textOf = (name: Name) => (typeof name === 'string' ? name : name.text);

function keysOf(entry: Entry, index: number): Key[] {
  const keys: Key[] = [];
  const add = (field: Field, text: string, lang: string, rank: number) => keys.push({ entry: index, field, text, lang, rank });
  add('name', entry.name, 'en', 0);
  if (entry.element) add('symbol', entry.element.symbol, 'und', 0);
  for (const [lang, names] of Object.entries(entry.names)) names.forEach((name, i) => textOf(name) !== entry.name && add('name', textOf(name), lang, i === 0 ? 1 : 2));
  for (const code of entry.codes ?? []) add('code', code.code, 'und', 3);
  return keys;
}

const escaped = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** The best `most` entries so far: of each entry the best line, of all entries the best. */
class Best {
  readonly #orders: Float64Array;
  readonly #keys: Int32Array;
  readonly #hows: Uint8Array;
  readonly #touched: number[] = [];
  /** How many entries fit so well, by place in HOWS. */
  readonly counts = new Uint32Array(HOWS.length);

  constructor(entries: number) {
    this.#orders = new Float64Array(entries).fill(Infinity);
    this.#keys = new Int32Array(entries);
    this.#hows = new Uint8Array(entries);
  }

  /** `less`: what comes before the length where all else is equal. */
  offer(key: number, { entry, rank, text }: Key, how: number, less = 0): void {
    const order = ((how * 4 + rank) * ROOM + less) * ROOM + Math.min(text.length, ROOM - 1);
    const known = this.#orders[entry] ?? Infinity;
    if (known <= order) return;
    if (known === Infinity) this.#touched.push(entry);
    else this.#count(this.#hows[entry] ?? 0, -1);
    this.#count(how, 1);
    this.#orders[entry] = order;
    this.#keys[entry] = key;
    this.#hows[entry] = how;
  }

  #count(how: number, more: number): void {
    this.counts[how] = (this.counts[how] ?? 0) + more;
  }

  take(most: number): { key: number; how: How }[] {
    const order = (entry: number) => this.#orders[entry] ?? Infinity;
    const first: number[] = [];
    for (const entry of this.#touched) {
      if (first.length === most && order(entry) >= order(first[most - 1] ?? entry)) continue;
      let at = first.length;
      while (at > 0 && order(first[at - 1] ?? entry) > order(entry)) at--;
      first.splice(at, 0, entry);
      if (first.length > most) first.pop();
    }
    return first.map((entry) => ({ key: this.#keys[entry] ?? 0, how: HOWS[this.#hows[entry] ?? 0] ?? 'typo' }));
  }
}

export function createSearch(entries: Iterable<Entry>): SearchIndex {
  const all = [...entries];
  const keys = all.flatMap(keysOf);
  const lines = keys.map(({ text }) => fold(text));
  const text = `${LINE}${lines.join(LINE)}${LINE}`;
  const starts = new Uint32Array(keys.length + 1);
  lines.forEach((line, k) => {
    starts[k + 1] = (starts[k] ?? 0) + line.length + 1;
  });
  /** Numbers of announcements and orders, as lines that stand in no text. */
  const forms = all.flatMap((entry, index) => (entry.forms ?? []).map((form) => ({ form, key: { entry: index, field: 'number', text: entry.name, lang: 'en', rank: 0 } satisfies Key })));

  /** The text taken apart, for queries that nothing is spelled like. */
  let apart: Words | null = null;
  /** Tells the line of one place after another, from first to last. */
  const inReadingOrder = () => {
    let line = 0;
    return (at: number): number => {
      while ((starts[line + 1] ?? Infinity) <= at) line++;
      return line;
    };
  };
  /** Each place of `part` in the text, with the line that it is in. */
  const each = (part: string, call: (line: number, at: number) => void): void => {
    const lineAt = inReadingOrder();
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) call(lineAt(at), at);
  };
  /** Whether the line holds something that starts with `word`. */
  const holds = (line: number, word: string): boolean => {
    const own = lines[line] ?? '';
    return own.startsWith(word) || own.includes(` ${word}`);
  };

  const find = (asked: string, most = MOST): Hit[] => {
    const query = fold(asked);
    if (!query) return [];
    const squeezed = squeeze(query);
    const best = new Best(all.length);
    const numbers: Key[] = [];
    const offer = (line: number, how: How, less = 0) => {
      const key = keys[line];
      if (key) best.offer(line, key, HOWS.indexOf(how), less);
    };
    const isFull = () => (best.counts[0] ?? 0) + (best.counts[1] ?? 0) >= most;

    const number = numberAsked(query);
    for (const { form, key } of number ? forms : []) {
      if (!number || form.number !== number.number || (number.year !== null && form.year !== number.year)) continue;
      // The newest first, where the year was left out.
      best.offer(keys.length + numbers.length, key, 0, ROOM - 1 - (form.year % ROOM));
      numbers.push(key);
    }
    each(LINE + query, (line, at) => {
      const isWhole = text[at + 1 + query.length] === LINE;
      if (isWhole || keys[line]?.field !== 'symbol') offer(line, isWhole ? 'exact' : 'start');
    });
    if (squeezed.length > 1) {
      // "h 20" for H20, "huawei" for "hua wei", 811292 for 8112.92: the same letters, spaced otherwise.
      const lineAt = inReadingOrder();
      for (const { index, 0: part } of text.matchAll(new RegExp(LINE + [...squeezed].map(escaped).join(' ?'), 'g'))) {
        const line = lineAt(index);
        if (text[index + part.length] === LINE) offer(line, 'exact');
        else if (keys[line]?.field === 'code' && squeezed.length > 2) offer(line, 'start');
      }
    }
    if (!isFull()) {
      const words = query.split(' ');
      const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
      const rest = words.filter((word) => word !== longest);
      const inWords = (line: number) => {
        if (keys[line]?.field !== 'code' && rest.every((word) => holds(line, word))) offer(line, 'word', lines[line]?.includes(query) ? 0 : 1);
      };
      if (rest.length > 0) each(LINE + longest, inWords);
      each(` ${longest}`, inWords);
      if (isDense(query)) each(query, (line) => keys[line]?.field !== 'code' && offer(line, 'part'));
    }
    // With slips only where nothing is spelled so.
    if (!isDense(query) && query.length >= SHORT && best.counts.every((count) => count === 0))
      findSlips((apart ??= wordsOf(text)), query, (line, edits) => {
        const key = keys[line];
        // The nearest first, whatever kind of name it is.
        if (key) best.offer(line, { ...key, rank: 0 }, HOWS.indexOf('typo'), edits * 4 + key.rank);
      });
    return best.take(most).flatMap(({ key: k, how }) => {
      const key = k < keys.length ? keys[k] : numbers[k - keys.length];
      return key ? { entry: all[key.entry]?.id ?? '', how, field: key.field, text: key.text, lang: key.lang } : [];
    });
  };
  return { find };
}
