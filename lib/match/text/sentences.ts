/**
 * Finds the starts of sentences, and the style of a sentence. Made for news: abbreviations, quotes,
 * headlines.
 */
import { languages } from '../languages/index.ts';
import {
  someUnit,
  endOfRun,
  isInWord,
  isLetter,
  isLetterOrDigit,
  isLower,
  isSpace,
  startOfRun,
  startsLower,
  startsUpper,
} from './characters.ts';

const INITIALS = /^(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])$/;
const BEFORE_WORD = /[\s("“‘']/;
const MAX_ABBREVIATION = 12;
const CLOSING = /["”’»)\]*_]/;
const WIDE_CLOSING = /[”’」』）"]/;
const OPENING = /["“‘«„([*•#>~`<—–-]/;

/**
 * True if the line break at `at` ends a sentence, rather than wraps it. `next`: the offset of the
 * next non-blank.
 */
function lineEnds(text: string, at: number, next: number): boolean {
  if (startsLower(text.charAt(next))) return false;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(lineStart, at);
  if (/[,;]\s*$/.test(line)) return false;
  // Wrapped prose has long lines, and the next may start with a name. After a short line a list
  // follows.
  const above = lineStart - text.lastIndexOf('\n', lineStart - 2) - 2;
  if (lineStart > 1 && above > 0 && above < 50) return true;
  return !(line.length >= 50 && line.length <= 100 && someUnit(line, isLower)) || /[.!?:]["”’)]?\s*$/.test(line);
}

/**
 * True if the full stop at `at` belongs to an abbreviation: "No. 18", "Co. Ltd", "U.S. Commerce".
 */
export function isOfAbbreviation(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start <= MAX_ABBREVIATION && !BEFORE_WORD.test(text.charAt(start - 1))) start--;
  const word = text.slice(start, at);
  return languages().sentences.abbreviations.has(word) || INITIALS.test(word);
}

/**
 * UTF-16 units of a sentence. A longer run is a table or a list; it is cut between two words, or
 * anywhere if it has no blanks.
 */
const MAX_SENTENCE_LENGTH = 4000;
const MAX_WORD_LENGTH = 100;
/** UTF-16 units of an HTML tag that was left in a text. */
const MAX_TAG_LENGTH = 200;

/** East Asian commas. */
const isClauseMark = (code: number) => code === 0x3001 || code === 0xff0c || code === 0xff1b;

/** The starts of the sentences of a text; the first is 0. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  /** The end of the white space that was read last. */
  let blankEnd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isCut(code, i - (starts.at(-1) ?? 0))) starts.push(i);
    else if (isWideStop(code)) {
      const end = endOfMarks(text, i + 1, WIDE_CLOSING);
      if (end < text.length) starts.push(end);
      i = end - 1;
    } else if (code === LINE_BREAK) {
      if (i >= blankEnd) blankEnd = endOfRun(text, i, isSpace);
      if (lineEnds(text, i, blankEnd) && i + 1 < text.length) starts.push(i + 1);
    } else if (isStop(code)) {
      const end = endOfMarks(text, i + 1, CLOSING);
      if (!endsSentence(text, i, end)) continue;
      starts.push(end);
      i = end - 1;
    }
  }
  return starts;
}

const [LINE_BREAK, BLANK, EXCLAMATION, FULL_STOP, QUESTION] = [10, 32, 33, 46, 63];
const isStop = (code: number) => code === FULL_STOP || code === EXCLAMATION || code === QUESTION;
/** 。！？｡ */
const isWideStop = (code: number) => code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff61;

/** True if a text without full stops is cut here. */
const isCut = (code: number, length: number): boolean =>
  length > MAX_SENTENCE_LENGTH &&
  (code === BLANK || isClauseMark(code) || length > MAX_SENTENCE_LENGTH + MAX_WORD_LENGTH);

function endOfMarks(text: string, from: number, marks: RegExp): number {
  let end = from;
  while (end < text.length && marks.test(text.charAt(end))) end++;
  return end;
}

/** True if the stop at `at` ends its sentence. `end`: the offset after closing quotes. */
function endsSentence(text: string, at: number, end: number): boolean {
  if (end >= text.length || !/\s/.test(text.charAt(end))) return false;
  let next = end;
  for (; next < text.length && (/\s/.test(text.charAt(next)) || OPENING.test(text.charAt(next))); next++) {
    // Skips tags that were left in a text.
    const tag = text.charAt(next) === '<' ? text.slice(next, next + MAX_TAG_LENGTH).indexOf('>') : -1;
    if (tag > 0) next += tag;
  }
  if (isLower(text.charCodeAt(next))) return false;
  return !(text.charCodeAt(at) === FULL_STOP && end === at + 1 && isOfAbbreviation(text, at));
}

/** How capitals are used in a text; in such texts they say nothing about names. */
export interface Style {
  /** All words are in capitals, as in a teletype headline. */
  capitals: boolean;
  /** Most words start with a capital, as in an English title. */
  title: boolean;
}

/** Whether a sentence is a title or all in capitals, so that capitals say little in it. */
export function styleOf(sentence: string): Style {
  let words = 0;
  let capitalised = 0;
  let upper = 0;
  let plain = 0;
  for (let at = 0; at < sentence.length;) {
    if (!isLetter(sentence.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = endOfRun(sentence, at + 1, isInWord);
    const word = sentence.slice(at, end);
    at = end;
    if (word.length < 2 || languages().sentences.smallInTitles.has(word)) continue;
    words++;
    if (startsUpper(word)) capitalised++;
    else if (word.length >= 4) plain++;
    if (!isLower(word.charCodeAt(1)) && word === word.toUpperCase() && word !== word.toLowerCase()) upper++;
  }
  return {
    capitals: words >= 3 && upper >= words * 0.9,
    title: words >= 3 && plain === 0 && capitalised >= words * 0.6,
  };
}

/**
 * True if the word at `at` opens its sentence: only quotes, bullets, numbers or a colon come before
 * it.
 */
export function opensSentence(text: string, sentenceStart: number, at: number): boolean {
  const gap = gapBefore(text, sentenceStart, at);
  return opens(gap, sentenceStart) || opensBehindNumber(text, sentenceStart, gap);
}

/**
 * The end of the last letter or digit before an offset, and the signs and blanks after it, without
 * tags.
 */
interface Gap {
  start: number;
  marks: string;
}

function gapBefore(text: string, from: number, at: number): Gap {
  let start = at;
  const pieces: string[] = [];
  while (start > from) {
    const unit = text.charAt(start - 1);
    if (isLetterOrDigit(unit.charCodeAt(0))) break;
    const tag = unit === '>' ? tagStart(text, from, start - 1) : -1;
    if (tag < 0) pieces.push(unit);
    start = tag < 0 ? start - 1 : tag;
  }
  return { start, marks: pieces.reverse().join('') };
}

/** The start of the tag that ends with the `>` at `end`, or -1. */
function tagStart(text: string, from: number, end: number): number {
  for (let at = end - 1; at >= from; at--) {
    const unit = text.charAt(at);
    if (unit === '>') return -1;
    if (unit === '<') return /^<\/?[a-z]/i.test(text.slice(at, at + 3)) ? at : -1;
  }
  return -1;
}

/**
 * True if the gap starts a sentence or has a colon, a bullet, a dash, a separator of items, or a
 * full stop without its space.
 */
const opens = ({ start, marks }: Gap, sentenceStart: number): boolean =>
  // A full stop without a space: "updated twice.Indium".
  start === sentenceStart || /[:•|›→]|\s[—–-]|^ \/ $|^[.!?]["”’)]?$/.test(marks);

/** "12. Gallium", "3) Gallium" */
function opensBehindNumber(text: string, sentenceStart: number, { start, marks }: Gap): boolean {
  if (!/^[.)/]\s*$/.test(marks)) return false;
  const isDigit = (code: number) => code >= 48 && code <= 57;
  const number = startOfRun(text, start, Math.max(sentenceStart, start - 2), isDigit);
  return number < start && opens(gapBefore(text, sentenceStart, number), sentenceStart);
}
