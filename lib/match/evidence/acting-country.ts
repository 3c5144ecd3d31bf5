/**
 * True if the country that a sentence opens with is the one who acts in it: "Beijing has tightened
 * the screw", 北京が….
 */
import { lazily } from '../../core/lazily.ts';
import { expressionsOfAll, fitsAny, wordsOfAll } from '../languages/index.ts';

const articles = lazily(() => wordsOfAll(({ countries }) => countries.articles));
const people = lazily(() => expressionsOfAll(({ countries }) => countries.people));
const acting = lazily(() => expressionsOfAll(({ countries }) => countries.acts));
const QUOTES_AND_BRACKETS = /^[\s"“‘「『(（【]*/;

/**
 * True if only quotes, brackets and an article come before the country that a sentence opens with.
 */
export function opensWithCountry(before: string): boolean {
  const rest = before.slice(QUOTES_AND_BRACKETS.exec(before)?.[0].length ?? 0).toLowerCase();
  if (rest === '') return true;
  const word = rest.trimEnd();
  return articles().has(word) && (word !== rest) !== /['’]$/.test(word);
}

/**
 * `before` opens the sentence, `country` follows, then `after`. "Chinese buyers" are not the
 * country.
 */
export const acts = (before: string, country: string, after: string): boolean =>
  opensWithCountry(before) && !fitsAny(people(), country) && fitsAny(acting(), after);
