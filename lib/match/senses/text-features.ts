/** What the text itself says of a candidate: worked out once, since it is the same in each round. */
import { ruleFlags, type Candidate, type Reading } from '../candidates/gather.ts';
import { BY_COUNTRY, RULED } from '../names/compiled-names.ts';
import { kindOf, type Context, type Note, type Why } from '../evidence/context.ts';
import type { CountryEvidence } from '../evidence/country.ts';
import { cueInText, mayBeMention } from '../evidence/cue-proximity.ts';
import { formOf } from './score-surface-form.ts';
import { headsRow, isAbbreviation } from '../evidence/surface-form.ts';
import { cueOf } from '../scan/matcher.ts';
import { companyOf, officialOf } from './score-other-mentions.ts';
import { NOTHING, spokenBy, weigh, type Noted, type Spoken } from '../evidence/cue-weights.ts';

/** What the text says for one reading. */
export interface Said {
  form: Noted;
  /** Codes of its kind in the same sentence. */
  company: Noted;
  /** A metal at the head of a row of a table. */
  inTable: boolean;
  /** A word that stands for an official or another helper of the entry near by, or null. */
  official: string | null;
  /** The cues of its rule that speak, or may do so yet. */
  cues: readonly Spoken[];
  /** Places among `cues` of those that only a mention can speak for. */
  open: readonly number[];
  /** What the others weigh together. */
  heard: Noted;
}

export interface Written {
  /** The candidate's text in small letters. */
  own: string;
  country: CountryEvidence | null;
  /** The country that owns an abbreviation: "India's BIS". */
  owner: string;
  ruled: boolean;
  /** By reading. */
  said: Said[];
}

function noted(
  context: Context,
  c: Candidate,
  reading: Reading,
  ask: (context: Context, c: Candidate, reading: Reading, add: Note) => number,
): Noted {
  let why: Why[] | null = null;
  const points = ask(context, c, reading, (word, points) => {
    if (word !== '') (why ??= []).push({ word, points });
  });
  return points === 0 && why === null ? NOTHING : { points, why: why ?? NOTHING.why };
}

const NO_CUES: readonly Spoken[] = [];
const NONE_OPEN: readonly number[] = [];
/** A number is scored by other things. */
const OF_NUMBER: Said = {
  form: NOTHING,
  company: NOTHING,
  inTable: false,
  official: null,
  cues: NO_CUES,
  open: NONE_OPEN,
  heard: NOTHING,
};

function spoken(
  context: Context,
  c: Candidate,
  { segment, rule }: Reading,
  own: string,
): { cues: Spoken[]; open: number[] } {
  const found: Spoken[] = [];
  const open: number[] = [];
  const { names } = segment;
  const to = names.ruleStarts[rule + 1] ?? 0;
  for (let k = names.ruleStarts[rule] ?? 0; k < to; k++) {
    const use = names.ruleUses[k] ?? 0;
    const cue = cueOf(segment, use >>> 5);
    const word = cueInText(context, c, cue, (use >>> 2) & 3, own);
    if (word !== null) found.push(spokenBy(use, word));
    else if (mayBeMention(context.article.matcher, cue)) {
      open.push(found.length);
      found.push({ use, word, key: '' });
    }
  }
  return { cues: found, open };
}

function saidOf(context: Context, c: Candidate, reading: Reading, ruled: boolean, own: string): Said {
  if (reading.form) return OF_NUMBER;
  const form = noted(context, c, reading, formOf);
  if (!ruled) return form === NOTHING ? OF_NUMBER : { ...OF_NUMBER, form };
  const company = noted(context, c, reading, companyOf);
  if ((ruleFlags(reading) & RULED) === 0) return { ...OF_NUMBER, form, company };
  const { cues, open } = spoken(context, c, reading, own);
  return {
    form,
    company,
    inTable: kindOf(reading) === 'mineral' && headsRow(context.texts.text(c.block), c.start, c.end),
    official: officialOf(context, c, reading),
    cues,
    open,
    heard: weigh(cues),
  };
}

export function writtenOf(context: Context, c: Candidate): Written {
  let flags = 0;
  for (const reading of c.readings) flags |= ruleFlags(reading);
  const ruled = (flags & RULED) !== 0;
  const own = c.text.toLowerCase();
  const country = (flags & BY_COUNTRY) !== 0 ? context.countries.at(c) : null;
  return {
    own,
    ruled,
    country,
    owner: ruled && !country && isAbbreviation(c.text) ? context.countries.ownerOf(c) : '',
    said: c.readings.map((reading) => saidOf(context, c, reading, ruled, own)),
  };
}
