/** Reads the flags of a reading from the compiled names. */
import type { Reading } from '../model.ts';
import { RULED } from '../names/compiled-names.ts';

export const ruleFlags = (reading: Reading): number =>
  reading.form ? RULED : (reading.segment.names.ruleFlags[reading.rule] ?? 0) | (reading.lowered ? RULED : 0);

export const kindOf = (reading: Reading): string => reading.segment.names.entryKinds[reading.entry] ?? '';
export const countryOf = (reading: Reading): string => reading.segment.names.entryCountries[reading.entry] ?? '';
