/**
 * The index of a large list by the first words of its names. The background builds it when the list
 * changes and queries it with the keys that a page found. Keys of unchanged entries are copied from
 * the previous index.
 */
import { digestOfText } from '../../core/digest.ts';
import { IdPositions } from '../../core/id-positions.ts';
import { ruleOf } from '../../knowledge/model/name-rule.ts';
import type { Entry, NameRule } from '../../knowledge/model/schema.ts';
import { bitmapOf } from './bitmap.ts';
import { needsCleaning, normalize } from '../text/normalize.ts';
import { fullUnits, variants } from './compile.ts';
import { hanPairs, pairsUsed } from '../text/simplify-chinese.ts';
import { oneWordKey, twoWordKey, type ListFilter } from './prefix-filter.ts';
import { lowerBound } from '../../core/lower-bound.ts';
import { canonical, wordsOf } from '../text/words.ts';

/** Raised with each change of the stored format. 2 stores digests of ids. */
export const INDEX_FORMAT = 2;

/** For a list too large for pages: the entries whose names start with a key. */
export interface StartIndex {
  format: number;
  list: string;
  /** Digests of the entries' ids: reading a million ids would take longer than everything else. */
  ids: Float64Array;
  /** key (32 bits) * 2^21 + index in `ids`, ascending. */
  places: Float64Array;
  /** Hashes of first words, without repeats. */
  roots: Int32Array;
  han: string;
}

const MAX_PLACES = 2 ** 21;
/** The remainder. For numbers of 53 bits the operator % takes V8 twice as long: 82 and 42 ns. */
const placeIn = (one: number): number => one - Math.floor(one / MAX_PLACES) * MAX_PLACES;

/** The keys of an entry's names, and the hashes of their first words. */
function startsOf(
  entry: Pick<Entry, 'names'>,
  add: (key: number, root: number) => void,
  seen: (text: string) => void,
): void {
  const units = fullUnits();
  for (const group of Object.values(entry.names)) {
    let before: NameRule | null = null;
    for (const name of group) {
      const rule = ruleOf(name);
      if (rule.mark === false) continue;
      // A name under two rules, as tables have them, starts alike under both.
      if (before && before.text === rule.text && before.plural === rule.plural && before.accents === rule.accents)
        continue;
      before = rule;
      const clean = needsCleaning(units, rule.text) ? normalize(units, rule.text).text : rule.text;
      for (const form of variants(clean, rule.plural !== false)) {
        const text = canonical(units, form, rule.accents === 'exact');
        const [first, second] = wordsOf(units, text);
        if (first === undefined) continue;
        seen(text);
        add(second === undefined ? oneWordKey(first) : twoWordKey(first, second), first);
      }
    }
  }
}

const EAST_ASIAN = /[\u2e80-\uffff]/;

/**
 * Builds the index of a list as its entries are read, with the previous index for unchanged ones.
 */
export class StartIndexBuilder {
  readonly #list: string;
  readonly #ids: number[] = [];
  readonly #places: number[] = [];
  readonly #roots = new Set<number>();
  readonly #chars = new Set<string>();
  readonly #old: StartIndex | null;
  readonly #oldPlaces: IdPositions<number>;
  /** By index in the old `ids`: the index in the new ones plus one; 0 if not carried over. */
  readonly #carried: Uint32Array;

  constructor(list: string, old: StartIndex | null = null) {
    this.#list = list;
    this.#old = old;
    this.#oldPlaces = new IdPositions(old?.ids ?? []);
    this.#carried = new Uint32Array(old?.ids.length ?? 0);
  }

  add(entry: Pick<Entry, 'id' | 'names'>, unchanged: boolean): void {
    const place = this.#ids.length;
    if (place >= MAX_PLACES) throw new Error(`a list can have ${MAX_PLACES} entries at most`);
    const id = digestOfText(entry.id);
    this.#ids.push(id);
    const old = unchanged ? this.#oldPlaces.of(id) : undefined;
    if (old !== undefined) {
      this.#carried[old] = place + 1;
      return;
    }
    startsOf(
      entry,
      (key, root) => {
        this.#places.push((key >>> 0) * MAX_PLACES + place);
        this.#roots.add(root);
      },
      (text) => {
        if (EAST_ASIAN.test(text)) for (const char of text) if (char > '\u2e7f') this.#chars.add(char);
      },
    );
  }

  /** The old values of unchanged entries with their new indexes. */
  #carriedOver(): Float64Array {
    const old = this.#old?.places ?? new Float64Array();
    const stays = new Float64Array(old.length);
    let count = 0;
    let last = -1;
    let isSorted = true;
    for (const one of old) {
      const from = placeIn(one);
      const place = this.#carried[from];
      if (!place) continue;
      const moved = one - from + place - 1;
      if (moved < last) isSorted = false;
      stays[count++] = last = moved;
    }
    // Sorting is most of the work, and entries that kept their order need none.
    return isSorted ? stays.subarray(0, count) : stays.subarray(0, count).sort();
  }

  finish(): StartIndex {
    // First words of removed entries stay: each costs a lookup that finds nothing.
    for (const root of this.#old?.roots ?? []) this.#roots.add(root);
    const han = pairsUsed(hanPairs(), [...this.#chars].join(''));
    return {
      format: INDEX_FORMAT,
      list: this.#list,
      ids: Float64Array.from(this.#ids),
      places: merged(this.#carriedOver(), Float64Array.from(this.#places).sort()),
      roots: Int32Array.from(this.#roots),
      han: han + missing(this.#old?.han ?? '', han),
    };
  }
}

/** Merges two ascending columns: an update adds few keys to many. */
function merged(first: Float64Array, second: Float64Array): Float64Array {
  if (first.length === 0) return second;
  const all = new Float64Array(first.length + second.length);
  let from = 0;
  second.forEach((one, k) => {
    const to = lowerBound(first.length, (at) => (first[at] ?? 0) < one);
    all.set(first.subarray(from, to), from + k);
    all[to + k] = one;
    from = to;
  });
  all.set(first.subarray(from), from + second.length);
  return all;
}

/** Pairs of `more` that `pairs` does not have. */
function missing(more: string, pairs: string): string {
  const known = new Set<string>();
  for (let k = 0; k + 1 < pairs.length; k += 2) known.add(pairs.slice(k, k + 2));
  let out = '';
  for (let k = 0; k + 1 < more.length; k += 2) if (!known.has(more.slice(k, k + 2))) out += more.slice(k, k + 2);
  return out;
}

/** The filter that pages get. */
export function filterOf(index: StartIndex): ListFilter {
  function* keys() {
    for (const place of index.places) yield Math.floor(place / MAX_PLACES) | 0;
  }
  return {
    list: index.list,
    roots: bitmapOf(index.roots, index.roots.length),
    keys: bitmapOf(keys(), index.places.length),
    han: index.han,
  };
}

/** Digests of the ids of entries that have a name with one of the keys, at most `most`. */
export function entriesAt(index: StartIndex, keys: Iterable<number>, most = 2000): number[] {
  const { places, ids } = index;
  const found = new Set<number>();
  for (const key of keys) {
    const from = (key >>> 0) * MAX_PLACES;
    const first = lowerBound(places.length, (at) => (places[at] ?? 0) < from);
    for (let k = first; k < places.length; k++) {
      const place = (places[k] ?? 0) - from;
      if (place >= MAX_PLACES) break;
      const id = ids[place];
      if (id !== undefined) found.add(id);
      if (found.size >= most) return [...found];
    }
  }
  return [...found];
}
