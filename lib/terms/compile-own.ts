/**
 * Compiles the names of the user's terms for tabs. All terms are compiled as one kind, so that a
 * term follows only the rule that the user gave it, and not the grammar of minerals or firms.
 */
import { compileNames } from '../match/names/compile.ts';
import { encodeNames } from '../match/names/serialize.ts';
import { OWN_LIST } from '../knowledge/model/ids.ts';
import { entryOf } from './entries.ts';
import type { Term } from './term.ts';

/** One text for `decodeNames`; '' if there are no terms. */
export function compileTerms(terms: readonly Term[]): string {
  if (terms.length === 0) return '';
  return encodeNames(
    compileNames({ id: OWN_LIST, entries: terms.map((term) => ({ ...entryOf(term), kind: OWN_LIST })) }),
  );
}
