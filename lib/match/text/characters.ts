/**
 * Tests letters by their codes. Every word of a page passes here. Compiling an expression with
 * \p{…} takes a tenth of a millisecond in every tab, so it is only done for rare letters.
 */
import { lazily } from '../../core/lazily.ts';
import { isUpper } from './code-units.ts';

export { isUpper };

const letter = lazily(() => /\p{L}/u);
const letterOrDigit = lazily(() => /[\p{L}\p{N}]/u);
const lower = lazily(() => /\p{Ll}/u);
const SPACE = /\s/;

const isAsciiLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
/** Accented Latin letters: all of this range except two signs. */
const isAccented = (code: number) => code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7;
/** Quotes, dashes and spaces, which almost every page has. */
const isMark = (code: number) => code >= 0x2000 && code < 0x2070;
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/** True for a lower-case letter. `code`: a UTF-16 unit, here and below. */
export const isLower = (code: number): boolean =>
  code >= 0x80 ? !isMark(code) && !isHan(code) && lower().test(String.fromCharCode(code)) : code >= 97 && code <= 122;
/** True for a letter of any script. */
export const isLetter = (code: number): boolean =>
  code >= 0x80
    ? isAccented(code) || isHan(code) || (!isMark(code) && letter().test(String.fromCharCode(code)))
    : isAsciiLetter(code);
/** True for a letter of any script or a digit. */
export const isLetterOrDigit = (code: number): boolean =>
  code >= 0x80
    ? isAccented(code) || isHan(code) || (!isMark(code) && letterOrDigit().test(String.fromCharCode(code)))
    : isAsciiLetter(code) || (code >= 48 && code <= 57);
/** True for the straight and the curved apostrophe. */
export const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;
/**
 * First code of quotes and of scripts without spaces. Expressions for those are only tried at codes
 * from here on.
 */
export const FIRST_WIDE = 0x2000;
/** True for digits with or without blanks. */
export const isNumber = (text: string): boolean => /^[\d ]+$/.test(text);
/** True for characters of a word: letters, digits, apostrophes. */
export const isInWord = (code: number): boolean => isLetterOrDigit(code) || isApostrophe(code);
/** The same as `\s`. */
export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && SPACE.test(String.fromCharCode(code)));

/** True if the first unit is an upper-case letter. */
export const startsUpper = (text: string): boolean => isUpper(text.charCodeAt(0));
/** True if the first unit is a lower-case letter. */
export const startsLower = (text: string): boolean => isLower(text.charCodeAt(0));

/** True if `is` holds for all units of `text` from `from` on. */
export function everyUnit(text: string, is: (code: number) => boolean, from = 0): boolean {
  for (let k = from; k < text.length; k++) if (!is(text.charCodeAt(k))) return false;
  return true;
}

/** True if some UTF-16 unit of the text passes the test. */
export function someUnit(text: string, is: (code: number) => boolean): boolean {
  for (let k = 0; k < text.length; k++) if (is(text.charCodeAt(k))) return true;
  return false;
}

/** The start of the run of units that fit `is` and ends at `at`; not below `from`. */
export function startOfRun(text: string, at: number, from: number, is: (code: number) => boolean): number {
  let start = at;
  while (start > from && is(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The end of the run of units that fit `is` and starts at `at`; at most `to`. */
export function endOfRun(text: string, at: number, is: (code: number) => boolean, to = text.length): number {
  let end = at;
  while (end < to && is(text.charCodeAt(end))) end++;
  return end;
}
