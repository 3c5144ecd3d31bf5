/** Scores the readings of a candidate, as lib/knowledge/README.md describes. */
import { ruleFlags, countryOf, kindOf } from '../evidence/readings.ts';
import type {
  Candidate,
  CountryEvidence,
  Reading,
  Note,
  ScoredReading,
  EvidenceWord,
  ScoredEvidence,
  CueHit,
  ReadingFeatures,
  TextFeatures,
} from '../model.ts';
import { RULE_ALONE, RULE_BY_COUNTRY, RULE_STATED, RULE_STATES_ALONE } from '../names/compiled-names.ts';
import { NEVER, type Context } from '../evidence/context.ts';
import { cueInMentions } from '../evidence/cue-proximity.ts';
import { cueOf } from '../scan/matcher.ts';
import { languages } from '../languages/index.ts';
import { actNumberPoints } from './score-act-number.ts';
import { supportPoints, tablePoints } from './score-other-mentions.ts';
import { isSymbol, symbolPoints } from './symbol-points.ts';
import { cueHitOf, scoreCues } from '../evidence/cue-weights.ts';
import { cueOfUse, withinOf } from '../names/cue-use.ts';

/** Points below which no reading is chosen. */
export const MIN_TAKEN_POINTS = 2;
/** Points by which the best reading must lead the next entry. */
export const MIN_LEAD = 1;
const DEFAULT_COUNTRY_POINTS = 3;
/** The same in a Taiwanese article, which may mean Beijing's or Washington's ministry. */
const DEFAULT_POINTS_IN_TAIWAN = 2;
/** Points for a body's country next to it. */
const OWNED_POINTS = 6;
/** True for names that need their country and more: `by: country` with `alone: false`. */
const needsMore = (flags: number) =>
  (flags & (RULE_BY_COUNTRY | RULE_STATES_ALONE | RULE_ALONE)) === (RULE_BY_COUNTRY | RULE_STATES_ALONE);

/**
 * Scores all readings of a candidate, best first. `yearOf` gives the year of a number without one.
 */
export function scoreCandidate(
  context: Context,
  c: Candidate,
  features: TextFeatures,
  yearOf: (c: Candidate) => number | null,
): ScoredReading[] {
  const year = c.readings.some(({ form }) => form !== null) ? yearOf(c) : null;
  const scored = bestOfEachEntry(c.readings.map((_, k) => scoreReading(context, c, k, features, year)));
  const weighed =
    features.country && !features.country.beside
      ? weighForeignBodies(context, c, scored, features, features.country)
      : scored;
  return weighed.length > 1 ? weighed.sort((a, b) => b.points - a.points) : weighed;
}

/** The best reading of each entry; the first of equals. */
function bestOfEachEntry(all: readonly ScoredReading[]): ScoredReading[] {
  const best = new Map<string, ScoredReading>();
  for (const one of all) {
    const same = best.get(one.reading.id);
    if (same && same.points >= one.points) continue;
    // Deleted first, so that a better reading moves to the end of the order.
    best.delete(one.reading.id);
    best.set(one.reading.id, one);
  }
  return [...best.values()];
}

/** Points by the list's rules, by the form of the name, and by evidence that overrides both. */
function scoreReading(
  context: Context,
  c: Candidate,
  place: number,
  features: TextFeatures,
  year: number | null,
): ScoredReading {
  const reading = c.readings[place] as Reading;
  const why: EvidenceWord[] = [];
  const add: Note = (word, points) => word !== '' && why.push({ word, points });
  let points = reading.form
    ? actNumberPoints(context, c, reading, year, add)
    : rulePoints(context, c, place, features, add);
  const form = features.readings[place]?.surfaceForm;
  if (points > NEVER / 2 && form) {
    points += form.points;
    why.push(...form.why);
  }
  points = definedPoints(context, c, reading, features, points, add);
  points = ownerPoints(reading, features, points);
  if (context.choices.get(features.own) === reading.id) points += 100;
  return { reading, points, why };
}

