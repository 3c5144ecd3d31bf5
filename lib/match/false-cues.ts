/** Cues that stand within a longer expression that is something else: the trade of "trade fair", the 铅 of 铅球. */
import { lowerBound } from './lower-bound.ts';

/** A longer expression, and what it is none of: a cue, or whatever is written like a name. */
export interface Denial {
  start: number;
  end: number;
  cue: number | null;
  text: string;
}

/** In a long text only those are looked at that may reach to a cue. */
const LONGEST = 200;

/**
 * Of cues (triples: cue, start, end), those that nothing denies. `wordOf` spells the one at a place, null where
 * only a denial of its cue counts; `denials` are in order of start.
 */
export function withoutFalse(
  cues: readonly number[],
  denials: readonly Denial[],
  wordOf: (place: number) => string | null,
): readonly number[] {
  const kept: number[] = [];
  for (let k = 0; k < cues.length; k += 3) {
    const [cue = 0, start = 0, end = 0] = cues.slice(k, k + 3);
    let isFalse = false;
    let at = lowerBound(denials.length, (d) => (denials[d]?.start ?? 0) < start - LONGEST);
    for (let denial = denials[at]; !isFalse && denial && denial.start <= start; denial = denials[++at])
      isFalse =
        denial.end >= end &&
        denial.end - denial.start > end - start &&
        (denial.cue === null ? denial.text === wordOf(k / 3) : denial.cue === cue);
    if (!isFalse) kept.push(cue, start, end);
  }
  return kept;
}
