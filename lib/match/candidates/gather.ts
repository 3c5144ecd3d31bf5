/** Turns the hits of a block into spans that may be names, and collects the block's cues. */
import {
  RULE_BY_COUNTRY,
  NAME_LANGUAGES,
  RULE_STATED,
  TARGET_CUE,
  TARGET_DECOY,
  TARGET_FORM,
  TARGET_NAME,
  TARGET_LANG_SHIFT,
  flagsOf,
  ruleOf,
  targetKind,
} from '../names/compiled-names.ts';
import { withoutDecoys, type Denial } from './decoys.ts';
import { lazily } from '../../core/lazily.ts';
import { findActNumbers } from './act-numbers.ts';
import type { BlockReading, Segment, Reading, Gathered, Span } from '../model.ts';
import { isForeignLatin, languages } from '../languages/index.ts';
import { isNameOfArticle } from './language.ts';
import { someUnit, isLower, isUpper } from '../text/characters.ts';
import { addSpan, endOf, numberOf, spanCount, startOf } from '../text/flat-spans.ts';
import { lowerBound } from '../../core/lower-bound.ts';
import { cueOf, type Matcher } from '../scan/matcher.ts';
import { isAddress, isSector } from '../evidence/surface-form.ts';
import { isFunctionWord, isInstitution, isRegional, isWithinInstitution } from '../evidence/longer-names.ts';
import { CASE, CASE_ANY } from '../names/name-flags.ts';
import { ruleFlags } from '../evidence/readings.ts';

/** A longer expression that contains a name or a topic's word and means something else. */
interface Decoy extends Denial {
  id: string;
}

/**
 * The list's spelling of a cue that is a word; null for a country or an entry, since 国务院 inside a
 * longer name is still evidence for China.
 */
function topicWord(matcher: Matcher, cue: number, target: number): string | null {
  if (!/^(?:topic\/|$)/.test(matcher.cueKeys[cue] ?? '')) return null;
  const segment = matcher.segmentOf(target);
  return matcher.texts.of(segment, target - segment.base);
}

/** True for an English name that may be an ordinary word of another language. */
const isCommonWord = (segment: Segment, rule: number, text: string) =>
  ((segment.names.ruleFlags[rule] ?? 0) & RULE_STATED) !== 0 && /^[a-z]+$/.test(text);

/** True if a block has a hit that may become a mention. */
export function holdsName(matcher: Matcher, { hits }: BlockReading): boolean {
  for (let n = 0; n < spanCount(hits); n++) {
    const target = numberOf(hits, n);
    const segment = matcher.segmentOf(target);
    const kind = targetKind(flagsOf(segment.names, target - segment.base));
    if (kind === TARGET_NAME || kind === TARGET_FORM) return true;
  }
  return false;
}

/** Hits, spans or numbers of acts that are handled in one step. */
const ITEMS_IN_STEP = 64;

/** A span whose readings are still being collected. */
interface OpenSpan extends Span {
  readonly readings: Reading[];
}

/** The hits of a block by kind, before longer expressions and names are considered. */
interface Sorted {
  cues: number[];
  /** The target of each cue, by its index. */
  cueTargets: number[];
  spans: OpenSpan[];
  decoys: Decoy[];
  /** Offsets of act words. */
  formStarts: number[];
}

