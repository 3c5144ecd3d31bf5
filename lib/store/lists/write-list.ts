/**
 * Writes lists. An update is staged under the next generation, which nothing reads. When it is
 * complete, one small transaction switches the list to it, and the old generation is deleted. Each
 * function is one step: if the browser stops between two steps, the list in use is still complete.
 */
import type { Table } from 'dexie';
import { isSearchText, type SearchText } from '../../search/search-text.ts';
import { PARTS, type Base, type PartName, type StoredChanges, type StoredList } from '../db.ts';
import { asListNames, type ListNames } from '../derived/list-names.ts';
import { deleteOldRows, oldIndex } from './old-rows.ts';
import { deletePacks, dropNewer, isPacked, readIndex, rowsOfIndex, sweepPacks, type Pack } from './packs.ts';
import type { RecordIndex } from './record-index.ts';

/** The indexes of a generation. */
export type Indexes = Record<PartName, RecordIndex>;

/**
 * The data derived from a list's entries: names for tabs, and the search text. The names of the
 * built-in list ship with the extension; `built-in-names.ts` makes those of a newer version.
 */
export interface Derived {
  names: ListNames;
  search: SearchText;
}

/** The tables of derived data, with one row a generation. */
const derivedIn = (base: Base): Table<unknown, [string, number]>[] => [base.names, base.searches];

/** Begins an update: deletes the rows of an earlier update that was never switched to. */
export async function beginStaging(base: Base, list: string): Promise<void> {
  if (await base.updates.get(list)) {
    const { generation = 0, nextPack = 0 } = (await base.lists.get(list)) ?? {};
    await dropNewer(base, list, { generation, nextPack });
    for (const table of derivedIn(base))
      await table.where(':id').between([list, generation], [list, Infinity], false, true).delete();
  }
  await base.updates.put({ list, header: null, at: Date.now() });
}

/** Writes packs that no index points to yet. */
export async function stage(base: Base, list: string, packs: readonly Pack[]): Promise<void> {
  await base.packs.bulkPut(packs.map(({ n, text }) => ({ list, n, text })));
}

/** The indexes of a generation that is in use or staged. */
export async function indexesOf(base: Base, list: string, generation: number): Promise<Indexes> {
  const read = (await isPacked(base, list, generation)) ? readIndex : oldIndex;
  const [entries, controls, acts] = await Promise.all([
    read(base, list, generation, 'entries'),
    read(base, list, generation, 'controls'),
    read(base, list, generation, 'acts'),
  ]);
  return { entries, controls, acts };
}

/** Writes the indexes of a staged generation. */
export async function stageIndexes(base: Base, list: string, generation: number, indexes: Indexes): Promise<void> {
  await base.transaction('rw', base.indexes, async () => {
    for (const part of PARTS) await base.indexes.bulkPut(rowsOfIndex(list, generation, part, indexes[part]));
  });
}

/** Writes the derived data one after another: both at once would need too much memory. */
export async function stageDerived(
  base: Base,
  list: string,
  generation: number,
  derived: Partial<Derived>,
): Promise<void> {
  if (derived.names) await base.names.put({ list, generation, names: derived.names });
  if (derived.search) await base.searches.put({ list, generation, text: derived.search });
}

/** Marks the update as complete, so that `switchTo` may be called, even after a restart. */
export async function finishStaging(base: Base, header: StoredList): Promise<void> {
  await base.updates.put({ list: header.id, header, at: Date.now() });
}

/**
 * Switches to the staged update in one transaction of three rows, however large the list is.
 * Returns false if there is no staged update, or another generation has come into use since it was
 * staged.
 */
export async function switchTo(base: Base, list: string, changes: StoredChanges | null): Promise<boolean> {
  return base.transaction('rw', base.lists, base.updates, base.changes, async () => {
    const update = await base.updates.get(list);
    const current = await base.lists.get(list);
    if (!update?.header || update.header.generation !== (current?.generation ?? 0) + 1) return false;
    await base.lists.put(update.header);
    await base.updates.delete(list);
    if (changes) await base.changes.add(changes);
    return true;
  });
}

/** Deletes the row of a staged update and, if it was not switched to, its data. */
export async function dropStaging(base: Base, list: string): Promise<void> {
  if (!(await base.updates.get(list))) return;
  await beginStaging(base, list);
  await base.updates.delete(list);
}

const MAX_LOG_UPDATES = 20;

/**
 * Deletes what the generation in use replaced, and all but the latest updates from the log. Rows of
 * an update that an earlier version staged stay until the next update.
 */
export async function deleteUnusedRows(base: Base, list: string): Promise<void> {
  const header = await base.lists.get(list);
  if (!header) return;
  const { generation, nextPack } = header;
  if (nextPack !== undefined) {
    await sweepPacks(base, list, generation);
    await deleteOldRows(base, list);
  }
  for (const table of derivedIn(base))
    await table.where(':id').between([list, 0], [list, generation], true, false).delete();
  const log = await base.changes.where('list').equals(list).primaryKeys();
  if (log.length > MAX_LOG_UPDATES) await base.changes.bulkDelete(log.slice(0, log.length - MAX_LOG_UPDATES));
}

/** Deletes a list and all its data. The header goes first, so that the list is no longer in use. */
export async function removeList(base: Base, list: string): Promise<void> {
  await base.transaction('rw', base.lists, base.updates, base.states, async () => {
    await base.lists.delete(list);
    // Marks the data as left over, in case the browser stops before it is deleted.
    await base.updates.put({ list, header: null, at: 0 });
    await base.states.delete(list);
  });
  await deletePacks(base, list);
  await deleteOldRows(base, list);
  for (const table of derivedIn(base))
    await table.where(':id').between([list, 0], [list, Infinity], true, true).delete();
  await base.changes.where('list').equals(list).delete();
  await base.updates.delete(list);
}

/** The update log of a list, newest first. */
export async function changesOf(base: Base, list: string): Promise<StoredChanges[]> {
  return (await base.changes.where('list').equals(list).sortBy('n')).reverse();
}

/** The names of a generation; null if missing or written by another version of the extension. */
export async function namesOf(base: Base, list: string, generation: number): Promise<ListNames | null> {
  return asListNames((await base.names.get([list, generation]))?.names);
}

/** The search text of a generation; null as above. */
export async function searchTextIn(base: Base, list: string, generation: number): Promise<SearchText | null> {
  const text = (await base.searches.get([list, generation]))?.text;
  return isSearchText(text) ? text : null;
}
