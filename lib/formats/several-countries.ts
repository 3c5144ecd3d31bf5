/** An entry has one country. If a table gives it several, a fact lists them all. */
import type { Entry } from '../knowledge/model/schema.ts';
import { countriesIn, countryNames } from './country-words.ts';

const COUNTRIES = 'countries';

/** The fact that lists several countries; empty for a single one. */
export const countriesFact = (codes: readonly string[]): { what: string; value: string }[] =>
  codes.length > 1 ? [{ what: COUNTRIES, value: countryNames(codes) }] : [];

const countriesOf = ({ country, facts = [] }: Entry): string[] => {
  const told = facts.find(({ what }) => what === COUNTRIES);
  return told ? countriesIn(told.value).codes : country === undefined ? [] : [country];
};

/** `merged`, the merge of two entries, with the countries of both. */
export function withCountriesOf(first: Entry, second: Entry, merged: Entry, src: string[]): Entry {
  const codes = [...new Set([...countriesOf(first), ...countriesOf(second)])];
  if (codes.length < 2) return merged;
  const others = (merged.facts ?? []).filter(({ what }) => what !== COUNTRIES);
  return { ...merged, facts: [...countriesFact(codes).map((fact) => ({ ...fact, src })), ...others] };
}
