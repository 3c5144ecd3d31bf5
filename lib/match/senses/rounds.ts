/**
 * Decides which reading of each candidate wins, if any: first for names with a single meaning, then
 * twice for the others with the evidence of those, so that they can support each other.
 */
import { ruleFlags, countryOf, kindOf } from '../evidence/readings.ts';
import type { Candidate, ResolvedCandidate, ScoredReading, TextFeatures } from '../model.ts';
import { RULE_BY_COUNTRY, RULE_STATED } from '../names/compiled-names.ts';
import { Decided, type Context } from '../evidence/context.ts';
import { MIN_LEAD, MIN_TAKEN_POINTS, scoreCandidate } from './score.ts';
import { textFeaturesOf } from './text-features.ts';

/** Points from which a sense is sure and carries over to the same spelling elsewhere. */
const MIN_SURE_POINTS = 4;
const MAX_ROUNDS = 3;
/** Small items that are handled in one step. */
const ITEMS_IN_STEP = 64;
/** Candidates that are scored in one step; each takes some microseconds. */
const CANDIDATES_IN_STEP = 8;

/** The results by candidate index. */
interface RoundResults {
  /** The scores of all readings, best first. */
  results: (readonly ScoredReading[])[];
  winners: (ScoredReading | null)[];
}

/** Scores all candidates. `standing`: earlier results that are reused, by candidate index. */
export function* scoreInRounds(
  context: Context,
  yearOf: (c: Candidate) => number | null,
  standing: readonly (ResolvedCandidate | null)[],
): Generator<void, RoundResults> {
  const { candidates } = context.article;
  const results: (readonly ScoredReading[])[] = new Array(candidates.length);
  const winners: (ScoredReading | null)[] = new Array(candidates.length).fill(null);
  const winner = winnerIn(context);
  const open: Candidate[] = [];
  let scoredSoFar = 0;
  for (const c of candidates) {
    const resolved = standing[c.index];
    if (resolved) {
      results[c.index] = resolved.scored;
      winners[c.index] = resolved.winner;
      continue;
    }
    if (!isPlain(c)) {
      open.push(c);
      continue;
    }
    const scored = scoreCandidate(context, c, textFeaturesOf(context, c), yearOf);
    results[c.index] = scored;
    winners[c.index] = winner(scored);
    if (++scoredSoFar % CANDIDATES_IN_STEP === 0) yield;
  }
  // The evidence in the text is the same in each round.
  const features: (TextFeatures | undefined)[] = [];
  for (let round = 0; round < MAX_ROUNDS && open.length; round++) {
    const inRound: Context = { ...context, decided: yield* takenFrom(context, winners) };
    let changed = false;
    for (const [k, c] of open.entries()) {
      const before = winners[c.index];
      const scored = scoreCandidate(inRound, c, (features[k] ??= textFeaturesOf(inRound, c)), yearOf);
      const after = winner(scored);
      if (
        before?.reading.id !== after?.reading.id ||
        (before?.points ?? 0) >= MIN_SURE_POINTS !== (after?.points ?? 0) >= MIN_SURE_POINTS
      )
        changed = true;
      results[c.index] = scored;
      winners[c.index] = after;
      if (++scoredSoFar % CANDIDATES_IN_STEP === 0) yield;
    }
    if (!changed) break;
  }
  return { results, winners };
}

const isPlain = (c: Candidate) =>
  c.readings.length === 1 && c.readings.every((reading) => (ruleFlags(reading) & RULE_STATED) === 0);

const first = ([best]: readonly ScoredReading[]): ScoredReading | null =>
  best && best.points >= MIN_TAKEN_POINTS ? best : null;

const winnerIn = ({ allReadings }: Context) => (allReadings ? first : leader);

function leader(scored: readonly ScoredReading[]): ScoredReading | null {
  const [best, next] = scored;
  if (!best || best.points < MIN_TAKEN_POINTS) return null;
  if (!next || best.points - next.points >= MIN_LEAD) return best;
  // If two lists give a name different meanings, the first list wins.
  return best.reading.segment === next.reading.segment
    ? null
    : ([best, next].sort((a, b) => a.reading.segment.base - b.reading.segment.base)[0] ?? null);
}

/** Collects the evidence of the decided mentions for the others. */
function* takenFrom({ article }: Context, winners: readonly (ScoredReading | null)[]): Generator<void, Decided> {
  const taken = new Decided();
  const { cues } = article.matcher;
  for (const c of article.candidates) {
    if (c.index % ITEMS_IN_STEP === 0) yield;
    const best = winners[c.index];
    if (!best) continue;
    const { id, segment, entry } = best.reading;
    const kind = kindOf(best.reading);
    for (const cue of [cues.get(id), cues.get(`kind/${kind}`)])
      if (cue !== undefined) taken.evidence.add(cue, c.block, c.start, c.end);
    const country = kind === 'agency' || kind === 'company' ? segment.names.entryCountries[entry] : '';
    if (country) taken.addBody(country, c.block, id);
    taken.addName(id, c.text, c.block);
    // A text seldom repeats the country of a foreign ministry, so naming it once is enough.
    const abroad = (ruleFlags(best.reading) & RULE_BY_COUNTRY) !== 0 && countryOf(best.reading) !== article.home;
    if (best.points >= MIN_SURE_POINTS || abroad) taken.addSure(c.text, id, c);
  }
  return taken;
}
