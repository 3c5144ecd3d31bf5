/** Cues within a longer expression of another meaning: the trade of "trade fair", the 铅 of 铅球. */

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
 * Of cues (triples: cue, start, end), those that nothing denies; both in order of start. `wordOf`
 * spells a cue by its place among them, null where only a denial of it counts.
 */
export function withoutFalse(
  cues: readonly number[],
  denials: readonly Denial[],
  wordOf: (cue: number, place: number) => string | null,
): readonly number[] {
  let kept: number[] | null = null;
  let first = 0;
  for (let k = 0; k < cues.length; k += 3) {
    const cue = cues[k] ?? 0;
    const start = cues[k + 1] ?? 0;
    const end = cues[k + 2] ?? 0;
    while (first < denials.length && (denials[first] as Denial).start < start - MAX_DECOY_LENGTH) first++;
    let isFalse = false;
    for (let at = first; at < denials.length && !isFalse; at++) {
      const denial = denials[at] as Denial;
      if (denial.start > start) break;
      if (denial.end < end || denial.end - denial.start <= end - start) continue;
      isFalse = denial.cue === null ? denial.text === wordOf(cue, k / 3) : denial.cue === cue;
    }
    if (isFalse) kept ??= cues.slice(0, k);
    else kept?.push(cue, start, end);
  }
  return kept ?? cues;
}
