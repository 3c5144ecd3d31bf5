/** Keeps the best line of each entry, and of all entries the best. */
import { RANKS } from './search-text.ts';

/** How well a line fits, best first: nothing inexact ever stands before something exact. */
export const HOWS = ['exact', 'start', 'word', 'part', 'typo'] as const;
export type How = (typeof HOWS)[number];

/** More than any length of a name, count of names or age of a year. */
export const ORDER_ROOM = 4096;

/** The ranking of lines that fit equally well, in this order. */
interface Fit {
  rank: number;
  /** Comes before the length. */
  penalty: number;
  length: number;
  /** Roughly how many names the entry has: a well-known thing has many. */
  names?: number;
}

export class BestHits {
  readonly #orders: Float64Array;
  readonly #lines: Int32Array;
  readonly #hows: Uint8Array;
  readonly #touched: number[] = [];
  /** How many entries fit in each way, by place in HOWS. */
  readonly counts = new Uint32Array(HOWS.length);

  constructor(entries: number) {
    this.#orders = new Float64Array(entries).fill(Infinity);
    this.#lines = new Int32Array(entries);
    this.#hows = new Uint8Array(entries);
  }

  offer(line: number, entry: number, how: number, { rank, penalty, length, names = 0 }: Fit): void {
    const last = Math.min(length, ORDER_ROOM - 1) * ORDER_ROOM + (ORDER_ROOM - 1 - Math.min(names, ORDER_ROOM - 1));
    const order = ((how * RANKS + rank) * ORDER_ROOM + penalty) * ORDER_ROOM * ORDER_ROOM + last;
    const known = this.#orders[entry] ?? Infinity;
    if (known <= order) return;
    if (known === Infinity) this.#touched.push(entry);
    else this.#count(this.#hows[entry] ?? 0, -1);
    this.#count(how, 1);
    this.#orders[entry] = order;
    this.#lines[entry] = line;
    this.#hows[entry] = how;
  }

  #count(how: number, more: number): void {
    this.counts[how] = (this.counts[how] ?? 0) + more;
  }

  get isEmpty(): boolean {
    return this.counts.every((count) => count === 0);
  }

  take(limit: number): { entry: number; line: number; how: How }[] {
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
      how: HOWS[this.#hows[entry] ?? 0] ?? 'typo',
    }));
  }
}
