/**
 * Letters told by their codes. An expression with \p{…} is quick once it is made, but making one takes a
 * tenth of a millisecond, in every tab anew; what is asked of each word of a page is asked here.
 */
import { isUpper } from './classes.ts';

export { isUpper };

const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const LOWER = /\p{Ll}/u;

const isAsciiLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

export const isLower = (code: number): boolean =>
  code < 0x80 ? code >= 97 && code <= 122 : LOWER.test(String.fromCharCode(code));
export const isLetter = (code: number): boolean =>
  code < 0x80 ? isAsciiLetter(code) : LETTER.test(String.fromCharCode(code));
export const isLetterOrDigit = (code: number): boolean =>
  code < 0x80 ? isAsciiLetter(code) || (code >= 48 && code <= 57) : LETTER_OR_DIGIT.test(String.fromCharCode(code));

export const startsUpper = (text: string): boolean => isUpper(text.charCodeAt(0));
export const startsLower = (text: string): boolean => isLower(text.charCodeAt(0));

/** Whether all units of `text` from `from` on are so. */
export function all(text: string, is: (code: number) => boolean, from = 0): boolean {
  for (let k = from; k < text.length; k++) if (!is(text.charCodeAt(k))) return false;
  return true;
}

export function any(text: string, is: (code: number) => boolean): boolean {
  for (let k = 0; k < text.length; k++) if (is(text.charCodeAt(k))) return true;
  return false;
}

/** The first place from `at` on that is not so. */
export function endOfRun(text: string, at: number, is: (code: number) => boolean): number {
  let end = at;
  while (end < text.length && is(text.charCodeAt(end))) end++;
  return end;
}
