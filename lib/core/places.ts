/** The most changed or removed entries in a row before all are sorted for look-up. */
const MAX_STEPS_AHEAD = 32;

/**
 * The places of ids, or of their digests, in a list of them. In the order of the list, as an update
 * of a list asks, each costs one comparison.
 */
export class Places<T extends string | number> {
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
