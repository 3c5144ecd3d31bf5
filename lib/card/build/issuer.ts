/** Who restrains what, toward whom, in the user's words. */
import type { Row } from '../../knowledge/status/row.ts';
import { countryWords, nameWords, restrainsWords, towardWords, type Voice } from '../../knowledge/wording/terms.ts';

/** China for its ministry; the body itself where it speaks for no one country, and a firm. */
export function issuerWords(id: string, voice: Voice): string {
  if (id.startsWith('company/')) return nameWords(id, voice);
  const country = voice.knowledge.entries.get(id)?.country;
  return country === undefined || country === 'INT' ? nameWords(id, voice) : countryWords(country, voice);
}

/** An act on goods needs no words of its own; anything else is said. */
export const actWords = (row: Pick<Row, 'restrains'>, voice: Voice) =>
  row.restrains === 'export' || row.restrains === 'nothing' ? '' : restrainsWords(row.restrains, voice);

/** Imports go to the country that restrains them: said once is enough. */
export function towardOf(
  { toward, restrains, issuer }: Pick<Row, 'toward' | 'restrains' | 'issuer'>,
  voice: Voice,
): string {
  const { destinations, ...rest } = toward;
  const home = voice.knowledge.entries.get(issuer)?.country ?? issuer;
  const isHome = restrains === 'import' && destinations?.every((code) => code === home);
  return towardWords(isHome ? rest : toward, voice);
}
