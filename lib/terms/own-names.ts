/**
 * The names of the user's terms for tabs. They are compiled when the terms change, and kept in the
 * database between changes.
 */
import * as v from 'valibot';
import { digestText } from '../core/digest.ts';
import { hanReady } from '../match/text/simplify-chinese.ts';
import { NAMES_FORMAT } from '../match/names/compiled-names.ts';
import { compileTerms } from './compile-own.ts';
import type { OwnStore } from './own-store.ts';

const StoredOwnNames = v.object({ format: v.number(), revision: v.number(), state: v.string(), names: v.string() });

/**
 * `state` differs for different names; `names` is input for `decodeNames`, '' if there are none.
 */
export interface OwnNames {
  state: string;
  names: string;
}

/**
 * Returns the stored names if the terms have not changed since, otherwise compiles and stores them.
 */
export async function ownNames(store: OwnStore): Promise<OwnNames> {
  const revision = await store.revision();
  if (revision === 0) return { state: '', names: '' };
  const kept = await store.db.read('names', StoredOwnNames);
  if (kept?.revision === revision && kept.format === NAMES_FORMAT) return kept;
  await hanReady();
  const names = compileTerms((await store.terms()).map(({ term }) => term));
  const state = names === '' ? '' : digestText(names);
  await store.db.meta.put({ key: 'names', value: { format: NAMES_FORMAT, revision, state, names } });
  return { state, names };
}
