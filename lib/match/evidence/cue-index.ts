/** An index of the occurrences of cues in an article, and their distance from a candidate. */
import { someUnit, endOfRun, isLetterOrDigit } from '../text/characters.ts';
import { lowerBound } from '../../core/lower-bound.ts';
import { addSpan, endOf, numberOf, spanCount, startOf, type FlatSpans } from '../text/flat-spans.ts';
import type { SentenceIndex } from './sentence-index.ts';

const NOWHERE: FlatSpans = [];

/** Occurrences by cue in reading order: start and end within a block, and the block's number. */
export class CueIndex {
  readonly #places = new Map<number, number[]>();
  readonly #others = new Map<number, Map<string, number>>();

  add(cue: number, block: number, start: number, end: number): void {
    const list = this.#places.get(cue);
    if (!list) return void this.#places.set(cue, [start, end, block]);
    const last = spanCount(list) - 1;
    // A phrase and a word in it may both match the cue; that counts as one occurrence.
    if (numberOf(list, last) !== block || startOf(list, last) !== start) addSpan(list, start, end, block);
  }

  has(cue: number): boolean {
    return this.#places.has(cue);
  }

  /**
   * The index in `of(cue)` of the first occurrence whose word is not `own`; the number of
   * occurrences if there is none.
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

  /** The occurrences of a cue as spans; each span's number is its block. */
  of(cue: number | undefined): FlatSpans {
    return (cue !== undefined && this.#places.get(cue)) || NOWHERE;
  }

  /** The index in `of(cue)` of the first occurrence at or after an offset in a block. */
  firstIn(cue: number | undefined, block: number, from = 0): number {
    const list = this.of(cue);
    return lowerBound(spanCount(list), (n) => {
      const its = numberOf(list, n);
      return its < block || (its === block && startOf(list, n) < from);
    });
  }
}

/** True for a Chinese or Japanese character. */
const isChinese = (code: number) => code >= 0x3041 && code <= 0x9fff;

const MAX_WORDS_DISTANCE = 60;
/** UTF-16 units before a name in which a cue beside it must start. */
export const MAX_BESIDE_DISTANCE = 4 * MAX_WORDS_DISTANCE;

/**
 * The number of words between two offsets of a text. Two Chinese or Japanese characters count as
 * one word.
 */
export function wordsBetween(text: string, a: number, b: number): number {
  if (b - a > MAX_WORDS_DISTANCE) return 99;
  let words = 0;
  for (let at = a; at < b;) {
    const end = endOfRun(text, at, isLetterOrDigit, b);
    if (end > at) words += someUnit(text.slice(at, end), isChinese) ? Math.ceil((end - at) / 2) : 1;
    at = end + 1;
  }
  return words;
}