/** A generator: the caller may pause between steps. */
export function* gatherBlock(matcher: Matcher, block: BlockReading, lang: string): Generator<void, Gathered> {
  const { cues, cueTargets, spans: found, decoys, formStarts } = yield* sortHits(matcher, block, lang);
  const spans: Span[] = found.map(withoutNamesFromAbroad);
  if (formStarts.length) for (const span of yield* formSpans(matcher, block, formStarts)) spans.push(span);
  const foreignBodies: string[] = [];
  const kept: Span[] = [];
  const byEnd = lazily(() => groupByEnd(spans));
  for (const [k, span] of spans.entries()) {
    if (k % ITEMS_IN_STEP === ITEMS_IN_STEP - 1) yield;
    const { readings, ruledOut, elsewhere } = ruleOut(span, decoys, byEnd, block.text);
    if (elsewhere)
      for (const { id } of ruledOut.filter((reading) => (ruleFlags(reading) & RULE_BY_COUNTRY) !== 0))
        foreignBodies.push(id);
    const left = ruledOut.length ? { ...span, readings } : span;
    if (readings.length > 0 && !isPartOfAnother(left, block.text)) kept.push(left);
  }
  return {
    spans: longest(kept),
    cues: decoys.length ? withoutDecoys(cues, decoys, (cue, k) => topicWord(matcher, cue, cueTargets[k] ?? 0)) : cues,
    foreignBodies,
  };
}

/**
 * Drops a reading by a name of another language if the entry also has the name in the article's
 * language.
 */
function withoutNamesFromAbroad(span: Span): Span {
  const { readings } = span;
  if (readings.length === 1) return span;
  const isAtHome = ({ id }: Reading) => readings.some((other) => other.id === id && !other.abroad);
  return { ...span, readings: readings.filter((reading) => !reading.abroad || !isAtHome(reading)) };
}

function* sortHits(matcher: Matcher, block: BlockReading, lang: string): Generator<void, Sorted> {
  const sorted: Sorted = { cues: [], cueTargets: [], spans: [], decoys: [], formStarts: [] };
  const { hits } = block;
  for (let n = 0; n < spanCount(hits); n++) {
    if (n % ITEMS_IN_STEP === 0 && n > 0) yield;
    sortHit(sorted, matcher, block, lang, n);
  }
  return sorted;
}

function sortHit(sorted: Sorted, matcher: Matcher, block: BlockReading, lang: string, n: number): void {
  const { hits } = block;
  const [start, end, target] = [startOf(hits, n), endOf(hits, n), numberOf(hits, n)];
  const segment = matcher.segmentOf(target);
  const { names } = segment;
  const t = target - segment.base;
  const flags = flagsOf(names, t);
  const kind = targetKind(flags);
  if (kind === TARGET_FORM) {
    if (sorted.formStarts.at(-1) !== start) sorted.formStarts.push(start);
    return;
  }
  const isAbroad = isForeignLatin(lang);
  const textLang = flags >>> TARGET_LANG_SHIFT;
  const text = textLang > 1 || isAbroad || kind !== TARGET_CUE ? matcher.texts.of(segment, t) : '';
  if (textLang > 1 && !isNameOfArticle(textLang, lang, block.scripts, text)) return;
  const hit: SortedHit = {
    start,
    end,
    target,
    segment,
    place: t,
    ref: names.targetRefs[t] ?? 0,
    flags,
    text,
    isEnglishAbroad: isAbroad && textLang === 1,
    isOtherLanguage: textLang > 1 && NAME_LANGUAGES[textLang] !== lang,
  };
  if (kind === TARGET_DECOY) addDecoy(sorted, matcher, hit);
  else if (kind === TARGET_CUE) addCue(sorted, matcher, hit);
  else if (kind === TARGET_NAME) addName(sorted, block, hit);
}

/** A hit with the facts of its list. */
interface SortedHit {
  start: number;
  end: number;
  target: number;
  segment: Segment;
  /** The number of the target within its list. */
  place: number;
  /** The entry or the cue, by the kind of the target. */
  ref: number;
  flags: number;
  /** The list's spelling. */
  text: string;
  /** An English word in an article of another language in Latin letters. */
  isEnglishAbroad: boolean;
  /** A name of another language than the article's, English aside. */
  isOtherLanguage: boolean;
}

function addDecoy({ decoys }: Sorted, matcher: Matcher, { start, end, segment, place, ref }: SortedHit): void {
  const { names } = segment;
  const text = matcher.texts.of(segment, ruleOf(names, place));
  decoys.push({ start, end, cue: null, id: names.entryIds[ref] ?? '', text });
}

