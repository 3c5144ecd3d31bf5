/**
 * Records of lists in packs: some tens of them as the text of one row. To write a row a record
 * takes eight times as long. A pack is written once and never changed: an update writes what
 * differs into new packs, and the index of its generation says which pack holds which record.
 */
import { digestOfText } from '../../core/digest.ts';
import { PARTS, type Base, type PartName, type StoredIndex } from '../db.ts';
import { joinedIndex, placeOf, type RecordIndex } from './record-index.ts';

/** Characters from which on a pack is full: reading one record parses its whole pack. */
const FULL_PACK_LENGTH = 1 << 15;
/** Records of an index that are read at once, to find one. */
const INDEX_RUN = 256;
/** Packs that are deleted at once. */
const A_SWEEP = 5000;

export interface Pack {
  n: number;
  /** Records, as an array in JSON. */
  text: string;
}

/** Fills packs, those of each part of a list apart. */
export class Packer {
  #next: number;
  readonly #open = new Map<PartName, { n: number; texts: string[]; length: number }>();
  #full: Pack[] = [];

  /** `next`: the number of the first pack. */
  constructor(next: number) {
    this.#next = next;
  }

  /** The number of the pack that takes the record. */
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

  /** Number of packs that wait to be written. */
  get waiting(): number {
    return this.#full.length;
  }

  /** The full packs, once; with `all` the others too. */
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

/** The rows of an index. */
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

/** The end of a range of keys: an array comes behind all numbers and strings. */
const LAST: unknown[] = [];
const indexRows = (base: Base, ...key: [list: string, generation: number, part?: PartName]) =>
  base.indexes.where(':id').between(key, [...key, LAST], true, true);

/** False for a generation whose records are in rows of their own. */
export const isPacked = async (base: Base, list: string, generation: number): Promise<boolean> =>
  (await indexRows(base, list, generation).limit(1).count()) > 0;

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

/**
 * The records that a pack holds and `isWanted` takes, with the digests of their ids. A pack that
 * was damaged hides its own records alone.
 */
function recordsIn<T extends Identified>(text: string, isWanted: (id: number) => boolean): [number, T][] {
  return parsed<T>(text).flatMap((record) => {
    const id = digestOfText(record.id);
    return isWanted(id) ? [[id, record] as [number, T]] : [];
  });
}

/** The records of these digests of ids, in their order; without those that are not there. */
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

/** The numbers of the packs of an index. */
export const packsOf = ({ packs }: RecordIndex): number[] => [...new Set(packs)].sort((a, b) => a - b);

/** The records that an index has in these packs. */
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

/** True if every pack of these indexes is there. Reads keys alone. */
export async function havePacks(base: Base, list: string, indexes: Iterable<RecordIndex>): Promise<boolean> {
  const keys = await base.packs.where(':id').between([list], [list, LAST], true, true).primaryKeys();
  const there = new Set(keys.map(([, n]) => n));
  for (const { packs } of indexes) for (const n of packs) if (!there.has(n)) return false;
  return true;
}

/** Takes away what an update left that was never put into use: what came after the list in use. */
export async function dropNewer(base: Base, list: string, { generation, nextPack }: InUse): Promise<void> {
  await base.indexes.where(':id').between([list, generation, LAST], [list, LAST], true, true).delete();
  await base.packs.where(':id').between([list, nextPack], [list, LAST], true, true).delete();
}

interface InUse {
  generation: number;
  nextPack: number;
}

/** Takes away what nothing in use points at, once `generation` is in use. */
export async function sweepPacks(base: Base, list: string, generation: number): Promise<void> {
  const used = new Set<number>();
  for (const part of PARTS) for (const n of (await readIndex(base, list, generation, part)).packs) used.add(n);
  const keys = await base.packs.where(':id').between([list], [list, LAST], true, true).primaryKeys();
  const left = keys.filter(([, n]) => !used.has(n));
  for (let k = 0; k < left.length; k += A_SWEEP) await base.packs.bulkDelete(left.slice(k, k + A_SWEEP));
  await base.indexes.where(':id').between([list], [list, generation], true, true).delete();
}

export async function deletePacks(base: Base, list: string): Promise<void> {
  for (const table of [base.indexes, base.packs])
    await table.where(':id').between([list], [list, LAST], true, true).delete();
}
