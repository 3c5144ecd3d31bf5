/** Ids that are skipped in search of the next one before a map of all is built. */
const MAX_STEPS_AHEAD = 32;

/**
 * Finds the indexes of ids, or of their digests, in a list. Lookups in the order of the list, as an
 * update makes them, cost one comparison each.
 */
export class IdPositions<T extends string | number> {
  readonly #ids: ArrayLike<T>;
  #next = 0;
  #all: Map<T, number> | null = null;

  constructor(ids: ArrayLike<T>) {
    this.#ids = ids;
  }

  of(id: T): number | undefined {
    for (let place = this.#next; place < this.#next + MAX_STEPS_AHEAD; place++)
      if (this.#ids[place] === id) {
        this.#next = place + 1;
        return place;
      }
    this.#all ??= new Map(Array.from(this.#ids, (one, k) => [one, k] as const));
    const place = this.#all.get(id);
    if (place !== undefined) this.#next = place + 1;
    return place;
  }
}
