/** The most changed or removed entries in a row before all are sorted for look-up. */
const AHEAD = 32;

/**
 * The places of ids in a list of them. In the order of the list, as an update of a list asks, each
 * costs one comparison.
 */
export class Places {
  readonly #ids: readonly string[];
  #next = 0;
  #all: Map<string, number> | null = null;

  constructor(ids: readonly string[]) {
    this.#ids = ids;
  }

  of(id: string): number | undefined {
    for (let place = this.#next; place < this.#next + AHEAD; place++)
      if (this.#ids[place] === id) {
        this.#next = place + 1;
        return place;
      }
    this.#all ??= new Map(this.#ids.map((one, k) => [one, k]));
    const place = this.#all.get(id);
    if (place !== undefined) this.#next = place + 1;
    return place;
  }
}
