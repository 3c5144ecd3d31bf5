/**
 * Finds numbers of announcements and orders in all their spellings: "Announcement [2024] No. 46",
 * "Notices 55, 56 and 58", 商务部公告2024年第46号, 第46号公告, 公告2025第61號. Called only for a text with an act
 * word such as "Announcement".
 */
import { languages } from '../languages/index.ts';
import { actWord, MAX_ACT_WORD_UNITS } from '../names/act-number-words.ts';
import { endOfRun, isLetter, isSpace, startOfRun } from '../text/characters.ts';
import { lowerBound } from '../../core/lower-bound.ts';
import { findCjkActNumbers } from './act-numbers-cjk.ts';
import type { ActNumber } from '../model.ts';

const YEAR = /^(?:19|20)\d\d$/;
/** A year, perhaps in brackets, between the act word and the number. */
const YEAR_BETWEEN = /(?:[([〔]\s*)?((?:19|20)\d\d)(?:\s*[)\]〕])?[\s,/-]*/y;
const BLANKS_AND_COMMAS = /[\s,]*/y;
/** A number that is not part of a longer one. */
const DIGITS = /\d{1,5}(?!\d|\.+\d)/y;
const DIGITS_IN_ROW = /\d{1,5}(?!\d|[.,]+\d)/y;
const ENTITY = /&(?:nbsp|#160);/y;
const DASH = /[-–—]\s?/y;
const YEAR_BEHIND = /(?:[([/]\s*)?((?:19|20)\d\d)\b(?:\s*[)\]])?/y;
const YEAR_BEFORE = /\b((?:19|20)\d\d)([^\s\d]{0,2})\s+$/;

const MAX_YEAR_JOINTS = 3;

/** Replaces full-width digits and brackets by half-width ones; the length stays the same. */
const narrow = (text: string) => text.replace(/[０-９（）［］]/g, (unit) => unit.normalize('NFKC'));

/** Act words that are handled in one step. */
const WORDS_IN_STEP = 64;

export function* findActNumbers(given: string, starts: readonly number[]): Generator<void, ActNumber[]> {
  const text = narrow(given);
  const found: ActNumber[] = [];
  let cjk = false;
  for (const [k, start] of starts.entries()) {
    if (k % WORDS_IN_STEP === WORDS_IN_STEP - 1) yield;
    if (/[\u3000-\u9fff\uac00-\ud7a3]/.test(text.charAt(start))) cjk = true;
    else found.push(...latinActNumbers(text, start));
  }
  if (cjk) yield* findCjkActNumbers(text, found);
  else if (found.length) elliptic(text, found);
  return found;
}

/**
 * Adds numbers that depend on an earlier act word: "Announcement No. 55 deals with presses, No. 56
 * with kilns".
 */
function elliptic(text: string, found: ActNumber[]): void {
  const stated = [...found];
  const byStart = [...stated].sort((a, b) => a.start - b.start);
  // For each form in order of start, the furthest end of all forms up to it.
  let reach = 0;
  const reaches = byStart.map((form) => (reach = Math.max(reach, form.end)));
  const clear = stated.flatMap((form, k) => (form.clarity > 0 ? [{ form, k }] : []));
  clear.sort((a, b) => a.form.end - b.form.end);
  let passed = 0;
  let first: { form: ActNumber; k: number } | null = null;
  for (const m of languages().numbers.elliptic.expressions.flatMap((expression) => [...text.matchAll(expression)])) {
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

/** The number after an act word that ends at `from`, with or without a year before it. */
function numberAfter(text: string, from: number): WrittenNumber | null {
  const start = from + (match(BLANKS_AND_COMMAS, text, from)?.[0].length ?? 0);
  const word = wordAt(text, start);
  const isOf = languages().numbers.ofYear.has(word) && isSpace(text.charCodeAt(start + word.length));
  const yearStart = isOf ? endOfRun(text, start + word.length, isSpace) : start;
  const year = match(YEAR_BETWEEN, text, yearStart);
  return (year && numberAt(text, yearStart + year[0].length, year[1])) ?? numberAt(text, start, undefined);
}

/** The word at an offset, in lower case, or a single sign. */
const wordAt = (text: string, at: number): string =>
  text
    .slice(at, Math.max(endOfRun(text, at, isLetter, Math.min(text.length, at + MAX_WORD_LETTERS)), at + 1))
    .toLowerCase();
/** Letters that are read; longer than any word that is looked up. */
const MAX_WORD_LETTERS = 16;

/** True if the number that ends at `end` counts something: "46 tonnes". */
function countsSomething(text: string, end: number): boolean {
  const at = endOfRun(text, end, isSpace);
  return text.charAt(at) === '%' || languages().numbers.counted.has(wordAt(text, at));
}

/** The longest number word ("No.", "#") of any language at an offset, or ''. */
function numberWordAt(text: string, at: number): string {
  if (text.charAt(at) === '#') return '#';
  let longest = '';
  for (const expression of languages().numbers.word.expressions) {
    const word = match(expression, text, at)?.[0] ?? '';
    if (word.length > longest.length) longest = word;
  }
  return longest;
}

function numberAt(text: string, at: number, year: string | undefined): WrittenNumber | null {
  const word = numberWordAt(text, at);
  const from = endOfGap(text, at + word.length);
  const digits = match(DIGITS, text, from)?.[0];
  if (digits === undefined || countsSomething(text, from + digits.length)) return null;
  return { year, word, digits, end: from + digits.length };
}

/** The next number of a row after `end`: ", 56", " and 58", "-60". */
function numberInRow(text: string, end: number): { digits: string; end: number } | null {
  let at = endOfRun(text, end, isSpace);
  const hasComma = text.charAt(at) === ',';
  if (hasComma) at = endOfRun(text, at + 1, isSpace);
  const word = wordAt(text, at);
  const dash = hasComma ? null : match(DASH, text, at);
  if (dash) at += dash[0].length;
  else if (
    languages().numbers.joints.has(word) &&
    isSpace(text.charCodeAt(at + word.length)) &&
    isSpace(text.charCodeAt(at - 1))
  )
    at = endOfRun(text, at + word.length, isSpace);
  else if (!hasComma) return null;
  const behindWord = at + numberWordAt(text, at).length;
  const from = behindWord > at ? endOfRun(text, behindWord, isSpace) : at;
  const digits = match(DIGITS_IN_ROW, text, from)?.[0];
  if (digits === undefined || countsSomething(text, from + digits.length)) return null;
  return { digits, end: from + digits.length };
}

/**
 * The year after a number that ends at `from`, and its end. `isPart`: the mark includes the year.
 */
function yearAfter(text: string, from: number): { year: number; end: number; isPart: boolean } | null {
  let at = endOfRun(text, from, isSpace);
  if (text.charAt(at) === ',') at = endOfRun(text, at + 1, isSpace);
  let isPart = false;
  for (let left = MAX_YEAR_JOINTS; left > 0; left--) {
    const word = wordAt(text, at);
    if (!languages().numbers.yearJoints.has(word)) break;
    isPart ||= languages().numbers.ofYear.has(word) && text.startsWith(word, at);
    at = endOfRun(text, at + word.length, isSpace);
  }
  const year = match(YEAR_BEHIND, text, at);
  if (!year) return null;
  return { year: Number(year[1]), end: at + year[0].length, isPart: isPart || /^[([/]/.test(year[0]) };
}

const [LINE_END, BLANK, AMPERSAND, QUOTED] = [10, 32, 38, 62] as const;

/** The end of white space, including unparsed entities and the `>` of quoted mail. */
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

/** An act word at its place in a text: "Announcement", "Ann.". */
interface AnnouncingWord {
  start: number;
  end: number;
  written: string;
  series: ActNumber['series'];
  /** The text before the word, which may have a year or a number. */
  before: string;
  /** 1 for a word that is always an act word, 0 for others. */
  firm: number;
}

/** A word broken at the end of a line: "Announce-" and "ment". */
const BROKEN = /[-‐]\r?\n *(?=\p{Ll})/uy;

function announcingWordAt(text: string, start: number): AnnouncingWord | null {
  // Reading stops one letter after the longest word: a run of letters may be as long as the text.
  const endOfLetters = (at: number) => endOfRun(text, at, isLetter, Math.min(text.length, at + MAX_ACT_WORD_UNITS + 1));
  let wordEnd = endOfLetters(start);
  let written = text.slice(start, wordEnd);
  const gap = match(BROKEN, text, wordEnd)?.[0].length;
  if (gap !== undefined) {
    const from = wordEnd + gap;
    wordEnd = endOfLetters(from);
    written += text.slice(from, wordEnd);
  }
  const word = actWord(written);
  if (!word) return null;
  return {
    start,
    // "Ann. No. 46"
    end: text.charAt(wordEnd) === '.' ? wordEnd + 1 : wordEnd,
    written,
    series: word.series,
    before: text.slice(Math.max(0, start - MAX_UNITS_BEFORE), start),
    firm: word.isFirm ? 1 : 0,
  };
}

/** A number before its act word: "46th announcement". */
function numberedBefore(text: string, { start, end, series, before, firm }: AnnouncingWord): ActNumber[] {
  const number = languages().numbers.before.exec(before);
  if (!number) return [];
  const year = YEAR.exec(number[0].slice(0, 4));
  return [
    {
      start: start - number[0].length,
      end,
      series,
      number: Number(number[1]),
      year: year ? Number(year[0]) : (yearAfter(text, end)?.year ?? null),
      clarity: 1 + firm,
    },
  ];
}

/** The numbers of a row, "Notices 55, 56 and 58". The first includes the act word. */
function rowOfNumbers(text: string, { start, written }: AnnouncingWord, first: WrittenNumber) {
  const row = [{ start, end: first.end, number: Number(first.digits) }];
  const isPlural = languages().acts.plural.test(written) || languages().acts.plural.test(first.word.replace(/\.$/, ''));
  let { end } = first;
  for (let more = isPlural ? numberInRow(text, end) : null; more; more = numberInRow(text, end)) {
    if (YEAR.test(more.digits)) break;
    ({ end } = more);
    row.push({ start: end - more.digits.length, end, number: Number(more.digits) });
  }
  return row;
}

/** The year in "2025's Announcement". */
function yearBefore(before: string): string | undefined {
  const [, year, ending = ''] = YEAR_BEFORE.exec(before) ?? [];
  return ending === '' || languages().possessive.start.test(ending) ? year : undefined;
}

/** The act numbers that belong to the act word in Latin letters at `start`. */
function latinActNumbers(text: string, start: number): ActNumber[] {
  const word = announcingWordAt(text, start);
  if (!word) return [];
  const numbers = numberAfter(text, word.end);
  if (!numbers || (!numbers.word && YEAR.test(numbers.digits))) return numberedBefore(text, word);
  const stated = Number(numbers.year ?? yearBefore(word.before)) || null;
  const row = rowOfNumbers(text, word, numbers);
  const last = row.at(-1);
  const after = stated ? null : yearAfter(text, last?.end ?? numbers.end);
  if (after?.isPart && last) last.end = after.end;
  const clarity = (numbers.word ? 1 : 0) + word.firm;
  return row.map((one) => ({ ...one, series: word.series, year: stated ?? after?.year ?? null, clarity }));
}
/** UTF-16 units before an act word in which a year or a number may come. */
const MAX_UNITS_BEFORE = 24;
