/**
 * How often a tab may ask for something: a script in a page can ask far faster than anybody clicks.
 */

/** Tabs that are remembered; the ones that asked longest ago are forgotten first. */
const MAX_TABS = 500;

export class RequestLimit {
  readonly #max: number;
  readonly #withinMs: number;
  readonly #now: () => number;
  readonly #asked = new Map<number, number[]>();

  /** At most `max` requests of one tab within this many milliseconds. */
  constructor(max: number, withinMs: number, now: () => number = () => Date.now()) {
    [this.#max, this.#withinMs, this.#now] = [max, withinMs, now];
  }

  /** Counts a request; false where it is one too many. */
  allows(tab: number): boolean {
    const now = this.#now();
    // A clock that was set back makes none of them wait.
    const recent = (this.#asked.get(tab) ?? []).filter((at) => Math.abs(now - at) < this.#withinMs);
    const isAllowed = recent.length < this.#max;
    this.#asked.delete(tab);
    this.#asked.set(tab, isAllowed ? [...recent, now] : recent);
    for (const oldest of this.#asked.keys()) {
      if (this.#asked.size <= MAX_TABS) break;
      this.#asked.delete(oldest);
    }
    return isAllowed;
  }
}
