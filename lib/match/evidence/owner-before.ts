/** True if the words between a country and a name make the country its owner. */
import { languages } from '../languages/index.ts';

const POSSESSIVE = /^(?:['’]s?)?-?\s*/i;
const QUALIFIER = /^(\p{L}+?)['’]?s?[\s-]+/u;

/**
 * True if these words may come between a country and the name it owns: "China's powerful", "the US
 * government's", "die USA und ihr".
 */
export function owns(between: string): boolean {
  const shared = languages().countries.sharedOwner.exec(between);
  const owned = shared ? between.slice(shared[0].length) : between;
  const rest = owned.slice(POSSESSIVE.exec(owned)?.[0].length ?? 0);
  if (isEndOfOwner(rest)) return true;
  const qualifier = QUALIFIER.exec(rest);
  return (
    qualifier !== null &&
    languages().countries.qualifiers.has((qualifier[1] ?? '').toLowerCase()) &&
    isEndOfOwner(rest.slice(qualifier[0].length))
  );
}

/** A quote and a particle, or nothing. */
function isEndOfOwner(text: string): boolean {
  const rest = text.replace(/^["“'‘]/, '');
  return rest === '' || (languages().countries.particles.has(rest.charAt(0)) && /^\s?$/.test(rest.slice(1)));
}
