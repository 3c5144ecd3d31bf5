/** From hits to candidates: which spans may be names, the longest first, and the evidence around. */
import {
  BY_COUNTRY,
  LANGS,
  RULED,
  TARGET_CUE,
  TARGET_DECOY,
  TARGET_FORM,
  TARGET_NAME,
  LANG_SHIFT,
  flagsOf,
  ruleOf,
  targetKind,
} from '../names/compiled-names.ts';
import type { Evidence } from '../evidence/cue-index.ts';
import { withoutFalse, type Denial } from './decoys.ts';
import { findForms, type FormSpan } from './act-numbers.ts';
import { countsIn } from './language.ts';
import { any, isLower, isUpper } from '../text/characters.ts';
import { lowerBound } from '../../core/lower-bound.ts';
import { cueOf, type BlockReading, type Matcher, type Segment } from '../scan/matcher.ts';
import type { Judged } from '../senses/rounds.ts';
import type { Written } from '../senses/text-features.ts';
import { isAddress, isSector } from '../evidence/surface-form.ts';
import { CASE, CASE_ANY } from '../scan/compare-name.ts';

/** One thing that a span may stand for. */
export interface Reading {
  segment: Segment;
  /** Index among the segment's entries. */
  entry: number;
  id: string;
  rule: number;
  /** The name as the list spells it, '' for a numbered form. */
  text: string;
  /** A name of another language than the article's: the entry's own name for it, if any, goes first. */
  abroad: boolean;
  /** Written in small letters against the list's spelling, in a line that has no capitals. */
  lowered: boolean;
  form: FormSpan | null;
}

export interface Candidate {
  /** Its place among the article's candidates, in reading order. */
  index: number;
  block: number;
  start: number;
  end: number;
  /** As written in the text. */
  text: string;
  readings: Reading[];
  /** What the text says of it, worked out in the first round: null before that. */
  written: Written | null;
  /** What it was judged to be, kept from one choice to the next where the page goes on changing. */
  judged: Judged | null;
}

export interface Article {
  matcher: Matcher;
  blocks: readonly BlockReading[];
  lang: string;
  /** The country that it is written in, as far as its language tells: '' for English. */
  home: string;
  candidates: Candidate[];
  evidence: Evidence;
  /** Entries of whose kind somebody else has a body that the article names. */
  strangers: Set<string>;
}

/** What one block holds, by itself. */
export interface Gathered {
  candidates: readonly Candidate[];
  /** Triples: cue, start, end. */
  cues: readonly number[];
  /** Entries whose names, decided by country, stand in the longer name of somebody else: "Ohio Department of Commerce". */
  strangers: readonly string[];
}

/** A longer expression that is none of a name, or of a topic's words. */
interface Decoy extends Denial {
  id: string;
}

export const ruleFlags = (reading: Reading): number =>
  reading.form ? RULED : (reading.segment.names.ruleFlags[reading.rule] ?? 0) | (reading.lowered ? RULED : 0);

/** A word, of a topic or by itself, as the list spells it; null for another cue: 国务院 in a longer name is still a word for China. */
function topicWord(matcher: Matcher, cue: number, target: number): string | null {
  if (!/^(?:topic\/|$)/.test(matcher.cueKeys[cue] ?? '')) return null;
  const segment = matcher.segmentOf(target);
  return matcher.texts.of(segment, target - segment.base);
}

/** Names that other languages would take for words of their own: never outside English. */
const isCommonWord = (segment: Segment, rule: number, text: string) =>
  ((segment.names.ruleFlags[rule] ?? 0) & RULED) !== 0 && /^[a-z]+$/.test(text);

/** Whether a block holds a name or a number at all, however it will be judged. */
export function holdsName(matcher: Matcher, { hits }: BlockReading): boolean {
  for (let k = 2; k < hits.length; k += 3) {
    const target = hits[k] ?? 0;
    const segment = matcher.segmentOf(target);
    const kind = targetKind(flagsOf(segment.names, target - segment.base));
    if (kind === TARGET_NAME || kind === TARGET_FORM) return true;
  }
  return false;
}

