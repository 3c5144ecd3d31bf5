/** Cues within a longer expression of another meaning: the trade of "trade fair", the 铅 of 铅球. */
import { addSpan, endOf, firstSpans, numberOf, spanCount, startOf, type FlatSpans } from '../text/flat-spans.ts';

/** A longer expression, and what it is none of: a cue, or whatever is written like a name. */
export interface Denial {
  start: number;
  end: number;
  cue: number | null;
  text: string;
}

/** Only those are looked at that may reach to a cue. */
const MAX_DECOY_LENGTH = 60;

/**
 * Of cues with their places, those that nothing denies; both in order of start. `wordOf` spells a
 * cue by its place among them, null where only a denial of it counts.
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
