/** Points for one reading of one candidate, as described in lib/knowledge/README.md. */
import { ruleFlags, countryOf, kindOf } from '../evidence/readings.ts';
import type {
  Candidate,
  CountryEvidence,
  Reading,
  Note,
  Scored,
  Why,
  ScoredEvidence,
  CueHit,
  ReadingFeatures,
  TextFeatures,
} from '../model.ts';
import { ALONE, BY_COUNTRY, RULED, SAID_ALONE } from '../names/compiled-names.ts';
import { NEVER, type Context } from '../evidence/context.ts';
import { cueInMentions } from '../evidence/cue-proximity.ts';
import { cueOf } from '../scan/matcher.ts';
import { languages } from '../languages/index.ts';
import { actNumberPoints } from './score-act-number.ts';
import { supportPoints, tablePoints } from './score-other-mentions.ts';
import { isSymbol, symbolPoints } from './symbol-points.ts';
import { spokenBy, weigh } from '../evidence/cue-weights.ts';
import { cueOfUse, withinOf } from '../names/cue-use.ts';

export const MIN_TAKEN_POINTS = 2;
export const MIN_LEAD = 1;
const DEFAULT_COUNTRY_POINTS = 3;
/** The same in a Taiwanese article, which means Peking's ministry or Washington's. */
const DEFAULT_POINTS_IN_TAIWAN = 2;
/** The points for a body's country right beside it. */
const OWNED_POINTS = 6;
/** Decided by country, and yet not by that alone: `by: country` with `alone: false`. */
const needsMore = (flags: number) => (flags & (BY_COUNTRY | SAID_ALONE | ALONE)) === (BY_COUNTRY | SAID_ALONE);

/**
 * Scores all readings of a candidate, best first. `yearOf` gives the year of a number without one.
 */
export function scoreCandidate(
  context: Context,
  c: Candidate,
  features: TextFeatures,
  yearOf: (c: Candidate) => number | null,
): Scored[] {
  const year = c.readings.some(({ form }) => form !== null) ? yearOf(c) : null;
  const scored = bestOfEachEntry(c.readings.map((_, k) => scoreReading(context, c, k, features, year)));
  const weighed =
    features.country && !features.country.beside
      ? weighForeignBodies(context, c, scored, features, features.country)
      : scored;
  return weighed.length > 1 ? weighed.sort((a, b) => b.points - a.points) : weighed;
}

/** One score an entry: of several readings the better one, of equals the first. */
function bestOfEachEntry(all: readonly Scored[]): Scored[] {
  const best = new Map<string, Scored>();
  for (const one of all) {
    const same = best.get(one.reading.id);
    if (same && same.points >= one.points) continue;
    // A better one takes its place at the end of the order.
    best.delete(one.reading.id);
    best.set(one.reading.id, one);
  }
  return [...best.values()];
}

