/**
 * Reads lists as versions before packs stored them: one row a record. The next update of a list
 * replaces the rows with packs.
 */
import { digestOfText } from '../../core/digest.ts';
import type { Act, Control, Entry } from '../../knowledge/model/schema.ts';
import { PARTS, type Base, type PartName, type Stored, type StoredDigests } from '../db.ts';
import { IndexBuilder, NO_PACK, type RecordIndex } from './record-index.ts';

type Key = [string, string, number];
interface OldPart {
  entries: Entry;
  controls: Control;
  acts: Act;
}

const wholeList = (list: string): [Key, Key] => [
  [list, '', 0],
  [list, '\uffff', Infinity],
];
const tableOf = <P extends PartName>(base: Base, part: P) => base.table<Stored<OldPart[P]>, Key>(part);
const rowsOf = <P extends PartName>(base: Base, part: P, list: string) =>
  tableOf(base, part)
    .where(':id')
    .between(...wholeList(list), true, true);

/**
 * The newest record of each id up to `generation`, without removed ones. `rows`: in the order of
 * their keys.
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

/** The records of a list that schema 3 or older stored, of the generation in use. */
export const oldPart = async <P extends PartName>(
  base: Base,
  list: string,
  generation: number,
  part: P,
): Promise<OldPart[P][]> => inUse(await rowsOf(base, part, list).toArray(), generation);

/** The newest version, up to `generation`, of these entries. */
export async function oldEntries(
  base: Base,
  list: string,
  generation: number,
  ids: readonly string[],
): Promise<Entry[]> {
  const rows = await Promise.all(
    ids.map((id) => base.entries.where(':id').between([list, id, 0], [list, id, generation], true, true).last()),
  );
  return rows.flatMap((row) => row?.record ?? []);
}

const oldDigests = (base: Base, list: string, generation: number): Promise<StoredDigests | undefined> =>
  base.digests.get([list, generation]);

/** The ids that have these digests. */
export async function oldIds(
  base: Base,
  list: string,
  generation: number,
  part: PartName,
  wanted: readonly number[],
): Promise<string[]> {
  const ids = (await oldDigests(base, list, generation))?.parts[part].ids ?? [];
  const byDigest = new Map(ids.map((id) => [digestOfText(id), id]));
  return wanted.flatMap((digest) => byDigest.get(digest) ?? []);
}

/** An index without packs: an update compares with its digests and writes all records. */
export async function oldIndex(base: Base, list: string, generation: number, part: PartName): Promise<RecordIndex> {
  const { ids, digests } = (await oldDigests(base, list, generation))?.parts[part] ?? { ids: [], digests: [] };
  const builder = new IndexBuilder();
  ids.forEach((id, k) => builder.add(digestOfText(id), NO_PACK, digests[k] ?? 0));
  return builder.finish();
}

/** Deletes the rows and digests of a list. */
export async function deleteOldRows(base: Base, list: string): Promise<void> {
  for (const part of PARTS) await rowsOf(base, part, list).delete();
  await base.digests.where(':id').between([list, 0], [list, Infinity], true, true).delete();
}
