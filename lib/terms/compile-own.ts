/**
 * Names of the user's terms, compiled for tabs. For finding they all are of one kind, so that
 * neither the grammar of minerals nor that of firms stands between a term and the rule that the
 * user gave it.
 */
import { compileNames } from '../match/names/compile.ts';
import { encodeNames } from '../match/names/serialize.ts';
import { OWN_LIST } from '../knowledge/model/ids.ts';
import { entryOf } from './entries.ts';
import type { Term } from './term.ts';

/** As one text for `decodeNames`; '' where there is nothing to find. */
export function compileTerms(terms: readonly Term[]): string {
  if (terms.length === 0) return '';
  return encodeNames(
    compileNames({ id: OWN_LIST, entries: terms.map((term) => ({ ...entryOf(term), kind: OWN_LIST })) }),
  );
}