export function gatherBlock(matcher: Matcher, block: BlockReading, lang: string): Gathered {
  const cues: number[] = [];
  const cueTargets: number[] = [];
  const foreign = lang === 'de' || lang === 'fr' || lang === 'es';
  const spans: Candidate[] = [];
  const decoys: Decoy[] = [];
  const formStarts: number[] = [];
  const { hits } = block;
  for (let k = 0; k < hits.length; k += 3) {
    const start = hits[k] ?? 0;
    const end = hits[k + 1] ?? 0;
    const target = hits[k + 2] ?? 0;
    const segment = matcher.segmentOf(target);
    const { names } = segment;
    const t = target - segment.base;
    const flags = flagsOf(names, t);
    const kind = targetKind(flags);
    const ref = names.targetRefs[t] ?? 0;
    if (kind === TARGET_FORM) {
      if (formStarts.at(-1) !== start) formStarts.push(start);
      continue;
    }
    const lng = flags >>> LANG_SHIFT;
    const text = lng > 1 || foreign || kind !== TARGET_CUE ? matcher.texts.of(segment, t) : '';
    if (lng > 1 && !countsIn(lng, lang, block.scripts, text)) continue;
    // "mine" and "die" are other words elsewhere.
    if (kind === TARGET_CUE && foreign && lng === 1 && /^[a-z]+$/.test(text)) continue;
    if (kind === TARGET_CUE) {
      const cue = cueOf(segment, ref);
      const denied = matcher.denied.get(cue);
      if (denied !== undefined) decoys.push({ start, end, cue: denied, id: '', text: '' });
      else {
        cues.push(cue, start, end);
        cueTargets.push(target);
      }
    } else if (kind === TARGET_DECOY) {
      const id = names.entryIds[ref] ?? '';
      decoys.push({ start, end, cue: null, id, text: matcher.texts.of(segment, ruleOf(names, t)) });
    } else if (kind === TARGET_NAME) {
      const rule = ruleOf(names, t);
      if (foreign && lng === 1 && isCommonWord(segment, rule, text)) continue;
      // "neodymium, praseodymium" are two, whatever the oxide of both is called.
      if (names.entryKinds[ref] === 'mineral' && /, /.test(block.text.slice(start, end)) && !text.includes(','))
        continue;
      const reading: Reading = {
        segment,
        entry: ref,
        id: names.entryIds[ref] ?? '',
        rule,
        text,
        abroad: lng > 1 && LANGS[lng] !== lang,
        lowered:
          (flags & CASE) !== CASE_ANY &&
          isLower(block.text.charCodeAt(start)) &&
          any(text, isUpper) &&
          !any(block.text.slice(start, end), isUpper),
        form: null,
      };
      let span = spans.at(-1);
      for (let back = spans.length - 1; span && span.start === start && span.end !== end;) span = spans[--back];
      if (!span || span.start !== start || span.end !== end) spans.push((span = newCandidate(block, start, end)));
      if (!span.readings.some((other) => other.id === reading.id && other.rule === rule)) span.readings.push(reading);
    }
  }
  for (const span of spans)
    if (span.readings.length > 1)
      span.readings = span.readings.filter(
        (reading) => !reading.abroad || !span.readings.some((other) => other.id === reading.id && !other.abroad),
      );
  if (formStarts.length) spans.push(...formSpans(matcher, block, formStarts));
  const strangers: string[] = [];
  return {
    candidates: longest(spans.filter((span) => keep(span, decoys, spans, block.text, strangers))),
    cues: decoys.length ? withoutFalse(cues, decoys, (cue, k) => topicWord(matcher, cue, cueTargets[k] ?? 0)) : cues,
    strangers,
  };
}

