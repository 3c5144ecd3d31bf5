/** Reads the flags of a reading from the compiled names. */
import type { Reading } from '../model.ts';
import { GENERIC, RULED } from '../names/compiled-names.ts';

export const ruleFlags = (reading: Reading): number =>
  reading.form ? RULED : (reading.segment.names.ruleFlags[reading.rule] ?? 0) | (reading.lowered ? RULED : 0);

export const kindOf = (reading: Reading): string => reading.segment.names.entryKinds[reading.entry] ?? '';
export const isGeneric = ({ segment, entry }: Reading): boolean =>
  ((segment.names.entryFlags[entry] ?? 0) & GENERIC) !== 0;
export const countryOf = (reading: Reading): string => reading.segment.names.entryCountries[reading.entry] ?? '';
