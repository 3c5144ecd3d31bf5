/** The places of cues in an article, and their distance from a candidate. */
import { any, endOfRun, isLetterOrDigit } from '../text/characters.ts';
import { lowerBound } from '../../core/lower-bound.ts';
import { addSpan, endOf, numberOf, spanCount, startOf, type FlatSpans } from '../text/flat-spans.ts';
import type { SentenceIndex } from './sentence-index.ts';

const NOWHERE: FlatSpans = [];

/** Occurrences by cue, in reading order: places within a block, and the number of the block. */
export class CueIndex {
  readonly #places = new Map<number, number[]>();
  readonly #others = new Map<number, Map<string, number>>();

  add(cue: number, block: number, start: number, end: number): void {
    const list = this.#places.get(cue);
    if (!list) return void this.#places.set(cue, [start, end, block]);
    const last = spanCount(list) - 1;
    // A phrase and a word in it may both match the cue: one occurrence.
    if (numberOf(list, last) !== block || startOf(list, last) !== start) addSpan(list, start, end, block);
  }

  has(cue: number): boolean {
    return this.#places.has(cue);
  }

  /**
   * Which occurrence in `of(cue)` is the first of another word than `own`; their number if there is
   * none.
   */
  firstOther(cue: number, own: string, texts: SentenceIndex): number {
    let known = this.#others.get(cue);
    if (!known) this.#others.set(cue, (known = new Map()));
    let at = known.get(own);
    if (at === undefined) {
      const list = this.of(cue);
      const isOwn = (n: number) =>
        texts.text(numberOf(list, n)).slice(startOf(list, n), endOf(list, n)).toLowerCase() === own;
      at = 0;
      while (at < spanCount(list) && isOwn(at)) at++;
      known.set(own, at);
    }
    return at;
  }

  /** The occurrences of a cue; the number of each is its block. */
  of(cue: number | undefined): FlatSpans {
    return (cue !== undefined && this.#places.get(cue)) || NOWHERE;
  }

  /** Which occurrence in `of(cue)` is the first from a place in a block on. */
  firstIn(cue: number | undefined, block: number, from = 0): number {
    const list = this.of(cue);
    return lowerBound(spanCount(list), (n) => {
      const its = numberOf(list, n);
      return its < block || (its === block && startOf(list, n) < from);
    });
  }
}

/** True for a character of Chinese or Japanese. */
const isChinese = (code: number) => code >= 0x3041 && code <= 0x9fff;

const MAX_WORDS_DISTANCE = 60;
/** A cue that starts further before a name is not beside it. */
export const MAX_BESIDE_DISTANCE = 4 * MAX_WORDS_DISTANCE;

/**
 * Words between two spans of a text; six characters of Chinese or Japanese count as three words.
 */
export function wordsBetween(text: string, a: number, b: number): number {
  if (b - a > MAX_WORDS_DISTANCE) return 99;
  let words = 0;
  for (let at = a; at < b;) {
    const end = endOfRun(text, at, isLetterOrDigit, b);
    if (end > at) words += any(text.slice(at, end), isChinese) ? Math.ceil((end - at) / 2) : 1;
    at = end + 1;
  }
  return words;
}
