/**
 * How much of a page is scored again when something on it changed. While a page keeps changing (a
 * chat, a live blog) only new blocks are scored. The whole page is scored again at intervals, and
 * once it is idle.
 */
import type { RescoreOptions } from '../../match/index.ts';

/**
 * The interval is this multiple of the time that scoring the whole page took, within these bounds.
 */
const INTERVAL_FACTOR = 1000;
const MIN_INTERVAL_MS = 10_000;
const MAX_INTERVAL_MS = 120_000;
/** Milliseconds without a change after which a page is idle. */
export const IDLE_MS = 3000;

export class RejudgePolicy {
  #lastFull = -Infinity;
  #fullTook = 0;
  #isFullRequested = true;
  #hasStale = false;

  /** True if older blocks have scores from before the latest changes. */
  get hasStale(): boolean {
    return this.#hasStale;
  }

  #isIntervalOver(now: number): boolean {
    const interval = Math.min(MAX_INTERVAL_MS, Math.max(MIN_INTERVAL_MS, INTERVAL_FACTOR * this.#fullTook));
    return now - this.#lastFull >= interval;
  }

  /** True if the whole page is due to be scored. */
  isDue(now: number): boolean {
    return this.#hasStale && this.#isIntervalOver(now);
  }

  /** Requests that the whole page is scored next time, because settings have changed. */
  requestFull(): void {
    this.#isFullRequested = true;
  }

  /**
   * Call when scoring begins. `isBusy`: the page keeps changing. Returns which part is scored; null
   * for the whole page, without keeping scores.
   */
  begin(now: number, isBusy: boolean): RescoreOptions | null {
    const onlyNew = isBusy && !this.#isFullRequested && !this.#isIntervalOver(now);
    this.#hasStale = onlyNew;
    if (!onlyNew) {
      this.#lastFull = now;
      this.#isFullRequested = false;
    }
    return isBusy ? { onlyNew } : null;
  }

  /** Call when the scoring that `begin` announced is done. */
  finished(now: number): void {
    if (!this.#hasStale) this.#fullTook = now - this.#lastFull;
  }
}