/** Points from the article's own explanation of an abbreviation: "Bureau of Industry (BIS)". */
function definedPoints(
  { definitions }: Context,
  c: Candidate,
  reading: Reading,
  { ruled, owner }: TextFeatures,
  points: number,
  add: Note,
): number {
  // An owner next to the name overrides an explanation elsewhere in the article.
  const bound = !owner && (ruled || c.readings.length > 1) ? definitions.bound.get(c.text) : undefined;
  if (bound === null || (bound !== undefined && bound !== reading.id)) return NEVER;
  if (bound === undefined && definitions.pairs.get(c) !== reading.id) return points;
  // A pair in brackets shows which entry is meant, but not that the name should be marked.
  const worth = (ruleFlags(reading) & (RULE_ALONE | RULE_BY_COUNTRY)) === 0 && definitions.unsupported.has(c) ? 1 : 4;
  add('( )', worth);
  return Math.max(points, 0) + worth;
}

/** The owner next to a name decides: "India's BIS" is India's, and 台北的国安局 is not Washington's. */
function ownerPoints(reading: Reading, { country, owner }: TextFeatures, points: number): number {
  const whose = owner || country?.beside;
  if (!whose || kindOf(reading) !== 'agency') return points;
  if (countryOf(reading) !== whose) return NEVER;
  return owner ? points + OWNED_POINTS : points;
}

/**
 * Keeps readings below the threshold if the article may mean a body that no list knows, because it
 * has countries that no reading belongs to.
 */
function weighForeignBodies(
  context: Context,
  c: Candidate,
  scored: readonly ScoredReading[],
  { own: spelling }: TextFeatures,
  country: CountryEvidence,
): ScoredReading[] {
  const pointsOf = (reading: Reading) => country.points.get(countryOf(reading)) ?? 0;
  const foreign = foreignPoints(context, c, country);
  const byCountry = c.readings.filter((reading) => (ruleFlags(reading) & RULE_BY_COUNTRY) !== 0);
  const isOnly = new Set(byCountry.map(({ id }) => id)).size === 1;
  const most = Math.max(...scored.map(({ reading }) => pointsOf(reading)));
  const isBelow = ({ reading, points }: ScoredReading): boolean => {
    const flags = ruleFlags(reading);
    if ((flags & RULE_BY_COUNTRY) === 0) return false;
    // Of several foreign ministries, only the one of the best supported country counts.
    if (needsMore(flags) && pointsOf(reading) < most) return true;
    // An exception: only one body has the name, and the article also uses another name of it.
    if (isOnly && isNamedOtherwise(context, reading.id, spelling)) return false;
    const own = needsMore(flags)
      ? pointsOf(reading) +
        bodyPoints(context, c, countryOf(reading), reading.id) +
        (isOnly ? DEFAULT_COUNTRY_POINTS : 0)
      : points;
    const others = Math.max(foreign, isForeignBody(context, reading) ? DEFAULT_COUNTRY_POINTS : 0);
    return own - others < ((flags & RULE_STATES_ALONE) !== 0 ? 0 : MIN_LEAD);
  };
  return scored.map((one) => (isBelow(one) ? { ...one, points: Math.min(one.points, MIN_TAKEN_POINTS - 1) } : one));
}

/**
 * The most points of a country that is neither home nor a reading's. The United States has
 * departments, so it does not count against a ministry.
 */
function foreignPoints({ article }: Context, c: Candidate, country: CountryEvidence): number {
  const held = new Set(c.readings.map(countryOf));
  let most = 0;
  for (const [code, points] of country.points)
    if (!held.has(code) && code !== article.home && !(code === 'us' && languages().bodies.notAmerican.test(c.text)))
      most = Math.max(most, points);
  return most;
}

/**
 * True if the article is about a foreign body of this name (Ohio's), so that the default body is
 * not meant. In the home country it still is.
 */
const isForeignBody = ({ article, countries }: Context, reading: Reading) =>
  (ruleFlags(reading) & RULE_STATES_ALONE) !== 0 &&
  countries.isForeignBody(reading.id) &&
  (article.home === '' || article.home !== countryOf(reading));

