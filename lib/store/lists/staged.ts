/** The differences between a staged update and the version in use. */
import { PARTS, type PartName, type StoredList } from '../db.ts';
import { placeOf, type RecordIndex } from './record-index.ts';
import type { StageStore } from './stage-store.ts';

/** A number of records, with the ids of some. */
export interface CountWithSamples {
  count: number;
  /** Ids of the first records, at most MAX_NAMED. */
  ids: string[];
}
/** Ids that are kept for the log; an update may add a million records. */
export const MAX_NAMED = 5000;

/** A staged update: how it differs from the copy in use. */
export interface Staged {
  header: StoredList;
  /** The header in use before the switch; null for a new list. */
  before: StoredList | null;
  added: CountWithSamples;
  changed: CountWithSamples;
  removed: CountWithSamples;
  /** Ids of controls and acts that are new, changed or removed. */
  law: string[];
  goneLaw: string[];
}

/** True if an update changes no record. */
export const isUnchanged = ({ before, added, changed, removed, law }: Staged): boolean =>
  before !== null && added.count + changed.count + removed.count + law.length === 0;

/** Digests of the ids in `index` that are not in `other`. */
const missingIn = (other: RecordIndex, index: RecordIndex): number[] =>
  [...index.ids].filter((id) => placeOf(other, id) < 0);

function changedIn(was: RecordIndex, is: RecordIndex): number[] {
  return [...is.ids].filter((id, k) => {
    const place = placeOf(was, id);
    return place >= 0 && was.digests[place] !== is.digests[k];
  });
}

/**
 * Recomputes the differences of a staged update that waited for the user, from the indexes. Null if
 * the staged update no longer exists.
 */
export async function stagedOf(store: StageStore, header: StoredList): Promise<Staged | null> {
  const list = header.id;
  const before = (await store.header(list)) ?? null;
  const next = await store.indexes(list, header.generation);
  if (next.entries.ids.length === 0) return null;
  const old = await store.indexes(list, before?.generation ?? 0);
  const idsOf = (generation: number, part: PartName, digests: readonly number[]) =>
    store.ids(list, generation, part, digests);
  const named = async (generation: number, digests: readonly number[]): Promise<CountWithSamples> => ({
    count: digests.length,
    ids: await idsOf(generation, 'entries', digests.slice(0, MAX_NAMED)),
  });
  const differing: string[] = [];
  const gone: string[] = [];
  for (const part of PARTS.filter((one) => one !== 'entries')) {
    const fresh = [...missingIn(old[part], next[part]), ...changedIn(old[part], next[part])];
    differing.push(...(await idsOf(header.generation, part, fresh)));
    if (before) gone.push(...(await idsOf(before.generation, part, missingIn(next[part], old[part]))));
  }
  return {
    header,
    before,
    added: await named(header.generation, missingIn(old.entries, next.entries)),
    changed: await named(header.generation, changedIn(old.entries, next.entries)),
    removed: await named(before?.generation ?? 0, missingIn(next.entries, old.entries)),
    law: [...differing, ...gone],
    goneLaw: gone,
  };
}
