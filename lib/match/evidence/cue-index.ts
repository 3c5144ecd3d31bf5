/** The places of cues in an article, and their distance from a candidate. */
import { any, endOfRun, isLetterOrDigit } from '../text/characters.ts';
import type { SentenceIndex } from './sentence-index.ts';

export const BESIDE = 0;
export const SENTENCE = 1;
export const PARAGRAPH = 2;
export const ARTICLE = 3;

const NOWHERE: readonly number[] = [];

/** Occurrences by cue, as (block, start, end) triples in reading order. */
export class CueIndex {
  readonly #places = new Map<number, number[]>();
  readonly #others = new Map<number, Map<string, number>>();

  add(cue: number, block: number, start: number, end: number): void {
    const list = this.#places.get(cue);
    if (!list) this.#places.set(cue, [block, start, end]);
    // A phrase and a word in it may both match the cue: one occurrence.
    else if (list[list.length - 3] !== block || (list[list.length - 2] ?? 0) !== start) list.push(block, start, end);
  }

  has(cue: number): boolean {
    return this.#places.has(cue);
  }

  /**
   * The index in `of(cue)` of the first occurrence of another word than `own`; its end if there is
   * none.
   */
  firstOther(cue: number, own: string, texts: SentenceIndex): number {
    let known = this.#others.get(cue);
    if (!known) this.#others.set(cue, (known = new Map()));
    let at = known.get(own);
    if (at === undefined) {
      const list = this.of(cue);
      for (at = 0; at < list.length; at += 3)
        if (
          texts
            .text(list[at] ?? 0)
            .slice(list[at + 1], list[at + 2])
            .toLowerCase() !== own
        )
          break;
      known.set(own, at);
    }
    return at;
  }

  of(cue: number | undefined): readonly number[] {
    return (cue !== undefined && this.#places.get(cue)) || NOWHERE;
  }

  /** The index in `of(cue)` of the first occurrence in a block, from a place in it on. */
  firstIn(cue: number | undefined, block: number, from = 0): number {
    const list = this.of(cue);
    let low = 0;
    let high = list.length / 3;
    while (low < high) {
      const middle = (low + high) >> 1;
      const its = list[middle * 3] ?? 0;
      if (its < block || (its === block && (list[middle * 3 + 1] ?? 0) < from)) low = middle + 1;
      else high = middle;
    }
    return low * 3;
  }
}

/** Or Japanese. */
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
