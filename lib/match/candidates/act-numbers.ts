/**
 * Numbers of announcements and orders in the ways they are written: "Announcement [2024] No. 46",
 * "Notices 55, 56 and 58", 商务部公告2024年第46号, 第46号公告, 公告2025第61號. Called only where a word
 * that announces such a number was found.
 */
import { isFirm, LATIN_ACT_WORD, seriesOf } from '../names/act-number-words.ts';
import { isSpace, startOfRun } from '../text/characters.ts';
import { lowerBound } from '../../core/lower-bound.ts';
import { findCjkActNumbers } from './act-numbers-cjk.ts';
import type { ActNumber } from '../model.ts';

const YEAR = /^(?:19|20)\d\d$/;
/** "(2024) No.", "of 2024, ": a year that stands between the word and its number. */
const YEAR_BETWEEN = /(?:of\s+)?(?:[([〔]\s*)?((?:19|20)\d\d)(?:\s*[)\]〕])?[\s,/-]*/iy;
const BLANKS_AND_COMMAS = /[\s,]*/y;
const NUMBER_WORD = /(?:n(?:umbers?|úms?\.?|um\.?|os?\.?|rn?\.?|\.?\s*[º°o]s?\.?)|#)/iy;
/** A number that is no part of a longer one and counts nothing. */
const BARE_NUMBER =
  /\d{1,5}(?!\d|\.+\d|\s*(?:%|percent|per cent|million|billion|tonnes?|tons?|countries|companies|days|pages|items))/iy;
const ENTITY = /&(?:nbsp|#160);/y;
const MORE =
  /\s*(?:,\s*(?:(?:and|und|et|y)\s+)?|(?<=\s)(?:and|und|et|y|&|to|through|bis|à|a)\s+|[-–—]\s?)(?:nos?\.?\s*)?(\d{1,5})(?!\d|[.,]+\d|\s*(?:%|percent|million|billion|tonnes?|tons?))/iy;
const ELLIPTIC =
  /(?<!(?:\b(?:the|a|an|his|her|their|its|our|my|your|seed|ranked|rated|world|country|nation)|['’]s)\s)\b(?:Nos?\.|Nr\.|núm\.|n[.º°]{1,2})\s*(\d{1,3})(?=\s*[.,;:)]|\s+(?:and|or|with|on|for|of|to|in|covers?|deals?|adds?|is|was|are|were|has|had|which|that|did|does|lists?|names?|targets?|concerns?|applies|applied|took|takes|reaches|would|will|mit|für|und|avec|sur|et|con|sobre|y)\b)/g;
const YEAR_AFTER =
  /\s*(?:,\s*)?(?:(?:of|in|for|von|de|du|aus|from|dated|issued in)\s*)?(?:the year\s+)?(?:[([/]\s*)?((?:19|20)\d\d)\b(?:\s*[)\]])?/iy;
const YEAR_BEFORE = /\b((?:19|20)\d\d)(?:['’]s)?\s+$/;
const NUMBER_BEFORE = /(?:(?:19|20)\d\d\s+)?\bnos?\.?\s*(\d{1,5})\s+$/i;

/** Full-width digits and brackets as half-width ones: as long as before. */
const narrow = (text: string) => text.replace(/[０-９（）［］]/g, (unit) => unit.normalize('NFKC'));

/** Numbers that are looked at in one step. */
const WORDS_IN_STEP = 64;

export function* findActNumbers(given: string, starts: readonly number[]): Generator<void, ActNumber[]> {
  const text = narrow(given);
  const found: ActNumber[] = [];
  let cjk = false;
  for (const [k, start] of starts.entries()) {
    if (k % WORDS_IN_STEP === WORDS_IN_STEP - 1) yield;
    if (/[\u3000-\u9fff\uac00-\ud7a3]/.test(text.charAt(start))) cjk = true;
    else latin(text, start, found);
  }
  if (cjk) yield* findCjkActNumbers(text, found);
  else if (found.length) elliptic(text, found);
  return found;
}

/** "Announcement No. 55 deals with presses, No. 56 with kilns": numbers that lean on a word said before. */
function elliptic(text: string, found: ActNumber[]): void {
  const stated = [...found];
  const byStart = [...stated].sort((a, b) => a.start - b.start);
  // The furthest end of the forms up to each one in order of start.
  let reach = 0;
  const reaches = byStart.map((form) => (reach = Math.max(reach, form.end)));
  const clear = stated.flatMap((form, k) => (form.clarity > 0 ? [{ form, k }] : []));
  clear.sort((a, b) => a.form.end - b.form.end);
  let passed = 0;
  let first: { form: ActNumber; k: number } | null = null;
  for (const m of text.matchAll(ELLIPTIC)) {
    const at = m.index;
    const end = at + m[0].length;
    for (let next = clear[passed]; next && next.form.end <= at; next = clear[++passed])
      if (!first || next.k < first.k) first = next;
    const before = lowerBound(byStart.length, (k) => (byStart[k]?.start ?? 0) < end);
    if (!first || (reaches[before - 1] ?? 0) > at) continue;
    const { series, clarity } = first.form;
    found.push({ start: at, end, series, number: Number(m[1]), year: null, clarity });
  }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

interface WrittenNumber {
  /** The year between the word and its number. */
  year: string | undefined;
  /** "No.", "#", or ''. */
  word: string;
  digits: string;
  end: number;
}

/** The number that follows a form word which ends at `from`: with a year before it, or else without one. */
function numberAfter(text: string, from: number): WrittenNumber | null {
  const start = from + (match(BLANKS_AND_COMMAS, text, from)?.[0].length ?? 0);
  const year = match(YEAR_BETWEEN, text, start);
  return (year && numberAt(text, start + year[0].length, year[1])) ?? numberAt(text, start, undefined);
}

function numberAt(text: string, at: number, year: string | undefined): WrittenNumber | null {
  const word = match(NUMBER_WORD, text, at)?.[0] ?? '';
  const from = endOfGap(text, at + word.length);
  const digits = match(BARE_NUMBER, text, from)?.[0];
  return digits === undefined ? null : { year, word, digits, end: from + digits.length };
}

const [LINE_END, BLANK, AMPERSAND, QUOTED] = [10, 32, 38, 62] as const;

/** The end of white space, with entities that were left in a text and the signs that a quoted mail's lines begin with. */
function endOfGap(text: string, from: number): number {
  const line = startOfRun(text, from, 0, (code) => code === BLANK);
  let opensLine = text.charCodeAt(line - 1) === LINE_END;
  for (let at = from; ;) {
    const code = text.charCodeAt(at);
    const entity = code === AMPERSAND ? match(ENTITY, text, at)?.[0].length : undefined;
    if (code === LINE_END) opensLine = true;
    else if (code !== BLANK && !(code === QUOTED && opensLine)) {
      if (!isSpace(code) && entity === undefined) return at;
      opensLine = false;
    }
    at += entity ?? 1;
  }
}

function latin(text: string, start: number, found: ActNumber[]): void {
  const word = match(LATIN_ACT_WORD, text, start);
  if (!word) return;
  const series = seriesOf(word[0]);
  const before = text.slice(Math.max(0, start - 24), start);
  const yearBefore = YEAR_BEFORE.exec(before);
  const firm = isFirm(word[0]) ? 1 : 0;
  const numbers = numberAfter(text, start + word[0].length);
  if (!numbers || (!numbers.word && YEAR.test(numbers.digits))) {
    const numberBefore = NUMBER_BEFORE.exec(before);
    if (!numberBefore) return;
    const from = start - numberBefore[0].length;
    const year = YEAR.exec(numberBefore[0].slice(0, 4));
    const after = year ? null : match(YEAR_AFTER, text, start + word[0].length);
    found.push({
      start: from,
      end: start + word[0].length,
      series,
      number: Number(numberBefore[1]),
      year: Number(year?.[0] ?? after?.[1]) || null,
      clarity: 1 + firm,
    });
    return;
  }
  const runs: ActNumber[] = [];
  let { end } = numbers;
  const clarity = (numbers.word ? 1 : 0) + firm;
  const stated = Number(numbers.year ?? yearBefore?.[1]) || null;
  const push = (from: number, to: number, number: number) =>
    runs.push({ start: from, end: to, series, number, year: stated, clarity });
  push(start, end, Number(numbers.digits));
  const plural = /(?:s|en)$/i.test(word[0]) || /s\.?$/i.test(numbers.word);
  for (let more = plural ? match(MORE, text, end) : null; more; more = match(MORE, text, end)) {
    const digits = more[1] ?? '';
    if (YEAR.test(digits)) break;
    end += more[0].length;
    push(end - digits.length, end, Number(digits));
  }
  const last = runs.at(-1);
  const after = stated ? null : match(YEAR_AFTER, text, end);
  if (after?.[1] && last) {
    for (const run of runs) run.year = Number(after[1]);
    if (/[([/]|\bof\b/.test(after[0])) last.end = end + after[0].trimEnd().length;
  }
  found.push(...runs);
}
