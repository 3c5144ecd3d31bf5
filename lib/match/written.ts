/** What the text itself says of a candidate: worked out once, since it is the same in each round. */
import { ruleFlags, type Candidate, type Reading } from './candidates.ts';
import { BY_COUNTRY, RULED } from './compiled.ts';
import { type Context, type Note, type Why } from './context.ts';
import type { CountryEvidence } from './country.ts';
import { cueInText, mayBeMention } from './cue-near.ts';
import { formOf } from './form-points.ts';
import { isAbbreviation } from './guards.ts';
import { companyOf } from './support-points.ts';

interface Noted {
  points: number;
  why: readonly Why[];
}

/** A cue of a rule: the word that speaks for it, or null where only a mention can that is taken later. */
interface Spoken {
  use: number;
  word: string | null;
}

export interface Written {
  ruled: boolean;
  country: CountryEvidence | null;
  /** The country that owns an abbreviation: "India's BIS". */
  owner: string;
  /** By reading: the form, the company it is in, the cues of its rule. */
  forms: Noted[];
  companies: Noted[];
  cues: Spoken[][];
}

function noted(context: Context, c: Candidate, reading: Reading, ask: (context: Context, c: Candidate, reading: Reading, add: Note) => number): Noted {
  const why: Why[] = [];
  const points = ask(context, c, reading, (word, points) => word !== '' && why.push({ word, points }));
  return points === 0 && why.length === 0 ? NOTHING : { points, why };
}

const NOTHING: Noted = { points: 0, why: [] };
const NONE: Spoken[] = [];

function spoken(context: Context, c: Candidate, reading: Reading): Spoken[] {
  if (reading.form || (ruleFlags(reading) & RULED) === 0) return NONE;
  const { names, cues } = reading.segment;
  const own = c.text.toLowerCase();
  const to = names.ruleStarts[reading.rule + 1] ?? 0;
  const found: Spoken[] = [];
  for (let k = names.ruleStarts[reading.rule] ?? 0; k < to; k++) {
    const use = names.ruleUses[k] ?? 0;
    const cue = cues[use >>> 5] ?? 0;
    const word = cueInText(context, c, cue, (use >>> 2) & 3, own);
    if (word !== null || mayBeMention(context.article.matcher, cue)) found.push({ use, word });
  }
  return found;
}

export function writtenOf(context: Context, c: Candidate): Written {
  const ruled = c.readings.some((reading) => (ruleFlags(reading) & RULED) !== 0);
  const country = c.readings.some((reading) => (ruleFlags(reading) & BY_COUNTRY) !== 0) ? context.countries.at(c) : null;
  return {
    ruled,
    country,
    owner: ruled && !country && isAbbreviation(c.text) ? context.countries.before(c) : '',
    forms: c.readings.map((reading) => (reading.form ? NOTHING : noted(context, c, reading, formOf))),
    companies: ruled ? c.readings.map((reading) => (reading.form ? NOTHING : noted(context, c, reading, companyOf))) : [],
    cues: ruled ? c.readings.map((reading) => spoken(context, c, reading)) : [],
  };
}
