/** Sums the weights of the cues of a rule. */
import type { ScoredEvidence, CueHit, EvidenceWord } from '../model.ts';
import { isAgainst, SENTENCE, STRONG, strengthOf, withinOf, type CueUse } from '../names/cue-use.ts';

/** Shared by all readings without evidence. Do not change it. */
export const NO_EVIDENCE: ScoredEvidence = { points: 0, why: [] };

/** Most points that cues can give a reading, so that its form and contrary words still count. */
const MAX_POINTS_FOR = 6;
/** Points of a cue by strength: weak, normal, strong. */
const POINTS = [1, 2, 4] as const;
/**
 * Points of a strong contrary cue in the name's sentence. Only supporting cues of the same sentence
 * cancel it.
 */
const OUTWEIGHED = -16;
/** A cue with the word that matches it. */
export const cueHitOf = (use: CueUse, word: string): CueHit => ({
  use,
  word,
  key: `${isAgainst(use) ? '-' : '+'}${word.toLowerCase()}`,
});

/** A word that matches several cues of a rule counts once, for the strongest. */
export function scoreCues(cues: readonly CueHit[]): ScoredEvidence {
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
  if (counted.length === 0) return NO_EVIDENCE;
  const why: EvidenceWord[] = [];
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
