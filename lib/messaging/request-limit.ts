/**
 * Limits how often a tab may request something: a script can send far more requests than a user
 * clicks.
 */

/** The most tabs that are remembered. The tab whose last request is oldest is forgotten first. */
const MAX_TABS = 500;

export class RequestLimit {
  readonly #max: number;
  readonly #withinMs: number;
  readonly #now: () => number;
  readonly #asked = new Map<number, number[]>();

  /** Allows `max` requests of one tab within `withinMs` milliseconds. */
  constructor(max: number, withinMs: number, now: () => number = () => Date.now()) {
    [this.#max, this.#withinMs, this.#now] = [max, withinMs, now];
  }

  /** Counts a request. Returns false if the limit is exceeded. */
  allows(tab: number): boolean {
    const now = this.#now();
    // Uses the absolute difference, so that a clock that was set back blocks nothing.
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
