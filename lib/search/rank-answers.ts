/** Ranks the answers to a question: how much of the query each meets, and in which reading. */
import type { Answer, Answerer } from './answer.ts';
import type { FacetIndex } from './facet-index.ts';
import { SUBJECTS, type PartMatch } from './part-matches.ts';

/** An answer with what decides its rank. */
export interface RankedAnswer {
  answer: Answer;
  /** How many of the parts that must be met the answer does not meet. */
  missing: number;
  /** True if the query has the full name of this mineral, chip, technology or company. */
  isNamedThing: boolean;
}

/** Points taken off for each part that an answer does not meet. */
const MISSING_PART = 60;
/** The same for an entry whose full name is in the query. */
const MISSING_PART_OF_NAMED = 12;

/** The score minus points for missing parts. */
export const rankOf = ({ answer, missing, isNamedThing }: RankedAnswer): number =>
  answer.score - (isNamedThing ? MISSING_PART_OF_NAMED : MISSING_PART) * missing;

/**
 * Adds the measures that another reading of the query finds: "IEEPA tariffs" is a name of IEEPA and
 * also asks for its duties.
 */
const withMeasuresOf = (ranked: RankedAnswer, { answer: { measures }, missing }: RankedAnswer): RankedAnswer =>
  ranked.answer.measures.length > 0 || missing > 0 ? ranked : { ...ranked, answer: { ...ranked.answer, measures } };

/** The answers to one reading: those that meet all of it, and incomplete ones that it names. */
function answersToReading(matches: readonly PartMatch[], answerer: Answerer, facets: FacetIndex): RankedAnswer[] {
  const known = matches.filter((match) => !match.isUnknown);
  const wanted = known.filter(({ part }) => !part.isOptional).length;
  return answerer.answers(known, wanted).map((answer) => ({
    answer,
    missing: wanted - answer.met,
    isNamedThing: answer.isExact && SUBJECTS.has(facets.entries.get(answer.entry)?.kind ?? ''),
  }));
}

/** The best answer of each entry over all readings, best first; ties in the order of the lists. */
export function rankAnswers(
  readings: readonly (readonly PartMatch[])[],
  answerer: Answerer,
  facets: FacetIndex,
): RankedAnswer[] {
  const best = new Map<number, RankedAnswer>();
  for (const matches of readings)
    for (const ranked of answersToReading(matches, answerer, facets)) {
      const { entry } = ranked.answer;
      const known = best.get(entry);
      const [first, second] = known && rankOf(known) >= rankOf(ranked) ? [known, ranked] : [ranked, known];
      best.set(entry, second ? withMeasuresOf(first, second) : first);
    }
  return [...best.values()].sort((a, b) => rankOf(b) - rankOf(a) || a.answer.entry - b.answer.entry);
}