const newCandidate = ({ text }: BlockReading, start: number, end: number, readings: Reading[] = []): Candidate => ({
  index: 0,
  block: 0,
  start,
  end,
  text: text.slice(start, end),
  readings,
  written: null,
  judged: null,
});

/** In a long text only those are looked at that may reach to a span. */
const LONGEST_DECOY = 200;

/** Takes away the readings that a longer expression rules out; false if none is left. */
function keep(
  span: Candidate,
  decoys: readonly Decoy[],
  spans: readonly Candidate[],
  text: string,
  strangers: string[],
): boolean {
  const from = span.start - LONGEST_DECOY;
  for (let k = lowerBound(decoys.length, (at) => (decoys[at]?.start ?? 0) < from); k < decoys.length; k++) {
    const decoy = decoys[k] as Decoy;
    if (decoy.start > span.start) break;
    if (decoy.end < span.end || decoy.end - decoy.start <= span.end - span.start) continue;
    if (decoy.start === span.start && endsEnumeration(span, spans, text)) continue;
    span.readings = span.readings.filter((reading) => {
      if (reading.id !== decoy.id && reading.text !== decoy.text) return true;
      if ((ruleFlags(reading) & BY_COUNTRY) !== 0) strangers.push(reading.id);
      return false;
    });
  }
  return span.readings.length > 0 && !isAddress(text, span.start, span.end) && !isSector(text, span.end);
}

/** Whether a span is the last of a row of its kind: in "zinc, copper and lead to the list" lead is no verb. */
function endsEnumeration(span: Candidate, spans: readonly Candidate[], text: string): boolean {
  const joint = /(?:,|\s(?:and|or)|[,/]\s(?:and|or))\s+$/.exec(text.slice(Math.max(0, span.start - 8), span.start));
  if (!joint) return false;
  const end = span.start - joint[0].length;
  const kind = kindOf(span);
  return spans.some((other) => other.end === end && kindOf(other) === kind);
}

const kindOf = ({ readings: [first] }: Candidate) => first?.segment.names.entryKinds[first.entry];

/** From here on, scripts without spaces. */
const FIRST_CJK = 0x2e80;

/** Spans that do not overlap. Of words, the one that starts first: "High-NA EUV machines" is of High-NA EUV. Without spaces, the longest. */
function longest(spans: Candidate[]): Candidate[] {
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const taken: Candidate[] = [];
  for (let k = 0; k < spans.length;) {
    let reach = spans[k]?.end ?? 0;
    let stop = k + 1;
    for (let next = spans[stop]; next && next.start < reach; next = spans[++stop]) reach = Math.max(reach, next.end);
    if (stop === k + 1) taken.push(...spans.slice(k, stop));
    else {
      const cluster: Candidate[] = [];
      const meeting = spans.slice(k, stop);
      if ((meeting[0]?.text.charCodeAt(0) ?? 0) >= FIRST_CJK)
        meeting.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
      for (const span of meeting) {
        if (cluster.every((other) => span.end <= other.start || span.start >= other.end)) cluster.push(span);
      }
      taken.push(...cluster.sort((a, b) => a.start - b.start));
    }
    k = stop;
  }
  return taken;
}

function formSpans(matcher: Matcher, block: BlockReading, starts: readonly number[]): Candidate[] {
  const found: Candidate[] = [];
  for (const form of findForms(block.text, starts)) {
    const readings: Reading[] = [];
    for (const segment of matcher.segments)
      for (const known of segment.names.forms)
        if (known.number === form.number && known.series === form.series)
          readings.push({
            segment,
            entry: known.entry,
            id: segment.names.entryIds[known.entry] ?? '',
            rule: 0,
            text: '',
            abroad: false,
            lowered: false,
            form: { ...form, known },
          });
    if (readings.length) found.push(newCandidate(block, form.start, form.end, readings));
  }
  return found;
}
