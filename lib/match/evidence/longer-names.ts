/** Recognises names that are part of another body's name: the Micron Foundation is not Micron. */
import { languages } from '../languages/index.ts';
import { everyUnit, isLetter, isUpper } from '../text/characters.ts';
import { inLowerCase } from '../text/lowercase-lines.ts';

/** UTF-16 units after a name in which an institution's word may follow. */
const MAX_INSTITUTION = 48;

/** True if the text after a name makes it the name of an institution that no list knows. */
export const isInstitution = (text: string, end: number): boolean =>
  languages().longerNames.institution.test(text.slice(end, end + MAX_INSTITUTION));

/** UTF-16 units before a name in which the word of an institution or a region may start. */
const MAX_BEFORE = 32;

/**
 * True if a name is part of a longer name that starts before it: "the subcommittee on Treasury".
 */
export const isWithinInstitution = (text: string, start: number): boolean =>
  languages().longerNames.institutionBefore.test(text.slice(Math.max(0, start - MAX_BEFORE), start));

/** True if a body belongs to a part of the country: "the Texas Committee on Foreign Investment". */
export function isRegional(text: string, start: number): boolean {
  if (text.charAt(start - 1) !== ' ') return false;
  const words = text.slice(Math.max(0, start - MAX_BEFORE), start - 1).split(/[^A-Za-z]/);
  const { regions } = languages().places;
  return regions.has(words.at(-1) ?? '') || regions.has(words.slice(-2).join(' '));
}

/** Letters of the longest abbreviation that looks like a function word. */
const MAX_FUNCTION_WORD = 3;

/** True for a word in capitals that is a function word in lower case: ON Semiconductor. */
const isAbbreviated = (word: string) =>
  word.length <= MAX_FUNCTION_WORD &&
  word.length > 1 &&
  everyUnit(word, isUpper) &&
  languages().bodies.functionWords.has(word.toLowerCase());

/**
 * True if the text has the function word instead of the abbreviation in a name: "controls on
 * semiconductor equipment" does not name ON Semiconductor.
 */
export function isFunctionWord(text: string, start: number, end: number, name: string): boolean {
  const gap = name.search(/[\s-]/);
  if (gap < 0) return false;
  const last = name.slice(1 + Math.max(name.lastIndexOf(' '), name.lastIndexOf('-')));
  const differs = (word: string, at: number) =>
    isAbbreviated(word) &&
    everyUnit(text.slice(at, at + word.length), isLetter) &&
    !everyUnit(text.slice(at, at + word.length), isUpper);
  return (
    (differs(name.slice(0, gap).replaceAll('.', ''), start) || differs(last, end - last.length)) &&
    !inLowerCase(text, start)
  );
}
