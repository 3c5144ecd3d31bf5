/**
 * An index of the words of a text by their first two characters, or three if the text is large. A
 * lookup takes a hundredth of a scan of the text. Building the index takes as long as ten scans,
 * so it is built when a page is idle; until then the text is scanned.
 */
import { LINE } from './lines.ts';

/** Buckets by the first two characters. */
const PAIRS = 1 << 14;
/** Buckets within each pair, by the third character, for a text in which many words begin alike. */
const THIRDS = 1 << 5;
/**
 * UTF-16 units above which a text gets buckets by three characters. For a shorter text these
 * buckets would take more memory than the offsets in them.
 */
const MIN_LARGE_TEXT = 4_000_000;
const SPACE_CODE = 32;
const LINE_CODE = LINE.charCodeAt(0);

const pairOf = (first: number, second: number): number => (Math.imul(first, 131) + second) & (PAIRS - 1);

const isBreak = (code: number): boolean => code === SPACE_CODE || code === LINE_CODE;

/**
 * Calls back with the offset of each word and the pair of characters that it begins with. Calling
 * this twice is faster than keeping the offsets.
 */
function eachStart(text: string, call: (at: number, pair: number) => void): void {
  let isAfterBreak = true;
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isNowBreak = isBreak(code);
    if (isAfterBreak && !isNowBreak) call(at, pairOf(code, text.charCodeAt(at + 1)));
    isAfterBreak = isNowBreak;
  }
}

export class WordStarts {
  readonly #text: string;
  /** By bucket: where its offsets start in `#places`; one more entry behind the last. */
  readonly #buckets: Uint32Array;
  readonly #places: Uint32Array;
  readonly #thirds: number;

  /**
   * `text`: joined lines (`lines.ts`), with a line break before the first. `thirds`: buckets of a
   * pair, a power of two.
   */
  constructor(text: string, thirds = text.length < MIN_LARGE_TEXT ? 1 : THIRDS) {
    this.#text = text;
    this.#thirds = thirds;
    const ends = new Uint32Array(PAIRS * thirds + 1);
    this.#buckets = ends;
    let count = 0;
    eachStart(text, (at, pair) => {
      const bucket = this.#bucketOf(pair, text.charCodeAt(at + 2));
      ends[bucket + 1] = (ends[bucket + 1] ?? 0) + 1;
      count++;
    });
    for (let k = 0; k < PAIRS * thirds; k++) ends[k + 1] = (ends[k + 1] ?? 0) + (ends[k] ?? 0);
    const places = new Uint32Array(count);
    const next = ends.slice();
    eachStart(text, (at, pair) => {
      const bucket = this.#bucketOf(pair, text.charCodeAt(at + 2));
      const place = next[bucket] ?? 0;
      places[place] = at;
      next[bucket] = place + 1;
    });
    this.#places = places;
  }

  #bucketOf(pair: number, third: number): number {
    return pair * this.#thirds + (third & (this.#thirds - 1));
  }

  /**
   * Calls back with the offset of each word at which the text continues with `words` (two
   * characters or more), in rising order, until the answer is false.
   */
  each(words: string, call: (at: number) => boolean): void {
    for (const at of this.#placesOf(words)) if (this.#text.startsWith(words, at) && !call(at)) return;
  }

  /** Places, from first to last, of all words that begin with the first two or three characters. */
  #placesOf(words: string): Uint32Array {
    const pair = pairOf(words.charCodeAt(0), words.charCodeAt(1));
    const isOne = words.length > 2;
    const first = this.#bucketOf(pair, isOne ? words.charCodeAt(2) : 0);
    const places = this.#places.subarray(this.#buckets[first], this.#buckets[first + (isOne ? 1 : this.#thirds)]);
    return isOne || this.#thirds === 1 ? places : places.slice().sort();
  }
}
