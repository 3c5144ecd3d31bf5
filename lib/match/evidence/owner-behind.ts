/**
 * Finds the country of a body by what follows it: a part of the body ("the Commerce Department's
 * Bureau of Industry and Security", 商务部工业与安全局) or its speaker (商务部长卢特尼克).
 */
import { languages } from '../languages/index.ts';
import type { Candidate } from '../model.ts';
import type { Article } from './article.ts';
import { countryOf, kindOf } from './readings.ts';
import { numberOf, startOf } from '../text/flat-spans.ts';

/** UTF-16 units between a body and its part or speaker. */
const MAX_BETWEEN = 24;

/** The country of the body's part or speaker; '' if neither follows. */
export function ownerBehind({ candidates, evidence, matcher }: Article, candidate: Candidate, text: string): string {
  const { block, end, readings } = candidate;
  const next = candidates[candidate.index + 1];
  const [part] = next?.readings ?? [];
  if (next?.block === block && part && next.start - end <= MAX_BETWEEN) {
    const code = countryOf(part);
    if (
      code !== '' &&
      next.readings.every((one) => kindOf(one) === 'agency' && countryOf(one) === code) &&
      readings.some((one) => countryOf(one) === code) &&
      languages().countries.ownPart.test(text.slice(end, next.start))
    )
      return code;
  }
  for (const reading of readings) {
    const cue = matcher.cues.get(reading.id);
    const places = evidence.of(cue);
    const n = evidence.firstIn(cue, block, end);
    const start = startOf(places, n);
    if (
      numberOf(places, n) === block &&
      start - end <= MAX_BETWEEN &&
      languages().countries.speaker.test(text.slice(end, start))
    )
      return countryOf(reading);
  }
  return '';
}
