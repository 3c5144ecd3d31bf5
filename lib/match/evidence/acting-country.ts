/**
 * Tests if a sentence opens with a country that is its actor: "Beijing has tightened the screw",
 * 北京が….
 */
import { languages } from '../languages/index.ts';

const QUOTES_AND_BRACKETS = /^[\s"“‘「『(（【]*/;

/** True if only quotes, brackets, words such as 与此同时 and an article come before the country. */
export function opensWithCountry(before: string): boolean {
  const opener = before.slice(QUOTES_AND_BRACKETS.exec(before)?.[0].length ?? 0);
  const rest = opener.slice(languages().countries.openers.exec(opener)?.[0].length ?? 0).toLowerCase();
  if (rest === '') return true;
  const word = rest.trimEnd();
  return languages().countries.articles.has(word) && (word !== rest) !== /['’]$/.test(word);
}

/**
 * True if the country acts. `before`: the sentence's start, `after`: the text after the country.
 * "Chinese buyers" are not the country.
 */
export const isActor = (before: string, country: string, after: string): boolean =>
  opensWithCountry(before) && !languages().countries.people.test(country) && languages().countries.acts.test(after);
