/** Merges the names that match a query with the answers to it into one order. */
import type { Answer } from './answer.ts';
import type { NameHit } from './find-names.ts';
import { rankOf, type RankedAnswer } from './rank-answers.ts';
import type { TextIndex } from './text-index.ts';

/** An entry found by its name, by its measures, or by both. */
export interface Result {
  entry: number;
  /** The name that matched; null where only an answer did. */
  name: NameHit | null;
  answer: Answer | undefined;
  score: number;
}

/** The score of a name that is exactly the query: above any answer's. */
const EXACT_SCORE = 1e6;
/** The score of a name that starts with the query, among answers. */
const START_SCORE = 40;
/** Added to it in proportion to how much of the name the query is. */
const START_COVERAGE = 120;
/** Answers shown below the names for a query of one part. */
const MAX_ANSWERS_BELOW_NAMES = 12;
/** Results that score less than this share of the best answer are left out. */
const MIN_SHARE = 0.3;

interface Query {
  /** The query, folded. */
  text: string;
  /** True if the query has at most one part that must be met. */
  isSingle: boolean;
}

/**
 * Exact names, then answers and names that start with the query by score, then other names. `names`
 * and `answers`: each best first.
 */
export function mergeResults(
  index: TextIndex,
  names: readonly NameHit[],
  answers: readonly RankedAnswer[],
  { text, isSingle }: Query,
): Result[] {
  const byEntry = new Map(answers.map(({ answer }) => [answer.entry, answer]));
  const results = new Map<number, Result>();
  const offer = (entry: number, name: NameHit | null, answer: Answer | undefined, score: number) => {
    if (!results.has(entry)) results.set(entry, { entry, name, answer, score });
  };
  // A nickname comes before an exact name of something else: for "GaN" gallium nitride is meant
  // more often than gallium.
  for (const { answer } of isSingle ? answers : [])
    if (answer.isExact && answer.code?.field === 'called') offer(answer.entry, null, answer, EXACT_SCORE + 1);
  const coverageOf = ({ line }: NameHit) =>
    text.length / Math.max(1, index.lines.lengthOf(Math.min(line, index.count - 1)));
  names.forEach((hit, k) => {
    const answer = byEntry.get(hit.entry);
    if (hit.how === 'exact') offer(hit.entry, hit, answer, EXACT_SCORE - k);
    else if (isSingle) offer(hit.entry, hit, answer, EXACT_SCORE / 2 - k);
    else if (hit.how === 'start')
      offer(
        hit.entry,
        hit,
        answer,
        Math.max(START_SCORE + START_COVERAGE * coverageOf(hit), answer ? answer.score : 0),
      );
  });
  const mostAnswers = isSingle && names.length > 0 ? MAX_ANSWERS_BELOW_NAMES : Infinity;
  const others = answers.filter(({ answer }) => !results.has(answer.entry)).slice(0, mostAnswers);
  for (const ranked of others) offer(ranked.answer.entry, null, ranked.answer, rankOf(ranked));
  names.forEach((hit, k) => offer(hit.entry, hit, undefined, START_SCORE - k / names.length));
  const best = Math.max(...answers.map(rankOf));
  return [...results.values()].filter(({ score }) => score >= best * MIN_SHARE).sort((a, b) => b.score - a.score);
}
