/** Makes facts of an entry from named values; values that are missing are left out. */
import type { RowEntry } from '../row-entry.ts';

export const factsFrom = (facts: Readonly<Record<string, string | undefined>>): NonNullable<RowEntry['facts']> =>
  Object.entries(facts).flatMap(([what, value]) => (value?.trim() ? [{ what, value: value.trim() }] : []));
