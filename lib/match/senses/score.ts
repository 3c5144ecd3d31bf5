/** Points for one reading of one candidate, as lib/knowledge/README.md tells. */
import { ruleFlags, countryOf, kindOf } from '../evidence/readings.ts';
import type {
  Candidate,
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
import { actNumberPoints } from './score-act-number.ts';
import { supportPoints, tablePoints } from './score-other-mentions.ts';
import { spokenBy, weigh, withinOf } from '../evidence/cue-weights.ts';
import { textFeaturesOf } from './text-features.ts';

export const MIN_TAKEN_POINTS = 2;
export const MIN_LEAD = 1;
const DEFAULT_COUNTRY = 3;
/** The same in a Taiwanese article, which means Peking's ministry or Washington's. */
const ELSEWHERE = 2;
/**
 * The United States has departments, so that what its names say is nothing against a ministry
 * elsewhere.
 */
const NOT_AMERICAN = /\bministry\b/i;
/** What a body's country right beside it weighs. */
const OWNED = 6;
/** Decided by country, and yet not by that alone: `by: country` with `alone: false`. */
const needsMore = (flags: number) => (flags & (BY_COUNTRY | SAID_ALONE | ALONE)) === (BY_COUNTRY | SAID_ALONE);

/**
 * Scores all readings of a candidate, best first. `yearOf` gives the year of a number without one.
 */
export function scoreCandidate(context: Context, c: Candidate, yearOf: (c: Candidate) => number | null): Scored[] {
  const written = (c.features ??= textFeaturesOf(context, c));
  const { ruled, country, owner } = written;
  // Whose it is, where the text says so right here, is more than what it explained elsewhere.
  const bound = !owner && (ruled || c.readings.length > 1) ? context.definitions.bound.get(c.text) : undefined;
  const pair = context.definitions.pairs.get(c);
  const scored: Scored[] = [];
  for (let k = 0; k < c.readings.length; k++) {
    const reading = c.readings[k] as Reading;
    const why: Why[] = [];
    const add = (word: string, points: number) => word !== '' && why.push({ word, points });
    let points = reading.form
      ? actNumberPoints(context, c, reading, yearOf(c), add)
      : rulePoints(context, c, k, written, add);
    const form = written.readings[k]?.surfaceForm;
    if (points > NEVER / 2 && form) {
      points += form.points;
      for (const one of form.why) why.push(one);
    }
    if (bound === null || (bound !== undefined && bound !== reading.id)) points = NEVER;
    else if (bound !== undefined || pair === reading.id) {
      // A pair in brackets says which is meant, not that it matters here.
      const worth = (ruleFlags(reading) & (ALONE | BY_COUNTRY)) === 0 && context.definitions.unsupported.has(c) ? 1 : 4;
      points = Math.max(points, 0) + worth;
      add('( )', worth);
    }
    // "India's BIS" is India's, whatever the article is about; 台北的国安局 is not Washington's.
    const whose = owner || country?.beside;
    if (whose && kindOf(reading) === 'agency') {
      if (countryOf(reading) !== whose) points = NEVER;
      else if (owner) points += OWNED;
    }
    if (context.choices.get(written.own) === reading.id) points += 100;
    const same = k > 0 ? scored.find((other) => other.reading.id === reading.id) : undefined;
    if (same && same.points >= points) continue;
    if (same) scored.splice(scored.indexOf(same), 1);
    scored.push({ reading, points, why });
  }
  // Countries that no reading is of speak for a body that no list knows.
  if (country && !country.beside) {
    const held = new Set(c.readings.map(countryOf));
    let foreign = 0;
    for (const [code, points] of country.points)
      if (!held.has(code) && code !== context.article.home && !(code === 'us' && NOT_AMERICAN.test(c.text)))
        foreign = Math.max(foreign, points);
    const holders = new Set(
      c.readings.filter((reading) => (ruleFlags(reading) & BY_COUNTRY) !== 0).map((reading) => reading.id),
    ).size;
    const most = Math.max(...scored.map(({ reading }) => country.points.get(countryOf(reading)) ?? 0));
    for (const one of scored) {
      const flags = ruleFlags(one.reading);
      if ((flags & BY_COUNTRY) === 0) continue;
      const code = countryOf(one.reading);
      // Of several foreign ministries, the one of the country that the place is about.
      if (needsMore(flags) && (country.points.get(code) ?? 0) < most) {
        one.points = Math.min(one.points, MIN_TAKEN_POINTS - 1);
        continue;
      }
      // A name that the list gives one body only, which the article calls by another name as well.
      if (holders === 1 && isNamedOtherwise(context, one.reading.id, written.own)) continue;
      const own = needsMore(flags)
        ? (country.points.get(code) ?? 0) +
          bodyPoints(context, c, code, one.reading.id) +
          (holders === 1 ? DEFAULT_COUNTRY : 0)
        : one.points;
      const others = Math.max(foreign, isForeignBody(context, one.reading) ? DEFAULT_COUNTRY : 0);
      if (own - others < ((flags & SAID_ALONE) !== 0 ? 0 : MIN_LEAD))
        one.points = Math.min(one.points, MIN_TAKEN_POINTS - 1);
    }
  }
  return scored.length > 1 ? scored.sort((a, b) => b.points - a.points) : scored;
}

/**
 * What is meant where no country is named is not meant in an article about somebody else's: Ohio's.
 * At home it still is.
 */
const isForeignBody = ({ article }: Context, reading: Reading) =>
  (ruleFlags(reading) & SAID_ALONE) !== 0 &&
  article.foreignBodies.has(reading.id) &&
  (article.home === '' || article.home !== countryOf(reading));

/** Whether the article calls an entry by a name that is not this one. */
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

/** What the cues of a reading's rule weigh, those too that mentions taken so far speak for. */
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
    const word = cueInMentions(context, c, cueOf(segment, use >>> 5), withinOf(use), own);
    if (word !== null) (all ??= [...cues])[place] = spokenBy(use, word);
  }
  return all ? weigh(all) : heard;
}

/**
 * What a name brings that stands alone; `meant`: by country, its own body where no country is
 * named.
 */
function alonePoints({ article }: Context, reading: Reading, meant: boolean): number {
  const flags = ruleFlags(reading);
  if ((flags & ALONE) === 0) return 0;
  if ((flags & BY_COUNTRY) === 0) return 2;
  if (!meant) return 0;
  return article.home === 'tw' && countryOf(reading) !== 'tw' ? ELSEWHERE : DEFAULT_COUNTRY;
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
  // By country, only what is said to stand alone is meant where no country is named, unless
  // somebody else or those at home have one of that name.
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
      // What never stands alone wants more than the right country.
      const worth = needsMore(flags) ? 1 : OWNED;
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
  if (said.inTable) points += tablePoints(context, c, reading, add);
  for (const one of said.codes.why) add(one.word, one.points);
  return points + said.codes.points;
}
