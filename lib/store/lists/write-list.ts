/**
 * Writing lists. An update is staged under the next generation, where nobody sees it; when it is
 * whole, one small transaction switches the list over; then what it replaced is swept away. Each
 * function is one step: whoever is stopped between two leaves the list in use whole.
 */
import type { Table } from 'dexie';
import type { Act, Control, Entry } from '../../knowledge/model/schema.ts';
import { isSearchText, type SearchText } from '../../search/search-text.ts';
import {
  PARTS,
  type Base,
  type PartName,
  type Stored,
  type StoredChanges,
  type StoredDigests,
  type StoredList,
} from '../db.ts';
import { asListNames, type ListNames } from '../derived/list-names.ts';
import { wholeList } from './read-records.ts';

export type AnyRecord = Entry | Control | Act;
/** A change to one record: null takes it off the list. */
export interface Change {
  part: PartName;
  id: string;
  record: AnyRecord | null;
}

/**
 * The data derived from a list's entries: names for tabs, and the search text. Null for the names
 * of the built-in list, which come with the extension; `built-in-names.ts` makes those of a newer
 * one.
 */
export interface Made {
  names: ListNames | null;
  search: SearchText;
}

/** The tables with one row a generation. */
const rowsOf = (base: Base): Table<unknown, [string, number]>[] => [
  base.digests,
  base.names,
  base.searches,
  base.copies,
];

const ALL_OF = (list: string): [[string, number], [string, number]] => [
  [list, 0],
  [list, Infinity],
];

/** Notes that an update begins; removes what an earlier one left staged and never switched to. */
export async function beginStaging(base: Base, list: string): Promise<void> {
  const left = await base.updates.get(list);
  if (left) {
    const generation = (await base.lists.get(list))?.generation ?? 0;
    const [from, to] = wholeList(list);
    for (const part of PARTS) {
      const rows = base[part].where(':id').between(from, to, true, true);
      // A list that never was in use goes at once: a million keys take minutes one by one.
      if (generation === 0) await rows.delete();
      else await base[part].bulkDelete((await rows.primaryKeys()).filter((key) => key[2] > generation));
    }
    for (const table of rowsOf(base))
      await table.where(':id').between([list, generation], [list, Infinity], false, true).delete();
  }
  await base.updates.put({ list, header: null, at: Date.now() });
}

/** Writes changes under a generation that is not in use yet. */
export async function stage(base: Base, list: string, generation: number, changes: readonly Change[]): Promise<void> {
  for (const part of PARTS) {
    const rows = changes
      .filter((change) => change.part === part)
      .map(({ id, record }) => ({ list, id, generation, record }));
    if (rows.length > 0) await put(base, part, rows);
  }
}

function put(base: Base, part: PartName, rows: Stored<AnyRecord>[]): Promise<unknown> {
  // The three tables differ in the type of their records alone; `part` was chosen with the record.
  const table: { bulkPut(rows: readonly unknown[]): PromiseLike<unknown> } = base[part];
  return Promise.resolve(table.bulkPut(rows));
}

/**
 * Notes that all of an update is staged: from here on `switchTo` may be called, after a restart
 * too.
 */
export async function finishStaging(
  base: Base,
  header: StoredList,
  digests: StoredDigests,
  { names, search }: Made,
): Promise<void> {
  await base.transaction('rw', base.updates, base.digests, base.names, base.searches, async () => {
    await base.digests.put(digests);
    if (names) await base.names.put({ list: header.id, generation: header.generation, names });
    await base.searches.put({ list: header.id, generation: header.generation, text: search });
    await base.updates.put({ list: header.id, header, at: Date.now() });
  });
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
const A_SWEEP = 5000;

/**
 * Deletes rows that a newer generation in use has replaced, and all but the last updates from the
 * log.
 */
export async function sweep(base: Base, list: string): Promise<void> {
  const header = await base.lists.get(list);
  if (!header) return;
  const { generation } = header;
  const digests = await base.digests.get([list, generation]);
  const [from, to] = wholeList(list);
  for (const part of digests ? PARTS : []) {
    const known = new Set(digests?.parts[part].ids);
    const keys = await base[part].where(':id').between(from, to, true, true).primaryKeys();
    const old = keys.filter((key, k) => {
      if (key[2] > generation) return false;
      const next = keys[k + 1];
      return !known.has(key[1]) || (next !== undefined && next[1] === key[1] && next[2] <= generation);
    });
    for (let k = 0; k < old.length; k += A_SWEEP) await base[part].bulkDelete(old.slice(k, k + A_SWEEP));
  }
  for (const table of rowsOf(base))
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
    // Marks the rows as left over, should this be the last that is done.
    await base.updates.put({ list, header: null, at: 0 });
    await base.states.delete(list);
  });
  const [from, to] = wholeList(list);
  for (const part of PARTS) await base[part].where(':id').between(from, to, true, true).delete();
  for (const table of rowsOf(base))
    await table
      .where(':id')
      .between(...ALL_OF(list), true, true)
      .delete();
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
