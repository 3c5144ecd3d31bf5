/** Reading the records of a list that are in use, from rows of several generations. */
import type { Table } from 'dexie';
import type { Act, Control, Entry } from '../../knowledge/model/schema.ts';
import type { Base, Stored, StoredList } from '../db.ts';

const LAST = '\uffff';
type Key = [string, string, number];
export const wholeList = (list: string): [Key, Key] => [
  [list, '', 0],
  [list, LAST, Infinity],
];

/**
 * Of rows in the order of their keys: the newest of each id up to `generation`, without what was
 * taken off.
 */
function inUse<T>(rows: readonly Stored<T>[], generation: number): T[] {
  const found: T[] = [];
  rows.forEach((row, k) => {
    if (row.generation > generation || row.record === null) return;
    const next = rows[k + 1];
    if (!next || next.id !== row.id || next.generation > generation) found.push(row.record);
  });
  return found;
}

export interface Records {
  entries: Entry[];
  controls: Control[];
  acts: Act[];
}

async function readPart<T>(table: Table<Stored<T>, Key>, list: string, generation: number): Promise<T[]> {
  return inUse(
    await table
      .where(':id')
      .between(...wholeList(list), true, true)
      .toArray(),
    generation,
  );
}

/** All records of a list in one consistent reading: null where the list is not there. */
export async function readList(base: Base, list: string): Promise<{ header: StoredList; records: Records } | null> {
  return base.transaction('r', base.lists, base.entries, base.controls, base.acts, async () => {
    const header = await base.lists.get(list);
    if (!header) return null;
    const { generation } = header;
    const [entries, controls, acts] = await Promise.all([
      readPart(base.entries, list, generation),
      readPart(base.controls, list, generation),
      readPart(base.acts, list, generation),
    ]);
    return { header, records: { entries, controls, acts } };
  });
}

/** The controls and acts of a list; `generation` other than the one in use reads what is staged. */
export async function readLaw(
  base: Base,
  list: string,
  generation?: number,
): Promise<Pick<Records, 'controls' | 'acts'>> {
  return base.transaction('r', base.lists, base.controls, base.acts, async () => {
    const upTo = generation ?? (await base.lists.get(list))?.generation ?? 0;
    const [controls, acts] = await Promise.all([readPart(base.controls, list, upTo), readPart(base.acts, list, upTo)]);
    return { controls, acts };
  });
}

/** Some entries of a list; ids that it does not have are left out. `generation` as above. */
export async function readEntries(
  base: Base,
  list: string,
  ids: readonly string[],
  generation?: number,
): Promise<Entry[]> {
  return base.transaction('r', base.lists, base.entries, async () => {
    const upTo = generation ?? (await base.lists.get(list))?.generation ?? 0;
    const rows = await Promise.all(
      ids.map((id) => base.entries.where(':id').between([list, id, 0], [list, id, upTo], true, true).last()),
    );
    return rows.flatMap((row) => row?.record ?? []);
  });
}
