/**
 * True if the country that a sentence opens with is the one who acts in it: "Beijing has tightened
 * the screw", 北京が….
 */
import { languages } from '../languages/index.ts';

const QUOTES_AND_BRACKETS = /^[\s"“‘「『(（【]*/;

/**
 * True if only quotes, brackets and an article come before the country that a sentence opens with.
 */
export function opensWithCountry(before: string): boolean {
  const rest = before.slice(QUOTES_AND_BRACKETS.exec(before)?.[0].length ?? 0).toLowerCase();
  if (rest === '') return true;
  const word = rest.trimEnd();
  return languages().countries.articles.has(word) && (word !== rest) !== /['’]$/.test(word);
}

/**
 * `before` opens the sentence, `country` follows, then `after`. "Chinese buyers" are not the
 * country.
 */
export const acts = (before: string, country: string, after: string): boolean =>
  opensWithCountry(before) && !languages().countries.people.test(country) && languages().countries.acts.test(after);
