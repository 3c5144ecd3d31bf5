/**
 * Removes cues inside a longer expression with another meaning: "trade" in "trade fair", 铅 in 铅球.
 */
import { addSpan, endOf, firstSpans, numberOf, spanCount, startOf, type FlatSpans } from '../text/flat-spans.ts';

/** A longer expression, and the cue or name inside it that it does not mean. */
export interface Denial {
  start: number;
  end: number;
  cue: number | null;
  text: string;
}

/** UTF-16 units of the longest decoy around a cue. */
const MAX_DECOY_LENGTH = 60;

/**
 * Returns the cues that no decoy covers. Both lists are in order of start. `wordOf` returns the
 * spelling of the n-th cue, or null if only a denial of that very cue counts.
 */
export function withoutDecoys(
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
