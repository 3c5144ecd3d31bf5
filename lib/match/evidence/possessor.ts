/** The words beside a name that may say whose body it is. */
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

/** "GAC in Ottawa" */
export const IN_PLACE = /^ (?:in|à|en) $/;
/** As many characters as that takes. */
export const IN_REACH = 6;

/** "N.C. Department of Commerce" */
const STATE = /^(?!U\.|E\.U)(?:[A-Z]\.){2}$/;

/** True if an owner written so before it may have the body: "Ohio", "N.C.". */
export const mayOwn = (name: string): boolean => isNamePart(name) || STATE.test(name);

/**
 * The capitalised word before `end`, spaces between, not before `from`: "Ruritania's", which owns,
 * or "Ohio".
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

/** The end of " of Ruritania" at `at`, or `at`. */
export function ofWhom(text: string, at: number): number {
  if (!text.startsWith(' of ', at)) return at;
  const start = at + (text.startsWith(' of the ', at) ? 8 : 4);
  const end = endOfRun(text, start + 1, isLower);
  return isUpper(text.charCodeAt(start)) && end > start + 1 && isNamePart(text.slice(start, end)) ? end : at;
}
