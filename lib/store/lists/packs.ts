/**
 * Stores records of lists in packs: some tens of records as the text of one row (decision 14).
 * Writing one row a record takes eight times as long. A pack never changes: an update writes
 * changed records into new packs, and the index of its generation says which pack has which record.
 */
import { digestOfText } from '../../core/digest.ts';
import { PARTS, type Base, type PartName, type StoredIndex } from '../db.ts';
import { joinedIndex, placeOf, type RecordIndex } from './record-index.ts';

/** Characters at which a pack is full. Reading one record parses its whole pack. */
const FULL_PACK_LENGTH = 1 << 15;
/** Records in one row of an index; finding a record reads one row. */
const INDEX_RUN = 256;
/** Packs that are deleted in one call. */
const PACKS_PER_DELETE = 5000;

/** `n`: the number of the pack in its list. */
export interface Pack {
  n: number;
  /** A JSON array of records. */
  text: string;
}

/** Fills packs. Each part of a list has its own. */
export class Packer {
  #next: number;
  readonly #open = new Map<PartName, { n: number; texts: string[]; length: number }>();
  #full: Pack[] = [];

  /** `next`: the number of the first pack. */
  constructor(next: number) {
    this.#next = next;
  }

  /** Adds a record and returns the number of its pack. */
  add(part: PartName, text: string): number {
    const open = this.#open.get(part) ?? { n: this.#next++, texts: [], length: 0 };
    open.texts.push(text);
    open.length += text.length;
    if (open.length < FULL_PACK_LENGTH) this.#open.set(part, open);
    else this.#close(part, open);
    return open.n;
  }

  #close(part: PartName, { n, texts }: { n: number; texts: readonly string[] }): void {
    this.#open.delete(part);
    this.#full.push({ n, text: `[${texts.join(',')}]` });
  }

  /** Number of full packs that are not taken yet. */
  get waiting(): number {
    return this.#full.length;
  }

  /** Returns and forgets the full packs; with `all` also those that are not full. */
  take(all = false): Pack[] {
    if (all) for (const [part, open] of [...this.#open]) this.#close(part, open);
    const full = this.#full;
    this.#full = [];
    return full;
  }

  /** The number of the next pack. */
  get next(): number {
    return this.#next;
  }
}

/** Splits an index into its rows in the database. */
export function rowsOfIndex(list: string, generation: number, part: PartName, index: RecordIndex): StoredIndex[] {
  const rows: StoredIndex[] = [];
  for (let k = 0; k < index.ids.length; k += INDEX_RUN) {
    const ids = index.ids.slice(k, k + INDEX_RUN);
    rows.push({
      ...{ list, generation, part, first: ids[0] ?? 0, ids },
      packs: index.packs.slice(k, k + INDEX_RUN),
      digests: index.digests.slice(k, k + INDEX_RUN),
    });
  }
  return rows;
}

/** The upper bound of a range of keys: an array sorts after all numbers and strings. */
const AFTER_ALL_KEYS: unknown[] = [];
const indexRows = (base: Base, ...key: [list: string, generation: number, part?: PartName]) =>
  base.indexes.where(':id').between(key, [...key, AFTER_ALL_KEYS], true, true);

/** False for a generation that an earlier version stored with one row a record. */
export const isPacked = async (base: Base, list: string, generation: number): Promise<boolean> =>
  (await indexRows(base, list, generation).limit(1).count()) > 0;

/** The index of a part of a list; empty if the generation does not exist. */
export async function readIndex(base: Base, list: string, generation: number, part: PartName): Promise<RecordIndex> {
  return joinedIndex(await indexRows(base, list, generation, part).toArray());
}

interface Identified {
  id: string;
}

function parsed<T>(text: string): T[] {
  try {
    return JSON.parse(text) as T[];
  } catch {
    return [];
  }
}

const readPacks = (base: Base, list: string, numbers: Iterable<number>) =>
  base.packs.bulkGet(Array.from(numbers, (n): [string, number] => [list, n]));

/** The records of a pack whose id digests are wanted. A damaged pack loses only its own records. */
function recordsIn<T extends Identified>(text: string, isWanted: (id: number) => boolean): [number, T][] {
  return parsed<T>(text).flatMap((record) => {
    const id = digestOfText(record.id);
    return isWanted(id) ? [[id, record] as [number, T]] : [];
  });
}

/** The records with these id digests, in the same order. Missing records are left out. */
export async function packedRecords<T extends Identified>(
  base: Base,
  list: string,
  generation: number,
  part: PartName,
  ids: readonly number[],
): Promise<T[]> {
  const packs = new Map<number, number>();
  await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const key = [list, generation, part] as const;
      const row = await base.indexes
        .where(':id')
        .between([...key, -1], [...key, id], true, true)
        .last();
      const place = row ? placeOf(row, id) : -1;
      if (place >= 0) packs.set(id, row?.packs[place] ?? 0);
    }),
  );
  const found = new Map<number, T>();
  for (const pack of await readPacks(base, list, new Set(packs.values())))
    if (pack)
      for (const [id, record] of recordsIn<T>(pack.text, (one) => packs.get(one) === pack.n)) found.set(id, record);
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The numbers of all packs of an index, ascending. */
export const packsOf = ({ packs }: RecordIndex): number[] => [...new Set(packs)].sort((a, b) => a - b);

