/**
 * The filter of a large list for pages: bitmaps of the first words, and pairs of first words, of
 * its names. The page sends the keys that it found to the background and gets compiled names for
 * those only. So a list of 100,000 names takes some hundred kilobytes in a tab, and the background
 * does not learn the page's text.
 */
import { shiftOf } from './bitmap.ts';
import { SYMBOL, addHan, isWord, makeUnits, unitAt } from '../text/code-units.ts';
import { normalize, needsCleaning } from '../text/normalize.ts';
import { WordReader } from '../text/words.ts';

/** Tells whether a text may contain a name of a list. It errs only towards "yes". */
export interface ListFilter {
  list: string;
  /** Bitmap of the hashes of first words. */
  roots: Int32Array;
  /** Bitmap of the keys. */
  keys: Int32Array;
  /** As in CompiledNames. */
  han: string;
}

/** True if a value that crossed a boundary has the fields of a filter. */
export const isFilter = (value: Record<string, unknown>): value is Record<string, unknown> & ListFilter =>
  typeof value['list'] === 'string' &&
  typeof value['han'] === 'string' &&
  value['roots'] instanceof Int32Array &&
  value['keys'] instanceof Int32Array;

/** The key of a one-word name, and of the first two words of a longer name. */
export const oneWordKey = (word: number): number => mix(0x2c1b3c6d, word);
/** The key of the first two words. */
export const twoWordKey = (first: number, second: number): number => mix(first, second);

function mix(a: number, b: number): number {
  let key = Math.imul(a ^ 0x7feb352d, 0x846ca68b) ^ b;
  key ^= key >>> 16;
  key = Math.imul(key, 0x21f0aaad);
  return (key ^ (key >>> 15)) | 0;
}

/** The filters of all large lists; collects the keys that occur in a page. */
class FilterSet {
  /** Keys found so far. */
  readonly met = new Set<number>();
  readonly #filters: { roots: Int32Array; rootShift: number; keys: Int32Array; keyShift: number }[];

  constructor(filters: readonly ListFilter[]) {
    this.#filters = filters.map(({ roots, keys }) => ({
      roots,
      rootShift: shiftOf(roots),
      keys,
      keyShift: shiftOf(keys),
    }));
  }

  /** True if some name may start with this word. Called for every word of a page. */
  starts(hash: number): boolean {
    for (const { roots, rootShift } of this.#filters)
      if ((((roots[hash >>> rootShift] as number) >>> ((hash >>> (rootShift - 5)) & 31)) & 1) !== 0) return true;
    return false;
  }

  /**
   * Tries the word that ends at `end`, and its pair with the next word. `stem`: the word's hash
   * without a plural s, or 0.
   */
  look(reader: WordReader, end: number, hash: number, stem: number): void {
    this.#try(oneWordKey(hash));
    if (stem !== 0) this.#try(oneWordKey(stem));
    if (!reader.readNext(end)) return;
    this.#try(twoWordKey(hash, reader.hash));
    if (reader.plural) this.#try(twoWordKey(hash, reader.stem));
  }

  #try(key: number): void {
    for (const { keys, keyShift } of this.#filters)
      if ((((keys[key >>> keyShift] as number) >>> ((key >>> (keyShift - 5)) & 31)) & 1) !== 0) {
        this.met.add(key);
        return;
      }
  }
}

/** Reads texts and collects the keys of names that they may contain. */
export class KeyReader {
  readonly #units = makeUnits();
  readonly #set: FilterSet;

  constructor(filters: readonly ListFilter[]) {
    for (const { han } of filters) addHan(this.#units, han);
    this.#set = new FilterSet(filters);
  }

  /** Keys met so far. */
  get met(): ReadonlySet<number> {
    return this.#set.met;
  }

  read(source: string): void {
    const units = this.#units;
    const set = this.#set;
    const text = needsCleaning(units, source) ? normalize(units, source).text : source;
    const reader = new WordReader(units, text);
    const ahead = new WordReader(units, text);
    for (let at = 0; at < text.length;) {
      const kind = unitAt(units, text.charCodeAt(at)) >>> 16;
      if (!isWord(kind) && kind !== SYMBOL) {
        at++;
        continue;
      }
      reader.readAt(at);
      const stem = reader.plural ? reader.stem : 0;
      if (set.starts(reader.hash) || (stem !== 0 && set.starts(stem))) set.look(ahead, reader.end, reader.hash, stem);
      at = reader.end;
    }
  }
}

/** The keys of names that texts may contain. */
export function keysIn(filters: readonly ListFilter[], texts: readonly string[]): ReadonlySet<number> {
  const reader = new KeyReader(filters);
  for (const text of texts) reader.read(text);
  return reader.met;
}
