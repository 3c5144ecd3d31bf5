/** The country of a body that no other country shares. */
import type { Candidate } from '../model.ts';
import { RULE_BY_COUNTRY } from '../names/compiled-names.ts';
import { countryOf, kindOf, ruleFlags } from './readings.ts';

/**
 * The country of a body with an unambiguous name (美国商务部); '' if bodies of several countries have
 * the name.
 */
export function ownCountry({ readings }: Candidate): string {
  const codes = new Set(readings.map((one) => (kindOf(one) === 'agency' ? countryOf(one) : '')));
  return codes.size === 1 && readings.every((one) => (ruleFlags(one) & RULE_BY_COUNTRY) === 0)
    ? ([...codes][0] ?? '')
    : '';
}
