/**
 * An index of the words of a text by their first two characters. A lookup takes a hundredth of a
 * scan of the text. Building the index takes as long as ten scans, so it is built when a page is
 * idle; until then the text is scanned.
 */
import { LINE } from './lines.ts';

const BUCKETS = 1 << 14;
const SPACE_CODE = 32;
const LINE_CODE = LINE.charCodeAt(0);

const bucketOf = (first: number, second: number): number => (Math.imul(first, 131) + second) & (BUCKETS - 1);

const isBreak = (code: number): boolean => code === SPACE_CODE || code === LINE_CODE;

/**
 * Calls back with the offset of each word. Calling this twice is faster than keeping the offsets.
 */
function eachStart(text: string, call: (at: number, bucket: number) => void): void {
  let isAfterBreak = true;
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isNowBreak = isBreak(code);
    if (isAfterBreak && !isNowBreak) call(at, bucketOf(code, text.charCodeAt(at + 1)));
    isAfterBreak = isNowBreak;
  }
}

export class WordStarts {
  readonly #text: string;
  /** By bucket: where its offsets start in `#places`; one more entry behind the last. */
  readonly #buckets = new Uint32Array(BUCKETS + 1);
  readonly #places: Uint32Array;

  /** `text`: joined lines (`lines.ts`), with a line break before the first. */
  constructor(text: string) {
    this.#text = text;
    let count = 0;
    eachStart(text, (_, bucket) => {
      this.#buckets[bucket + 1] = (this.#buckets[bucket + 1] ?? 0) + 1;
      count++;
    });
    for (let k = 0; k < BUCKETS; k++) this.#buckets[k + 1] = (this.#buckets[k + 1] ?? 0) + (this.#buckets[k] ?? 0);
    this.#places = new Uint32Array(count);
    const next = this.#buckets.slice();
    eachStart(text, (at, bucket) => {
      const place = next[bucket] ?? 0;
      this.#places[place] = at;
      next[bucket] = place + 1;
    });
  }

  /**
   * Calls back with the offset of each word at which the text continues with `words` (two
   * characters or more), in rising order.
   */
  each(words: string, call: (at: number) => void): void {
    const bucket = bucketOf(words.charCodeAt(0), words.charCodeAt(1));
    const end = this.#buckets[bucket + 1] ?? 0;
    for (let k = this.#buckets[bucket] ?? 0; k < end; k++) {
      const at = this.#places[k] ?? 0;
      if (this.#text.startsWith(words, at)) call(at);
    }
  }
}
