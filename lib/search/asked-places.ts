/** The countries that a query asks about. */
import type { Role } from './measure-senses.ts';
import { isCountry, type Part } from './parse-query.ts';

export interface AskedPlace {
  /** ISO codes that the word may mean, the likeliest first. */
  codes: readonly string[];
  /** The part in a measure that the words around it give the country. */
  role?: Role;
}

const COUNTRY = 'country:';

export const placesOf = (parts: readonly Part[]): AskedPlace[] =>
  parts.filter(isCountry).map(({ senses, role }) => ({
    codes: senses.flat().flatMap((one) => (one.startsWith(COUNTRY) ? one.slice(COUNTRY.length) : [])),
    ...(role && { role }),
  }));
