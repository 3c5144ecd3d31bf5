/**
 * The index of a list's records: parallel columns, sorted by the digests of ids. A million records
 * take 20 MB; a map by id would take ten times as much.
 */
import { lowerBound } from '../../core/lower-bound.ts';

/** Where the records of one part are. The three columns have one row for each record. */
export interface RecordIndex {
  /** Digests of ids, ascending. */
  ids: Float64Array;
  packs: Uint32Array;
  /** Digests of records. */
  digests: Float64Array;
}

/** The index of a list that is not stored yet. */
export const NO_RECORDS: RecordIndex = {
  ids: new Float64Array(),
  packs: new Uint32Array(),
  digests: new Float64Array(),
};

/** The value in `packs` for a record that an earlier version stored in its own row. */
export const NO_PACK = 0xffffffff;

/** The index of a record by the digest of its id; -1 if missing. */
export function placeOf({ ids }: Pick<RecordIndex, 'ids'>, id: number): number {
  const place = lowerBound(ids.length, (at) => (ids[at] ?? 0) < id);
  return ids[place] === id ? place : -1;
}

/** Builds an index from records in any order. */
export class IndexBuilder {
  readonly #ids: number[] = [];
  readonly #packs: number[] = [];
  readonly #digests: number[] = [];

  add(id: number, pack: number, digest: number): void {
    this.#ids.push(id);
    this.#packs.push(pack);
    this.#digests.push(digest);
  }

  get size(): number {
    return this.#ids.length;
  }

  finish(): RecordIndex {
    const ids = Float64Array.from(this.#ids);
    const order = Uint32Array.from(ids, (_, k) => k).sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0));
    const sorted = (column: ArrayLike<number>) => Float64Array.from(order, (k) => column[k] ?? 0);
    return { ids: sorted(ids), packs: Uint32Array.from(sorted(this.#packs)), digests: sorted(this.#digests) };
  }
}

/** Concatenates index sections that follow each other. */
export function joinedIndex(parts: readonly RecordIndex[]): RecordIndex {
  const length = parts.reduce((sum, { ids }) => sum + ids.length, 0);
  const all = { ids: new Float64Array(length), packs: new Uint32Array(length), digests: new Float64Array(length) };
  let at = 0;
  for (const { ids, packs, digests } of parts) {
    all.ids.set(ids, at);
    all.packs.set(packs, at);
    all.digests.set(digests, at);
    at += ids.length;
  }
  return all;
}

/** The number of records in use by pack. */
export function recordsByPack({ packs }: RecordIndex): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pack of packs) counts.set(pack, (counts.get(pack) ?? 0) + 1);
  return counts;
}
