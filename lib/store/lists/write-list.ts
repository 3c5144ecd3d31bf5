/**
 * Writing lists. An update is staged under the next generation, where nobody sees it; when it is
 * whole, one small transaction switches the list over; then what it replaced is swept away. Each
 * function is one step: whoever is stopped between two leaves the list in use whole.
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
 * built-in list come with the extension; `built-in-names.ts` makes those of a newer one.
 */
export interface Derived {
  names: ListNames;
  search: SearchText;
}

/** The tables of derived data, with one row a generation. */
const derivedIn = (base: Base): Table<unknown, [string, number]>[] => [base.names, base.searches];

/** Notes that an update begins; removes what an earlier one left staged and never switched to. */
export async function beginStaging(base: Base, list: string): Promise<void> {
  if (await base.updates.get(list)) {
    const { generation = 0, nextPack = 0 } = (await base.lists.get(list)) ?? {};
    await dropNewer(base, list, { generation, nextPack });
    for (const table of derivedIn(base))
      await table.where(':id').between([list, generation], [list, Infinity], false, true).delete();
  }
  await base.updates.put({ list, header: null, at: Date.now() });
}

/** Writes packs that no index points at yet. */
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

/** Writes the indexes of a generation that is not in use yet. */
export async function stageIndexes(base: Base, list: string, generation: number, indexes: Indexes): Promise<void> {
  await base.transaction('rw', base.indexes, async () => {
    for (const part of PARTS) await base.indexes.bulkPut(rowsOfIndex(list, generation, part, indexes[part]));
  });
}

/** Writes what is derived from its entries, one after the other: together they fill the memory. */
export async function stageDerived(
  base: Base,
  list: string,
  generation: number,
  derived: Partial<Derived>,
): Promise<void> {
  if (derived.names) await base.names.put({ list, generation, names: derived.names });
  if (derived.search) await base.searches.put({ list, generation, text: derived.search });
}

/**
 * Notes that all of an update is staged: from here on `switchTo` may be called, after a restart
 * too.
 */
export async function finishStaging(base: Base, header: StoredList): Promise<void> {
  await base.updates.put({ list: header.id, header, at: Date.now() });
}

/**
 * Puts the staged update into use, in one transaction of three rows whatever the list's size. False
 * if there is none any more, or it was staged upon another generation than the one in use.
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

/** Takes a staged update away, switched to or not. */
export async function dropStaging(base: Base, list: string): Promise<void> {
  if (!(await base.updates.get(list))) return;
  await beginStaging(base, list);
  await base.updates.delete(list);
}

const LOG_LENGTH = 20;

/**
 * Deletes what the generation in use has replaced, and all but the last updates from the log. An
 * update of an earlier version that waited is in rows: they stay until the next one.
 */
export async function sweep(base: Base, list: string): Promise<void> {
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
  if (log.length > LOG_LENGTH) await base.changes.bulkDelete(log.slice(0, log.length - LOG_LENGTH));
}

/**
 * Takes a list and all that belongs to it away. The header goes first: from then on it is not in
 * use.
 */
export async function removeList(base: Base, list: string): Promise<void> {
  await base.transaction('rw', base.lists, base.updates, base.states, async () => {
    await base.lists.delete(list);
    // Marks what is stored as left over, should this be the last that is done.
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

/** The log of a list, newest first. */
export async function changesOf(base: Base, list: string): Promise<StoredChanges[]> {
  return (await base.changes.where('list').equals(list).sortBy('n')).reverse();
}

/**
 * The names of the generation in use; null where they are not there or another version wrote them.
 */
export async function namesOf(base: Base, list: string, generation: number): Promise<ListNames | null> {
  return asListNames((await base.names.get([list, generation]))?.names);
}

/** The search text of the generation in use; null as above. */
export async function searchTextIn(base: Base, list: string, generation: number): Promise<SearchText | null> {
  const text = (await base.searches.get([list, generation]))?.text;
  return isSearchText(text) ? text : null;
}
