/** Decides when the number of visible mentions is sent to the button. */
import type { PageMention } from './mentions.ts';
import { visibility } from '../text/visibility.ts';

/** Milliseconds between two counts, normally and on a page that keeps changing. */
const COUNT_INTERVAL_MS = 1000;
const BUSY_COUNT_INTERVAL_MS = 6000;
/** Count at which the button shows "999+". */
const MAX_COUNTED = 1000;

function countVisible(mentions: readonly PageMention[]): number {
  const isVisible = visibility();
  let count = 0;
  for (const mention of mentions) if (isVisible(mention) && ++count === MAX_COUNTED) break;
  return count;
}

export class BadgeCount {
  readonly #again: () => void;
  readonly #signal: AbortSignal;
  #told = 0;
  /** True if the next count is sent at once, even if it is the same. */
  #isDue = true;
  #at = -Infinity;
  #isWaiting = false;

  /** `again`: called when a count that came too early is due. */
  constructor(again: () => void, signal: AbortSignal) {
    this.#again = again;
    this.#signal = signal;
  }

  /** The number that was sent last. */
  get told(): number {
    return this.#told;
  }

  /** Requests that the count is sent again: names or settings changed, or the button lost it. */
  requestCount(): void {
    this.#isDue = true;
  }

  /**
   * Counts the visible mentions. Returns false if that number was already sent or will be sent
   * later.
   */
  isNews(mentions: readonly PageMention[], isBusy: boolean): boolean {
    const now = performance.now();
    const early = this.#at + (isBusy ? BUSY_COUNT_INTERVAL_MS : COUNT_INTERVAL_MS) - now;
    if (!this.#isDue && early > 0) {
      if (!this.#isWaiting) setTimeout(this.#wake, early);
      this.#isWaiting = true;
      return false;
    }
    this.#at = now;
    const count = countVisible(mentions);
    if (!this.#isDue && count === this.#told) return false;
    this.#isDue = false;
    this.#told = count;
    return true;
  }

  readonly #wake = (): void => {
    this.#isWaiting = false;
    if (!this.#signal.aborted) this.#again();
  };
}