/** Points by the rules of a list, by the form of the name, and by all that outweighs them. */
function scoreReading(
  context: Context,
  c: Candidate,
  place: number,
  features: TextFeatures,
  year: number | null,
): Scored {
  const reading = c.readings[place] as Reading;
  const why: Why[] = [];
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

/** Points by the article's own explanation: "Bureau of Industry (BIS)". */
function definedPoints(
  { definitions }: Context,
  c: Candidate,
  reading: Reading,
  { ruled, owner }: TextFeatures,
  points: number,
  add: Note,
): number {
  // An owner that the text names right here outweighs what the article explains elsewhere.
  const bound = !owner && (ruled || c.readings.length > 1) ? definitions.bound.get(c.text) : undefined;
  if (bound === null || (bound !== undefined && bound !== reading.id)) return NEVER;
  if (bound === undefined && definitions.pairs.get(c) !== reading.id) return points;
  // A pair in brackets says which is meant, not that it matters here.
  const worth = (ruleFlags(reading) & (ALONE | BY_COUNTRY)) === 0 && definitions.unsupported.has(c) ? 1 : 4;
  add('( )', worth);
  return Math.max(points, 0) + worth;
}

/** "India's BIS" is India's, whatever the article is about; 台北的国安局 is not Washington's. */
function ownerPoints(reading: Reading, { country, owner }: TextFeatures, points: number): number {
  const whose = owner || country?.beside;
  if (!whose || kindOf(reading) !== 'agency') return points;
  if (countryOf(reading) !== whose) return NEVER;
  return owner ? points + OWNED_POINTS : points;
}

/**
 * Holds readings below the line where the article may mean a body that no list knows: countries
 * that no reading is of speak for one.
 */
function weighForeignBodies(
  context: Context,
  c: Candidate,
  scored: readonly Scored[],
  { own: spelling }: TextFeatures,
  country: CountryEvidence,
): Scored[] {
  const pointsOf = (reading: Reading) => country.points.get(countryOf(reading)) ?? 0;
  const foreign = foreignPoints(context, c, country);
  const byCountry = c.readings.filter((reading) => (ruleFlags(reading) & BY_COUNTRY) !== 0);
  const isOnly = new Set(byCountry.map(({ id }) => id)).size === 1;
  const most = Math.max(...scored.map(({ reading }) => pointsOf(reading)));
  const isBelow = ({ reading, points }: Scored): boolean => {
    const flags = ruleFlags(reading);
    if ((flags & BY_COUNTRY) === 0) return false;
    // Of several foreign ministries, the one of the country that the place is about.
    if (needsMore(flags) && pointsOf(reading) < most) return true;
    // A name that the list gives one body only, which the article calls by another name as well.
    if (isOnly && isNamedOtherwise(context, reading.id, spelling)) return false;
    const own = needsMore(flags)
      ? pointsOf(reading) +
        bodyPoints(context, c, countryOf(reading), reading.id) +
        (isOnly ? DEFAULT_COUNTRY_POINTS : 0)
      : points;
    const others = Math.max(foreign, isForeignBody(context, reading) ? DEFAULT_COUNTRY_POINTS : 0);
    return own - others < ((flags & SAID_ALONE) !== 0 ? 0 : MIN_LEAD);
  };
  return scored.map((one) => (isBelow(one) ? { ...one, points: Math.min(one.points, MIN_TAKEN_POINTS - 1) } : one));
}

/**
 * The most that any country says of which no reading is, and that is not home. The United States
 * has departments: its names say nothing against a ministry elsewhere.
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
 * A body that is meant where no country is named is not meant in an article about another one:
 * Ohio's. At home it still is.
 */
const isForeignBody = ({ article, countries }: Context, reading: Reading) =>
  (ruleFlags(reading) & SAID_ALONE) !== 0 &&
  countries.isForeignBody(reading.id) &&
  (article.home === '' || article.home !== countryOf(reading));

/** True if the article calls an entry by a name that is not this one. */
function isNamedOtherwise({ decided: taken }: Context, id: string, own: string): boolean {
  for (const { lower } of taken.names.get(id)?.values() ?? []) if (lower !== own) return true;
  return false;
}

/**
 * An agency or a company in the same paragraph speaks for its country: CFIUS for that of "the
 * Treasury".
 */
function bodyPoints(context: Context, c: Candidate, code: string, id: string): number {
  const found = context.decided.bodies.get(code)?.get(c.block);
  return found && (found.size > 1 || !found.has(id)) ? 1 : 0;
}

/**
 * The points of the cues of a reading's rule, including those that the mentions decided so far
 * speak for.
 */
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
    if (word !== null) (all ??= [...cues])[place] = spokenBy(use, word);
  }
  return all ? weigh(all) : heard;
}

/**
 * The points of a name that stands alone; `meant`: by country, its own body where no country is
 * named.
 */
function alonePoints({ article }: Context, reading: Reading, meant: boolean): number {
  const flags = ruleFlags(reading);
  if ((flags & ALONE) === 0) return 0;
  if ((flags & BY_COUNTRY) === 0) return 2;
  if (!meant) return 0;
  return article.home === 'tw' && countryOf(reading) !== 'tw' ? DEFAULT_POINTS_IN_TAIWAN : DEFAULT_COUNTRY_POINTS;
}

/** The points of other metals in the same table or list. */
function rowPoints(context: Context, c: Candidate, reading: Reading, { inTable }: ReadingFeatures, add: Note): number {
  const points = inTable ? tablePoints(context, c, reading, add) : 0;
  return points === 0 && isSymbol(reading) ? symbolPoints(context, c, reading, add) : points;
}

/** Points for the reading at a place among those of a candidate. */
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
  const byCountry = (flags & BY_COUNTRY) !== 0;
  // By country, only names with `alone: true` are meant where no country is named, unless a foreign
  // body or one at home has that name.
  const meant =
    (flags & SAID_ALONE) !== 0 &&
    !isForeignBody(context, reading) &&
    !country?.abroad &&
    (home === countryOf(reading) || !c.readings.some((other) => countryOf(other) === home));
  let points = alonePoints(context, reading, meant);
  if (byCountry && country) {
    const code = countryOf(reading);
    if (country.beside) {
      if (country.beside !== code) return NEVER;
      // A name that never stands alone needs more than the right country.
      const worth = needsMore(flags) ? 1 : OWNED_POINTS;
      points += worth;
      add(country.why.get(code) ?? '', worth);
    } else if (!needsMore(flags)) {
      const worth = (country.points.get(code) ?? 0) + bodyPoints(context, c, code, reading.id);
      points += worth;
      if (worth) add(country.why.get(code) ?? '', worth);
    }
  }
  if ((flags & RULED) === 0) return points;
  const heard = cuePoints(context, c, reading, said, own);
  for (const one of heard.why) add(one.word, one.points);
  points += heard.points + supportPoints(context, c, reading, said.official, own, add);
  points += rowPoints(context, c, reading, said, add);
  for (const one of said.codes.why) add(one.word, one.points);
  return points + said.codes.points;
}
