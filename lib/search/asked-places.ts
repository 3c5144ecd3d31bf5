/** The countries that a query asks about. */
import type { CountryRole } from './measure-senses.ts';
import { isCountry, type QueryPart } from './parse-query.ts';

/** A country that the query names. */
export interface AskedPlace {
  /** ISO codes that the word may mean, the likeliest first. */
  codes: readonly string[];
  /** The part in a measure that the words around it give the country. */
  role?: CountryRole;
}

const COUNTRY = 'country:';

export const placesOf = (parts: readonly QueryPart[]): AskedPlace[] =>
  parts.filter(isCountry).map(({ senses, role }) => ({
    codes: senses.flat().flatMap((one) => (one.startsWith(COUNTRY) ? one.slice(COUNTRY.length) : [])),
    ...(role && { role }),
  }));
