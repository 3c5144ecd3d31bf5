/** Tests if the words between a country and a name make the country its owner. */
import { languages } from '../languages/index.ts';

const HYPHEN_AND_BLANKS = /^-?\s*/;
const FIRST_WORD = /^([^\s-]+)[\s-]+/;

/**
 * True if these words may come between a country and its body: "China's powerful", "the US
 * government's", "die USA und ihr".
 */
export function isOwnerBefore(between: string): boolean {
  const shared = languages().countries.sharedOwner.exec(between);
  const owned = shared ? between.slice(shared[0].length) : between;
  const rest = without(HYPHEN_AND_BLANKS, without(languages().possessive.start, owned));
  if (isEndOfOwner(rest)) return true;
  const [first = '', word = ''] = FIRST_WORD.exec(rest) ?? [];
  const noun = word.slice(0, languages().possessive.toNoun.exec(word)?.index);
  return languages().countries.qualifiers.has(noun.toLowerCase()) && isEndOfOwner(rest.slice(first.length));
}

/** Removes the start of a text that matches an expression. */
const without = (start: { exec: (text: string) => RegExpExecArray | null | undefined }, text: string): string =>
  text.slice(start.exec(text)?.[0].length ?? 0);

/** True if only a quote and a particle, or nothing, follow. */
function isEndOfOwner(text: string): boolean {
  const rest = text.replace(/^["“'‘]/, '');
  return rest === '' || (languages().countries.particles.has(rest.charAt(0)) && /^\s?$/.test(rest.slice(1)));
}
