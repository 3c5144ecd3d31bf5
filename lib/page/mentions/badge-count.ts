/** What the button is told: how many mentions the reader can see. */
import type { PageMention } from './mentions.ts';
import { visibility } from '../text/visibility.ts';

/** Milliseconds between two counts, and of a page that goes on changing: that one has other news each second. */
const EVERY = 1000;
const SELDOM = 6000;
/** Of more the button says "999+". */
const MOST = 1000;

export interface Counted {
  mentions: number;
  /** Those of the reader's own terms. */
  personal: number;
}

function howMany<T>(all: readonly T[], isSo: (one: T) => boolean): number {
  let count = 0;
  for (const one of all) if (isSo(one) && ++count === MOST) break;
  return count;
}

export class Counts {
  readonly #again: () => void;
  readonly #signal: AbortSignal;
  #told: Counted = { mentions: 0, personal: 0 };
  /** The next count is told whatever it is, and at once. */
  #isDue = true;
  #at = -Infinity;
  #isWaiting = false;

  /** `again` is called when it is time for a count that came too soon. */
  constructor(again: () => void, signal: AbortSignal) {
    this.#again = again;
    this.#signal = signal;
  }

  /** As told last. */
  get told(): Counted {
    return this.#told;
  }

  /** Something else than the page changed: names, settings, or what the button remembers. */
  anew(): void {
    this.#isDue = true;
  }

  /** Counts what can be seen. False where that was told before, or will be later. */
  isNews(painted: readonly PageMention[], listed: readonly PageMention[], goesOn: boolean): boolean {
    const now = performance.now();
    const early = this.#at + (goesOn ? SELDOM : EVERY) - now;
    if (!this.#isDue && early > 0) {
      if (!this.#isWaiting) setTimeout(this.#wake, early);
      this.#isWaiting = true;
      return false;
    }
    this.#at = now;
    const isVisible = visibility();
    const mentions = howMany(painted, isVisible);
    const personal = howMany(listed, (mention) => mention.personal && isVisible(mention));
    if (!this.#isDue && mentions === this.#told.mentions && personal === this.#told.personal) return false;
    this.#isDue = false;
    this.#told = { mentions, personal };
    return true;
  }

  readonly #wake = (): void => {
    this.#isWaiting = false;
    if (!this.#signal.aborted) this.#again();
  };
}
