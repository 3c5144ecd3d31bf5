/**
 * The places where words of a text begin, by their first two characters. To look a word up takes a
 * hundredth of a scan of the text; to make it takes as long as some ten scans, so that it is made
 * when a page is idle, and until then the text is scanned.
 */
import { LINE } from './lines.ts';

const BUCKETS = 1 << 14;
const SPACE_CODE = 32;
const LINE_CODE = LINE.charCodeAt(0);

const bucketOf = (first: number, second: number): number => (Math.imul(first, 131) + second) & (BUCKETS - 1);

const isBreak = (code: number): boolean => code === SPACE_CODE || code === LINE_CODE;

export class WordStarts {
  readonly #text: string;
  /** By bucket: where its places begin in `#places`; one more behind the last. */
  readonly #buckets = new Uint32Array(BUCKETS + 1);
  readonly #places: Uint32Array;

  /** `text`: lines, with a line's end before the first. */
  constructor(text: string) {
    this.#text = text;
    const starts: number[] = [];
    for (let at = 1; at < text.length; at++)
      if (isBreak(text.charCodeAt(at - 1)) && !isBreak(text.charCodeAt(at))) starts.push(at);
    const bucketAt = (at: number) => bucketOf(text.charCodeAt(at), text.charCodeAt(at + 1));
    for (const at of starts) this.#count(bucketAt(at) + 1, 1);
    for (let k = 0; k < BUCKETS; k++) this.#count(k + 1, this.#buckets[k] ?? 0);
    this.#places = new Uint32Array(starts.length);
    const next = this.#buckets.slice();
    for (const at of starts) {
      const bucket = bucketAt(at);
      const place = next[bucket] ?? 0;
      this.#places[place] = at;
      next[bucket] = place + 1;
    }
  }

  #count(bucket: number, more: number): void {
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + more;
  }

  /**
   * Calls back with each place, from first to last, where a word begins and the text goes on so.
   * `words`: two characters or more.
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
