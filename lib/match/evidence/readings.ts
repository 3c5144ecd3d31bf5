/** Reads the flags of a reading from the compiled names. */
import type { Reading } from '../model.ts';
import { ENTRY_GENERIC, RULE_STATED } from '../names/compiled-names.ts';

/**
 * The flags of the name's rule. An act number, and a name in lower case that the list capitalises,
 * count as names with a rule.
 */
export const ruleFlags = (reading: Reading): number =>
  reading.form
    ? RULE_STATED
    : (reading.segment.names.ruleFlags[reading.rule] ?? 0) | (reading.lowered ? RULE_STATED : 0);

/** The kind of the entry: "mineral". */
export const kindOf = (reading: Reading): string => reading.segment.names.entryKinds[reading.entry] ?? '';
/** True for a body or a term of the trade, which alone makes no page worth marking. */
export const isGeneric = ({ segment, entry }: Reading): boolean =>
  ((segment.names.entryFlags[entry] ?? 0) & ENTRY_GENERIC) !== 0;
/** The lower-case country code of the entry; '' if it has none. */
export const countryOf = (reading: Reading): string => reading.segment.names.entryCountries[reading.entry] ?? '';
