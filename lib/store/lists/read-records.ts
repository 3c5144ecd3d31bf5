/** Reads the records of a list: of the generation in use or of a staged one. */
import { digestOfText } from '../../core/digest.ts';
import type { Act, Control, Entry } from '../../knowledge/model/schema.ts';
import { PARTS, type Base, type PartName, type StoredList } from '../db.ts';
import { oldEntries, oldIds, oldPart } from './old-rows.ts';
import { havePacks, isPacked, packedRecords, packsOf, readIndex, recordsOfPacks } from './packs.ts';

/** The records of a list, sorted by id. */
export interface Records {
  entries: Entry[];
  controls: Control[];
  acts: Act[];
}

/** A whole list, as it is in use. */
export interface ListInBase {
  header: StoredList;
  records: Records;
}

/** The tables that reading records needs in its transaction. */
const tablesOf = (base: Base) => [
  base.lists,
  base.indexes,
  base.packs,
  base.entries,
  base.controls,
  base.acts,
  base.digests,
];

const inUse = async (base: Base, list: string): Promise<number> => (await base.lists.get(list))?.generation ?? 0;

/** Reads a part of a list, sorted by id. */
async function readPart<P extends PartName>(
  base: Base,
  list: string,
  generation: number,
  part: P,
): Promise<Records[P]> {
  if (!(await isPacked(base, list, generation))) return (await oldPart(base, list, generation, part)) as Records[P];
  const index = await readIndex(base, list, generation, part);
  const records = await recordsOfPacks<Records[P][number]>(base, list, index, packsOf(index));
  return records.sort((a, b) => (a.id < b.id ? -1 : 1)) as Records[P];
}

/** Reads all records of a list in one transaction; null if the list does not exist. */
export async function readList(base: Base, list: string): Promise<ListInBase | null> {
  return base.transaction('r', tablesOf(base), async () => {
    const header = await base.lists.get(list);
    if (!header) return null;
    const { generation } = header;
    const [entries, controls, acts] = await Promise.all([
      readPart(base, list, generation, 'entries'),
      readPart(base, list, generation, 'controls'),
      readPart(base, list, generation, 'acts'),
    ]);
    return { header, records: { entries, controls, acts } };
  });
}

/** True if all records of a list can be read. */
export function hasAllRecords({ header, records }: ListInBase): boolean {
  const { entries, controls, acts } = records;
  return entries.length === header.size && controls.length === header.controls && acts.length === header.acts;
}

/**
 * The header of a list whose records are all present, as its indexes and the keys of its packs
 * show; otherwise null. It parses no record, because it runs at every start.
 */
export async function wholeHeader(base: Base, list: string): Promise<StoredList | null> {
  return base.transaction('r', tablesOf(base), async () => {
    const header = await base.lists.get(list);
    if (!header) return null;
    if (!(await isPacked(base, list, header.generation))) {
      const found = await readList(base, list);
      return found && hasAllRecords(found) ? header : null;
    }
    const sizes = { entries: header.size, controls: header.controls, acts: header.acts };
    const indexes = await Promise.all(PARTS.map((part) => readIndex(base, list, header.generation, part)));
    const isComplete = PARTS.every((part, k) => indexes[k]?.ids.length === sizes[part]);
    return isComplete && (await havePacks(base, list, indexes)) ? header : null;
  });
}

/** The controls and acts of a list. `generation`: the one in use, or a staged one. */
export async function readLaw(
  base: Base,
  list: string,
  generation?: number,
): Promise<Pick<Records, 'controls' | 'acts'>> {
  return base.transaction('r', tablesOf(base), async () => {
    const upTo = generation ?? (await inUse(base, list));
    const [controls, acts] = await Promise.all([
      readPart(base, list, upTo, 'controls'),
      readPart(base, list, upTo, 'acts'),
    ]);
    return { controls, acts };
  });
}

/** Some entries of a list; unknown ids are left out. `generation` as above. */
export async function readEntries(
  base: Base,
  list: string,
  ids: readonly string[],
  generation?: number,
): Promise<Entry[]> {
  return base.transaction('r', tablesOf(base), async () => {
    const upTo = generation ?? (await inUse(base, list));
    if (!(await isPacked(base, list, upTo))) return oldEntries(base, list, upTo, ids);
    const wanted = new Set(ids);
    const found = await packedRecords<Entry>(base, list, upTo, 'entries', ids.map(digestOfText));
    return found.filter(({ id }) => wanted.has(id));
  });
}

/** The ids with these digests, in the same order; unknown digests are left out. */
export async function readIds(
  base: Base,
  list: string,
  generation: number,
  part: PartName,
  digests: readonly number[],
): Promise<string[]> {
  const ids = await base.transaction('r', tablesOf(base), async () =>
    (await isPacked(base, list, generation))
      ? (await packedRecords<{ id: string }>(base, list, generation, part, digests)).map(({ id }) => id)
      : oldIds(base, list, generation, part, digests),
  );
  return ids.sort();
}

/** Some entries, by the digests of their ids. */
export async function readEntriesAt(
  base: Base,
  list: string,
  digests: readonly number[],
  generation: number,
): Promise<Entry[]> {
  return base.transaction('r', tablesOf(base), async () =>
    (await isPacked(base, list, generation))
      ? packedRecords<Entry>(base, list, generation, 'entries', digests)
      : oldEntries(base, list, generation, await oldIds(base, list, generation, 'entries', digests)),
  );
}
