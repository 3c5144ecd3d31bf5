/** Computes the evidence in the text for a candidate, once for all rounds. */
import { ruleFlags, kindOf } from '../evidence/readings.ts';
import type {
  Candidate,
  Reading,
  Note,
  EvidenceWord,
  ScoredEvidence,
  CueHit,
  TextFeatures,
  ReadingFeatures,
} from '../model.ts';
import { RULE_BY_COUNTRY, RULE_STATED } from '../names/compiled-names.ts';
import { cueOfUse, withinOf } from '../names/cue-use.ts';
import type { Context } from '../evidence/context.ts';
import { cueInText, mayBeMention } from '../evidence/cue-proximity.ts';
import { surfaceFormPoints } from './score-surface-form.ts';
import { headsRow, isAbbreviation } from '../evidence/surface-form.ts';
import { cueOf } from '../scan/matcher.ts';
import { codePoints, officialOf } from './score-other-mentions.ts';
import { NO_EVIDENCE, cueHitOf, scoreCues } from '../evidence/cue-weights.ts';

function noted(
  context: Context,
  c: Candidate,
  reading: Reading,
  ask: (context: Context, c: Candidate, reading: Reading, add: Note) => number,
): ScoredEvidence {
  let why: EvidenceWord[] | null = null;
  const points = ask(context, c, reading, (word, points) => {
    if (word !== '') (why ??= []).push({ word, points });
  });
  return points === 0 && why === null ? NO_EVIDENCE : { points, why: why ?? NO_EVIDENCE.why };
}

const NO_CUES: readonly CueHit[] = [];
const NONE_OPEN: readonly number[] = [];
/** Empty features: act numbers are scored otherwise. */
const OF_NUMBER: ReadingFeatures = {
  surfaceForm: NO_EVIDENCE,
  codes: NO_EVIDENCE,
  inTable: false,
  official: null,
  cues: NO_CUES,
  openCues: NONE_OPEN,
  cuePoints: NO_EVIDENCE,
};

function cuesNear(
  context: Context,
  c: Candidate,
  { segment, rule }: Reading,
  own: string,
): { cues: CueHit[]; open: number[] } {
  const found: CueHit[] = [];
  const open: number[] = [];
  const { names } = segment;
  const to = names.ruleStarts[rule + 1] ?? 0;
  for (let k = names.ruleStarts[rule] ?? 0; k < to; k++) {
    const use = names.ruleUses[k] ?? 0;
    const cue = cueOf(segment, cueOfUse(use));
    const word = cueInText(context, c, cue, withinOf(use), own);
    if (word !== null) found.push(cueHitOf(use, word));
    else if (mayBeMention(context.article.matcher, cue)) {
      open.push(found.length);
      found.push({ use, word, key: '' });
    }
  }
  return { cues: found, open };
}

function readingFeaturesOf(
  context: Context,
  c: Candidate,
  reading: Reading,
  ruled: boolean,
  own: string,
): ReadingFeatures {
  if (reading.form) return OF_NUMBER;
  const form = noted(context, c, reading, surfaceFormPoints);
  if (!ruled) return form === NO_EVIDENCE ? OF_NUMBER : { ...OF_NUMBER, surfaceForm: form };
  const company = noted(context, c, reading, codePoints);
  if ((ruleFlags(reading) & RULE_STATED) === 0) return { ...OF_NUMBER, surfaceForm: form, codes: company };
  const { cues, open } = cuesNear(context, c, reading, own);
  return {
    surfaceForm: form,
    codes: company,
    inTable: kindOf(reading) === 'mineral' && headsRow(context.sentences.text(c.block), c.start, c.end),
    official: officialOf(context, c, reading),
    cues,
    openCues: open,
    cuePoints: scoreCues(cues),
  };
}

export function textFeaturesOf(context: Context, c: Candidate): TextFeatures {
  let flags = 0;
  for (const reading of c.readings) flags |= ruleFlags(reading);
  const ruled = (flags & RULE_STATED) !== 0;
  const own = c.text.toLowerCase();
  const country = (flags & RULE_BY_COUNTRY) !== 0 ? context.countries.at(c) : null;
  return {
    own,
    ruled,
    country,
    owner: ruled && !country && isAbbreviation(c.text) ? context.countries.ownerOf(c) : '',
    readings: c.readings.map((reading) => readingFeaturesOf(context, c, reading, ruled, own)),
  };
}