/** True if the article uses another name of the entry. */
function isNamedOtherwise({ decided: taken }: Context, id: string, own: string): boolean {
  for (const { lower } of taken.names.get(id)?.values() ?? []) if (lower !== own) return true;
  return false;
}

/**
 * Points for a country from its agencies and companies in the same paragraph: CFIUS for "the
 * Treasury".
 */
function bodyPoints(context: Context, c: Candidate, code: string, id: string): number {
  const found = context.decided.bodies.get(code)?.get(c.block);
  return found && (found.size > 1 || !found.has(id)) ? 1 : 0;
}

/** The points of the cues of a reading's rule, including cues that decided mentions match. */
function cuePoints(
  context: Context,
  c: Candidate,
  { segment }: Reading,
  { cues, openCues: open, cuePoints: heard }: ReadingFeatures,
  own: string,
): ScoredEvidence {
  let all: CueHit[] | null = null;
  for (const place of open) {
    const use = cues[place]?.use ?? 0;
    const word = cueInMentions(context, c, cueOf(segment, cueOfUse(use)), withinOf(use), own);
    if (word !== null) (all ??= [...cues])[place] = cueHitOf(use, word);
  }
  return all ? scoreCues(all) : heard;
}

/**
 * The points of a name without other evidence. `meant`: the name is decided by country, and this is
 * the default body.
 */
function alonePoints({ article }: Context, reading: Reading, meant: boolean): number {
  const flags = ruleFlags(reading);
  if ((flags & RULE_ALONE) === 0) return 0;
  if ((flags & RULE_BY_COUNTRY) === 0) return 2;
  if (!meant) return 0;
  return article.home === 'tw' && countryOf(reading) !== 'tw' ? DEFAULT_POINTS_IN_TAIWAN : DEFAULT_COUNTRY_POINTS;
}

/** Points from other metals in the same table or list. */
function rowPoints(context: Context, c: Candidate, reading: Reading, { inTable }: ReadingFeatures, add: Note): number {
  const points = inTable ? tablePoints(context, c, reading, add) : 0;
  return points === 0 && isSymbol(reading) ? symbolPoints(context, c, reading, add) : points;
}

/** Points of the candidate's reading at index `place`. */
function rulePoints(
  context: Context,
  c: Candidate,
  place: number,
  { country, own, readings: all }: TextFeatures,
  add: Note,
): number {
  const { home } = context.article;
  const reading = c.readings[place] as Reading;
  const said = all[place] as ReadingFeatures;
  const flags = ruleFlags(reading);
  const byCountry = (flags & RULE_BY_COUNTRY) !== 0;
  // Without a country, only names with `alone: true` mean their default body, unless a foreign body
  // or the home country's has the name here.
  const meant =
    (flags & RULE_STATES_ALONE) !== 0 &&
    !isForeignBody(context, reading) &&
    !country?.abroad &&
    (home === countryOf(reading) || !c.readings.some((other) => countryOf(other) === home));
  let points = alonePoints(context, reading, meant);
  if (byCountry && country) {
    const code = countryOf(reading);
    if (country.beside) {
      if (country.beside !== code) return NEVER;
      // A name that needs evidence needs more than the right country.
      const worth = needsMore(flags) ? 1 : OWNED_POINTS;
      points += worth;
      add(country.why.get(code) ?? '', worth);
    } else if (!needsMore(flags)) {
      const worth = (country.points.get(code) ?? 0) + bodyPoints(context, c, code, reading.id);
      points += worth;
      if (worth) add(country.why.get(code) ?? '', worth);
    }
  }
  if ((flags & RULE_STATED) === 0) return points;
  const heard = cuePoints(context, c, reading, said, own);
  for (const one of heard.why) add(one.word, one.points);
  points += heard.points + supportPoints(context, c, reading, said.official, own, add);
  points += rowPoints(context, c, reading, said, add);
  for (const one of said.codes.why) add(one.word, one.points);
  return points + said.codes.points;
}
