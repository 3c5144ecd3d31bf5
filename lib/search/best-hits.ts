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

interface Best {
  line: number;
  order: number;
  /** Its index in MATCH_KINDS. */
  kind: number;
}

export class BestHits {
  /** By entry: its best line so far. */
  readonly #best = new Map<number, Best>();
  /** Number of entries for each match kind, by its index in MATCH_KINDS. */
  readonly counts = new Uint32Array(MATCH_KINDS.length);

  offer(line: number, entry: number, kind: number, { rank, penalty, length, names = 0 }: Fit): void {
    const last = Math.min(length, ORDER_ROOM - 1) * ORDER_ROOM + (ORDER_ROOM - 1 - Math.min(names, ORDER_ROOM - 1));
    const order = ((kind * RANKS + rank) * ORDER_ROOM + penalty) * ORDER_ROOM * ORDER_ROOM + last;
    const known = this.#best.get(entry);
    if (!known) {
      this.#best.set(entry, { line, order, kind });
      this.#count(kind, 1);
    } else if (order < known.order) {
      this.#count(known.kind, -1);
      this.#count(kind, 1);
      Object.assign(known, { line, order, kind });
    }
  }

  #count(kind: number, change: number): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + change;
  }

  get isEmpty(): boolean {
    return this.counts.every((count) => count === 0);
  }

  take(limit: number): { entry: number; line: number; how: MatchKind }[] {
    const first: (Best & { entry: number })[] = [];
    for (const [entry, one] of this.#best) {
      if (first.length === limit && one.order >= (first[limit - 1]?.order ?? Infinity)) continue;
      let at = first.length;
      while (at > 0 && (first[at - 1]?.order ?? 0) > one.order) at--;
      first.splice(at, 0, { entry, ...one });
      if (first.length > limit) first.pop();
    }
    return first.map(({ entry, line, kind }) => ({ entry, line, how: MATCH_KINDS[kind] ?? 'typo' }));
  }
}
