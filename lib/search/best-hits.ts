/** Keeps the best matching line of each entry and returns the entries with the best lines. */
import { RANKS } from './search-text.ts';

/** How a line matches the query, best first. An inexact match never comes before an exact one. */
export const MATCH_KINDS = ['exact', 'start', 'word', 'part', 'typo'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/**
 * Exclusive bound of each number packed into an order: a name's length, a count of names, a
 * penalty.
 */
export const ORDER_ROOM = 4096;

/** Ranks lines of the same match kind, by these fields in this order. */
interface Fit {
  rank: number;
  /** Lower is better. */
  penalty: number;
  length: number;
  /** Number of the entry's names, in steps: a well-known thing has many. */
  names?: number;
}

export class BestHits {
  readonly #orders: Float64Array;
  readonly #lines: Int32Array;
  readonly #kinds: Uint8Array;
  readonly #touched: number[] = [];
  /** Number of entries for each match kind, by its index in MATCH_KINDS. */
  readonly counts = new Uint32Array(MATCH_KINDS.length);

  constructor(entries: number) {
    this.#orders = new Float64Array(entries).fill(Infinity);
    this.#lines = new Int32Array(entries);
    this.#kinds = new Uint8Array(entries);
  }

  offer(line: number, entry: number, kind: number, { rank, penalty, length, names = 0 }: Fit): void {
    const last = Math.min(length, ORDER_ROOM - 1) * ORDER_ROOM + (ORDER_ROOM - 1 - Math.min(names, ORDER_ROOM - 1));
    const order = ((kind * RANKS + rank) * ORDER_ROOM + penalty) * ORDER_ROOM * ORDER_ROOM + last;
    const known = this.#orders[entry] ?? Infinity;
    if (known <= order) return;
    if (known === Infinity) this.#touched.push(entry);
    else this.#count(this.#kinds[entry] ?? 0, -1);
    this.#count(kind, 1);
    this.#orders[entry] = order;
    this.#lines[entry] = line;
    this.#kinds[entry] = kind;
  }

  #count(kind: number, change: number): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + change;
  }

  get isEmpty(): boolean {
    return this.counts.every((count) => count === 0);
  }

  take(limit: number): { entry: number; line: number; how: MatchKind }[] {
    const order = (entry: number) => this.#orders[entry] ?? Infinity;
    const first: number[] = [];
    for (const entry of this.#touched) {
      if (first.length === limit && order(entry) >= order(first[limit - 1] ?? entry)) continue;
      let at = first.length;
      while (at > 0 && order(first[at - 1] ?? entry) > order(entry)) at--;
      first.splice(at, 0, entry);
      if (first.length > limit) first.pop();
    }
    return first.map((entry) => ({
      entry,
      line: this.#lines[entry] ?? 0,
      how: MATCH_KINDS[this.#kinds[entry] ?? 0] ?? 'typo',
    }));
  }
}
