/** Sums the weights of the cues of a rule. */
import type { ScoredEvidence, CueHit, Why } from '../model.ts';
import { isAgainst, SENTENCE, STRONG, strengthOf, withinOf, type CueUse } from '../names/cue-use.ts';

export const NOTHING: ScoredEvidence = { points: 0, why: [] };

/**
 * The most points for a reading, however many words support it, so that its form and words against
 * it still count.
 */
const MAX_POINTS_FOR = 6;
/** By the strength of a cue: weak, normal, strong. */
const POINTS = [1, 2, 4] as const;
/**
 * The points of a strong cue against a name in its own sentence, which only cues of the same
 * sentence outweigh.
 */
const OUTWEIGHED = -16;
export const spokenBy = (use: CueUse, word: string): CueHit => ({
  use,
  word,
  key: `${isAgainst(use) ? '-' : '+'}${word.toLowerCase()}`,
});

/** A word that stands for several cues of a rule counts once, for the strongest of them. */
export function weigh(cues: readonly CueHit[]): ScoredEvidence {
  const counted: { key: string; word: string; worth: number }[] = [];
  let isNearFor = false;
  let isNearAgainst = false;
  for (const { use, word, key } of cues) {
    if (word === null) continue;
    if (withinOf(use) <= SENTENCE) {
      if (!isAgainst(use)) isNearFor = true;
      else if (strengthOf(use) === STRONG) isNearAgainst = true;
    }
    const worth = POINTS[strengthOf(use)] ?? 2;
    const same = counted.find((other) => other.key === key);
    if (!same) counted.push({ key, word, worth });
    else if (worth > same.worth) {
      same.word = word;
      same.worth = worth;
    }
  }
  if (counted.length === 0) return NOTHING;
  const why: Why[] = [];
  let points = isNearAgainst && !isNearFor ? OUTWEIGHED : 0;
  let speaksFor = 0;
  for (const { key, word, worth } of counted) {
    const against = key.startsWith('-');
    if (!against && speaksFor >= MAX_POINTS_FOR) continue;
    if (!against) speaksFor += worth;
    points += against ? -worth : worth;
    if (word !== '') why.push({ word, points: against ? -worth : worth });
  }
  return { points, why };
}
