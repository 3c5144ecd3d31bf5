/**
 * Tests if a sentence opens with a country that is its actor: "Beijing has tightened the screw",
 * 北京が….
 */
import { languages } from '../languages/index.ts';

/** Quotes, brackets and a short adverb before the country: 与此同时，. */
const OPENING = /^[\s"“‘「『(（【]*(?:[^，、]{2,5}[，、])?/;

/** True if only quotes, brackets, an adverb and an article come before the country. */
export function opensWithCountry(before: string): boolean {
  const rest = before.slice(OPENING.exec(before)?.[0].length ?? 0).toLowerCase();
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
