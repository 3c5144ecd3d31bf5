/** Reads the words next to a name that may say whose body it is. */
import { languages } from '../languages/index.ts';
import { isNamePart } from './surface-form.ts';
import {
  endOfRun,
  isApostrophe,
  isLetter,
  isLetterOrDigit,
  isLower,
  isSpace,
  isUpper,
  startOfRun,
} from '../text/characters.ts';

const inName = (code: number) => isLetter(code) || code === 46 || code === 45;

/** True if these words come between an abbreviation and the seat of its body: "GAC in Ottawa". */
export const isBeforeSeat = (between: string): boolean =>
  between.startsWith(' ') && between.endsWith(' ') && languages().countries.seat.has(between.slice(1, -1));
/** UTF-16 units of the longest such words. */
export const MAX_SEAT_UNITS = 6;

/** True if a word before a body may be its owner: "Ohio", "N.C.". */
export const mayOwn = (name: string): boolean => isNamePart(name) || languages().places.shortRegion.test(name);

/**
 * The capitalised word before `end` and not before `from`, and whether it is in the possessive:
 * "Ruritania's" or "Ohio".
 */
export function wordBeside(
  text: string,
  from: number,
  end: number,
): { name: string; owns: boolean; start: number } | null {
  const gap = startOfRun(text, end, from, isSpace);
  if (gap === end) return null;
  const s = text.charCodeAt(gap - 1) === 115 ? 1 : 0;
  const owns = gap - s > from && isApostrophe(text.charCodeAt(gap - s - 1));
  const stop = owns ? gap - s - 1 : gap;
  const start = startOfRun(text, stop, from, inName);
  if (start === stop || !isUpper(text.charCodeAt(start))) return null;
  if (start === from) return { name: text.slice(start, stop), owns, start };
  const beside = text.charCodeAt(start - 1);
  if (isLetterOrDigit(beside) || isApostrophe(beside)) return null;
  return { name: text.slice(start, stop), owns, start: start - 1 };
}

/** UTF-16 units of " of the ". */
const MAX_OF_UNITS = 8;

/** The end of a phrase such as " of Ruritania" at `at`, or `at`. */
export function endOfOwnerPhrase(text: string, at: number): number {
  const of = languages().countries.ofAnyone.exec(text.slice(at, at + MAX_OF_UNITS));
  if (!of) return at;
  const start = at + of[0].length;
  const end = endOfRun(text, start + 1, isLower);
  return isUpper(text.charCodeAt(start)) && end > start + 1 && isNamePart(text.slice(start, end)) ? end : at;
}
