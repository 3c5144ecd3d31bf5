/**
 * How long after a change the page is read again. After a rest at once; a page that changes again and again a
 * few times a second, as while it loads; one that goes on so once a second, or less often where reading it takes
 * long, or where figures tick on and no name comes or goes. All in milliseconds.
 */
import type { MutationSize } from '../text/page-text.ts';

const AT_ONCE = 80;
const SOON = 400;
const STEADY = 1000;
const SELDOM = 3000;
/** Of a page that goes on changing, reading takes at most a fortieth of the time, but for the longest. */
const SHARE = 40;
/** So many readings in a row are a page that goes on changing. */
const MANY = 6;
/** So many in a row that found what was there before are a ticker. */
const QUIET = 3;

export class Pace {
  #last = -Infinity;
  #took = 0;
  #inARow = 0;
  #quiet = 0;
  /** The reader came back to the page since the last reading. */
  #isBack = false;

  /** A story waits for no ticker. */
  #gap(came: MutationSize): number {
    if (came === 'story' || !this.goesOn) return SOON;
    if (came === 'text' && this.#quiet >= QUIET) return SELDOM;
    return Math.min(SELDOM, Math.max(STEADY, SHARE * this.#took));
  }

  /** Whether the page goes on changing. */
  get goesOn(): boolean {
    return this.#inARow >= MANY;
  }

  /** From a change at `now` to the next reading. */
  wait(now: number, came: MutationSize = 'text'): number {
    const gap = this.#gap(came);
    return now - this.#last < gap ? gap : AT_ONCE;
  }

  /** The reader came back to the page: if it went on changing before, it is taken to do so still. */
  back(): void {
    this.#isBack = true;
  }

  /** The page was read; `news`: other mentions than before were found. */
  passed(began: number, ended: number, news = true): void {
    this.#inARow = this.#isBack || began - this.#last < 2 * this.#gap('text') ? this.#inARow + 1 : 0;
    this.#isBack = false;
    this.#quiet = news ? 0 : this.#quiet + 1;
    this.#last = ended;
    this.#took = ended - began;
  }
}
