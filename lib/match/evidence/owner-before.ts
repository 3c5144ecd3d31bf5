/** True if the words between a country and a name make the country its owner. */
import { lazily } from '../../core/lazily.ts';
import { expressionsOfAll, wordsOfAll } from '../languages/index.ts';

const qualifiers = lazily(() => wordsOfAll(({ countries }) => countries.qualifiers));
const particles = lazily(() => wordsOfAll(({ countries }) => countries.particles));
const sharedOwners = lazily(() => expressionsOfAll(({ countries }) => countries.sharedOwner));

const POSSESSIVE = /^(?:['’]s?)?-?\s*/i;
const QUALIFIER = /^(\p{L}+?)['’]?s?[\s-]+/u;

/**
 * True if these words may come between a country and the name it owns: "China's powerful", "the US
 * government's", "die USA und ihr".
 */
export function owns(between: string): boolean {
  const shared = sharedOwners()
    .map((expression) => expression.exec(between))
    .find((found) => found !== null);
  const owned = shared ? between.slice(shared[0].length) : between;
  const rest = owned.slice(POSSESSIVE.exec(owned)?.[0].length ?? 0);
  if (isEndOfOwner(rest)) return true;
  const qualifier = QUALIFIER.exec(rest);
  return (
    qualifier !== null &&
    qualifiers().has((qualifier[1] ?? '').toLowerCase()) &&
    isEndOfOwner(rest.slice(qualifier[0].length))
  );
}

/** A quote and a particle, or nothing. */
function isEndOfOwner(text: string): boolean {
  const rest = text.replace(/^["“'‘]/, '');
  return rest === '' || (particles().has(rest.charAt(0)) && /^\s?$/.test(rest.slice(1)));
}