function addCue(sorted: Sorted, matcher: Matcher, hit: SortedHit): void {
  const { start, end, segment, ref } = hit;
  // "mine" and "die" are other words in other languages.
  if (hit.isEnglishAbroad && /^[a-z]+$/.test(hit.text)) return;
  const cue = cueOf(segment, ref);
  const denied = matcher.denied.get(cue);
  if (denied !== undefined) {
    sorted.decoys.push({ start, end, cue: denied, id: '', text: '' });
    return;
  }
  addSpan(sorted.cues, start, end, cue);
  sorted.cueTargets.push(hit.target);
}

function addName({ spans }: Sorted, block: BlockReading, hit: SortedHit): void {
  const { start, end, segment, ref, text } = hit;
  const { names } = segment;
  const rule = ruleOf(names, hit.place);
  if (isFunctionWord(block.text, start, end, text)) return;
  if (hit.isEnglishAbroad && isCommonWord(segment, rule, text)) return;
  const spelling = block.text.slice(start, end);
  // "neodymium, praseodymium" are two minerals, although the name of their mixed oxide also
  // matches.
  if (names.entryKinds[ref] === 'mineral' && spelling.includes(', ') && !text.includes(',')) return;
  addReading(spanAt(spans, block, start, end), {
    segment,
    entry: ref,
    id: names.entryIds[ref] ?? '',
    rule,
    text,
    abroad: hit.isOtherLanguage,
    lowered:
      (hit.flags & CASE) !== CASE_ANY &&
      isLower(spelling.charCodeAt(0)) &&
      someUnit(text, isUpper) &&
      !someUnit(spelling, isUpper),
    form: null,
  });
}

/** Returns the span with these ends, a new one if necessary. Hits come in order of start. */
function spanAt(spans: OpenSpan[], block: BlockReading, start: number, end: number): OpenSpan {
  for (let k = spans.length - 1; k >= 0; k--) {
    const span = spans[k] as OpenSpan;
    if (span.start !== start) break;
    if (span.end === end) return span;
  }
  const span = { start, end, text: block.text.slice(start, end), readings: [] };
  spans.push(span);
  return span;
}

function addReading({ readings }: OpenSpan, reading: Reading): void {
  if (!readings.some((other) => other.id === reading.id && other.rule === reading.rule)) readings.push(reading);
}

/** UTF-16 units of the longest decoy around a span. */
const MAX_DECOY_LENGTH = 200;

const NONE_RULED_OUT: readonly Reading[] = [];

/** The readings of a span that a longer expression rules out, and the others. */
interface RuledOut {
  readings: readonly Reading[];
  ruledOut: readonly Reading[];
  /** True if the longer expression names a body of this name elsewhere: "Ohio Treasury". */
  elsewhere: boolean;
}

function ruleOut(span: Span, decoys: readonly Decoy[], byEnd: () => SpansByEnd, text: string): RuledOut {
  const holding: Decoy[] = [];
  const from = span.start - MAX_DECOY_LENGTH;
  for (let k = lowerBound(decoys.length, (at) => (decoys[at]?.start ?? 0) < from); k < decoys.length; k++) {
    const decoy = decoys[k] as Decoy;
    if (decoy.start > span.start) break;
    if (decoy.end < span.end || decoy.end - decoy.start <= span.end - span.start) continue;
    if (decoy.start === span.start && endsEnumeration(span, byEnd(), text)) continue;
    holding.push(decoy);
  }
  if (!holding.length) return { readings: span.readings, ruledOut: NONE_RULED_OUT, elsewhere: false };
  const isRuledOut = (reading: Reading) =>
    holding.some(({ id, text: own }) => reading.id === id || reading.text === own);
  return {
    readings: span.readings.filter((reading) => !isRuledOut(reading)),
    ruledOut: span.readings.filter(isRuledOut),
    elsewhere: !holding.every((decoy) => isOfItsOwn(span, decoy, text)),
  };
}

const NEXT_WORD = /^ (\p{L}+)/u;

