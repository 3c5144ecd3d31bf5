/** So many entries may have changed or gone in a row before all are arranged for looking up. */
const AHEAD = 32;

/**
 * Where ids stand in a list of them. Asked in their order, as an update of a list does, it costs a
 * comparison each.
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