/** The records of these packs that the index points to. */
export async function recordsOfPacks<T extends Identified>(
  base: Base,
  list: string,
  index: RecordIndex,
  numbers: readonly number[],
): Promise<T[]> {
  const packs = await readPacks(base, list, numbers);
  return packs.flatMap((pack) =>
    pack ? recordsIn<T>(pack.text, (id) => index.packs[placeOf(index, id)] === pack.n).map(([, record]) => record) : [],
  );
}

/** True if every pack of these indexes exists. It only reads keys. */
export async function havePacks(base: Base, list: string, indexes: Iterable<RecordIndex>): Promise<boolean> {
  const keys = await base.packs.where(':id').between([list], [list, AFTER_ALL_KEYS], true, true).primaryKeys();
  const there = new Set(keys.map(([, n]) => n));
  for (const { packs } of indexes) for (const n of packs) if (!there.has(n)) return false;
  return true;
}

/** Deletes the packs and index rows of an update that was never switched to. */
export async function dropNewer(base: Base, list: string, { generation, nextPack }: InUse): Promise<void> {
  await base.indexes
    .where(':id')
    .between([list, generation, AFTER_ALL_KEYS], [list, AFTER_ALL_KEYS], true, true)
    .delete();
  await base.packs.where(':id').between([list, nextPack], [list, AFTER_ALL_KEYS], true, true).delete();
}

interface InUse {
  generation: number;
  nextPack: number;
}

/** Deletes packs and index rows that `generation`, now in use, does not point to. */
export async function sweepPacks(base: Base, list: string, generation: number): Promise<void> {
  const used = new Set<number>();
  for (const part of PARTS) for (const n of (await readIndex(base, list, generation, part)).packs) used.add(n);
  const keys = await base.packs.where(':id').between([list], [list, AFTER_ALL_KEYS], true, true).primaryKeys();
  const left = keys.filter(([, n]) => !used.has(n));
  for (let k = 0; k < left.length; k += PACKS_PER_DELETE)
    await base.packs.bulkDelete(left.slice(k, k + PACKS_PER_DELETE));
  await base.indexes.where(':id').between([list], [list, generation], true, true).delete();
}

/** Deletes all packs and index rows of a list. */
export async function deletePacks(base: Base, list: string): Promise<void> {
  for (const table of [base.indexes, base.packs])
    await table.where(':id').between([list], [list, AFTER_ALL_KEYS], true, true).delete();
}