/** True if a longer expression names what the body has: "Treasury Secretary", "Treasury yields". */
function isOfItsOwn({ end }: Span, decoy: Decoy, text: string): boolean {
  const word = NEXT_WORD.exec(text.slice(end, decoy.end))?.[1];
  if (word === undefined) return false;
  const { officers, smallWords } = languages().bodies;
  return officers.has(word) || (isLower(word.charCodeAt(0)) && !smallWords.has(word));
}

/** True if a span is only part of an address, a longer word or a longer name. */
const isPartOfAnother = (span: Span, text: string): boolean =>
  isAddress(text, span.start, span.end) ||
  isSector(text, span.end) ||
  isInstitution(text, span.end) ||
  isWithinInstitution(text, span.start) ||
  (kindOf(span) === 'agency' && isRegional(text, span.start));

/** A comma, a word, or both. */
const ROW_JOINT = /(?:,|[,/]?\s([^\s,/]+))\s+$/;
const MAX_ROW_JOINT = 8;

/**
 * True if a span ends an enumeration of its kind: in "zinc, copper and lead to the list" lead is
 * not a verb.
 */
function endsEnumeration(span: Span, byEnd: SpansByEnd, text: string): boolean {
  const joint = ROW_JOINT.exec(text.slice(Math.max(0, span.start - MAX_ROW_JOINT), span.start));
  if (!joint || (joint[1] !== undefined && !languages().sentences.rowJoints.has(joint[1]))) return false;
  const end = span.start - joint[0].length;
  const kind = kindOf(span);
  return byEnd.get(end)?.some((other) => kindOf(other) === kind) === true;
}

type SpansByEnd = ReadonlyMap<number, readonly Span[]>;

function groupByEnd(spans: readonly Span[]): SpansByEnd {
  const groups = new Map<number, Span[]>();
  for (const span of spans) {
    const group = groups.get(span.end);
    if (group) group.push(span);
    else groups.set(span.end, [span]);
  }
  return groups;
}

const kindOf = ({ readings: [first] }: Span) => first?.segment.names.entryKinds[first.entry];

/** The first UTF-16 unit of scripts without spaces. */
const FIRST_CJK = 0x2e80;

/**
 * Spans that do not overlap. In scripts with spaces the span that starts first wins ("High-NA EUV
 * machines" is High-NA EUV), in others the longest.
 */
function longest(found: readonly Span[]): Span[] {
  const spans = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const taken: Span[] = [];
  for (let k = 0; k < spans.length;) {
    let reach = spans[k]?.end ?? 0;
    let stop = k + 1;
    for (let next = spans[stop]; next && next.start < reach; next = spans[++stop]) reach = Math.max(reach, next.end);
    if (stop === k + 1) taken.push(...spans.slice(k, stop));
    else {
      const meeting = spans.slice(k, stop);
      if ((meeting[0]?.text.charCodeAt(0) ?? 0) >= FIRST_CJK)
        meeting.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
      taken.push(...withoutOverlaps(meeting));
    }
    k = stop;
  }
  return taken;
}

/** Each span that overlaps none of those before it, in order of start. */
function withoutOverlaps(spans: readonly Span[]): Span[] {
  const taken: Span[] = [];
  for (const span of spans) {
    const place = lowerBound(taken.length, (k) => (taken[k]?.start ?? 0) < span.start);
    if ((taken[place - 1]?.end ?? 0) <= span.start && (taken[place]?.start ?? Infinity) >= span.end)
      taken.splice(place, 0, span);
  }
  return taken;
}

function* formSpans(matcher: Matcher, block: BlockReading, starts: readonly number[]): Generator<void, Span[]> {
  const found: Span[] = [];
  for (const form of yield* findActNumbers(block.text, starts)) {
    const readings: Reading[] = [];
    for (const segment of matcher.segments)
      for (const known of segment.forms.get(`${form.series} ${form.number}`) ?? [])
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
    const { start, end } = form;
    if (readings.length) found.push({ start, end, text: block.text.slice(start, end), readings });
  }
  return found;
}
