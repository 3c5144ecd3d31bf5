/**
 * Removes cues within a longer expression of another meaning: the trade of "trade fair", the 铅 of
 * 铅球.
 */
import { addSpan, endOf, firstSpans, numberOf, spanCount, startOf, type FlatSpans } from '../text/flat-spans.ts';

/** A longer expression, and the cue or the name that it does not stand for. */
export interface Denial {
  start: number;
  end: number;
  cue: number | null;
  text: string;
}

/** The longest decoy (UTF-16 units) that is searched for around a cue. */
const MAX_DECOY_LENGTH = 60;

/**
 * Returns the cues that no decoy covers; both lists are in order of start. `wordOf` spells a cue by
 * its place among them; null: only a denial of that very cue counts.
 */
export function withoutFalse(
  cues: FlatSpans,
  denials: readonly Denial[],
  wordOf: (cue: number, place: number) => string | null,
): FlatSpans {
  let kept: number[] | null = null;
  let first = 0;
  for (let n = 0; n < spanCount(cues); n++) {
    const cue = numberOf(cues, n);
    const start = startOf(cues, n);
    const end = endOf(cues, n);
    while (first < denials.length && (denials[first] as Denial).start < start - MAX_DECOY_LENGTH) first++;
    let isFalse = false;
    for (let at = first; at < denials.length && !isFalse; at++) {
      const denial = denials[at] as Denial;
      if (denial.start > start) break;
      if (denial.end < end || denial.end - denial.start <= end - start) continue;
      isFalse = denial.cue === null ? denial.text === wordOf(cue, n) : denial.cue === cue;
    }
    if (isFalse) kept ??= firstSpans(cues, n);
    else if (kept) addSpan(kept, start, end, cue);
  }
  return kept ?? cues;
}
