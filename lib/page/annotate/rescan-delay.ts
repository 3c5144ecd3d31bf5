/**
 * The delay between a change of a page and the next reading. A page at rest is read at once, a
 * loading page a few times a second, and a page that keeps changing once a second, or less often if
 * reading takes long or only figures change.
 */
import type { MutationSize } from '../text/page-text.ts';

const AFTER_REST_MS = 80;
const LOADING_MS = 400;
const BUSY_MS = 1000;
const TICKER_MS = 3000;
/**
 * On a busy page the delay is the duration of the last reading times this factor, at most
 * `TICKER_MS`.
 */
const DELAY_FACTOR = 40;
/** Consecutive readings after which a page counts as busy. */
const BUSY_READINGS = 6;
/** Consecutive readings with the same mentions after which a page counts as a ticker. */
const TICKER_READINGS = 3;

export class RescanDelay {
  #last = -Infinity;
  #took = 0;
  #inARow = 0;
  #withoutNews = 0;
  #userIsBack = false;

  /** On a page with a ticker a new story is read as soon as on other pages. */
  #gap(size: MutationSize): number {
    if (size === 'story' || !this.isBusy) return LOADING_MS;
    if (size === 'text' && this.#withoutNews >= TICKER_READINGS) return TICKER_MS;
    return Math.min(TICKER_MS, Math.max(BUSY_MS, DELAY_FACTOR * this.#took));
  }

  /** True if the page keeps changing. */
  get isBusy(): boolean {
    return this.#inARow >= BUSY_READINGS;
  }

  /** Milliseconds from a change at `now` to the next reading. */
  wait(now: number, size: MutationSize = 'text'): number {
    const gap = this.#gap(size);
    return now - this.#last < gap ? gap : AFTER_REST_MS;
  }

  /** Call when the user comes back to the page. A page that was busy still counts as busy. */
  userReturned(): void {
    this.#userIsBack = true;
  }

  /** Call after each reading. `hasNews`: it found other mentions than the reading before. */
  finished(began: number, ended: number, hasNews = true): void {
    this.#inARow = this.#userIsBack || began - this.#last < 2 * this.#gap('text') ? this.#inARow + 1 : 0;
    this.#userIsBack = false;
    this.#withoutNews = hasNews ? 0 : this.#withoutNews + 1;
    this.#last = ended;
    this.#took = ended - began;
  }
}
