/** Names that stand at the start of somebody else's: the Micron Foundation is not Micron. */
import { lazily } from '../../core/lazily.ts';
import { expressionsOfAll, fitsAny, wordsOfAll } from '../languages/index.ts';
import { all, isLetter, isUpper } from '../text/characters.ts';
import { inLowerCase } from '../text/lowercase-lines.ts';

const institutions = lazily(() => expressionsOfAll(({ institution }) => institution));
/** As far behind a name as an institution's word may stand. */
const MAX_INSTITUTION = 48;

/** True if what follows a name makes it the name of an institution that no list knows. */
export const isInstitution = (text: string, end: number): boolean =>
  fitsAny(institutions(), text.slice(end, end + MAX_INSTITUTION));

const functionWords = lazily(() => wordsOfAll((pack) => pack.functionWords));
/** The longest of them. */
const MAX_FUNCTION_WORD = 3;

/** A word in capitals that reads as a function word in small letters: ON Semiconductor. */
const isAbbreviated = (word: string) =>
  word.length <= MAX_FUNCTION_WORD && word.length > 1 && all(word, isUpper) && functionWords().has(word.toLowerCase());

/**
 * True if a text has only the words of a name that starts or ends with such an abbreviation:
 * "controls on semiconductor equipment" has no ON Semiconductor. Chats in small letters may.
 */
export function isFunctionWord(text: string, start: number, end: number, name: string): boolean {
  const gap = name.search(/[\s-]/);
  if (gap < 0) return false;
  const last = name.slice(1 + Math.max(name.lastIndexOf(' '), name.lastIndexOf('-')));
  const differs = (word: string, at: number) =>
    isAbbreviated(word) &&
    all(text.slice(at, at + word.length), isLetter) &&
    !all(text.slice(at, at + word.length), isUpper);
  return (
    (differs(name.slice(0, gap).replaceAll('.', ''), start) || differs(last, end - last.length)) &&
    !inLowerCase(text, start)
  );
}
