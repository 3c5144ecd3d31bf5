/** Who restrains what, toward whom, in the user's words. */
import type { Row } from '../../knowledge/status/row.ts';
import { countryWords, nameWords, restrainsWords, towardWords, type Voice } from '../../knowledge/wording/terms.ts';

/**
 * The country that a body speaks for ("China" for its ministry); for other bodies and companies,
 * their name.
 */
export function issuerWords(id: string, voice: Voice): string {
  if (id.startsWith('company/')) return nameWords(id, voice);
  const country = voice.knowledge.entries.get(id)?.country;
  return country === undefined || country === 'INT' ? nameWords(id, voice) : countryWords(country, voice);
}

/** The restrained act in words; '' for plain trade in goods. */
export const actWords = (row: Pick<Row, 'restrains'>, voice: Voice) =>
  row.restrains === 'export' || row.restrains === 'nothing' ? '' : restrainsWords(row.restrains, voice);

/**
 * The target of a measure. The issuer's own country is left out, since it is named before the
 * target.
 */
export function towardOf({ toward, issuer }: Pick<Row, 'toward' | 'issuer'>, voice: Voice): string {
  const { destinations, ...rest } = toward;
  const home = voice.knowledge.entries.get(issuer)?.country ?? issuer;
  const isHome = destinations?.every((code) => code === home);
  return towardWords(isHome ? rest : toward, voice);
}
