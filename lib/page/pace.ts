/**
 * How long after a change the page is read again. After a rest at once; a page that changes again and again a
 * few times a second, as while it loads; one that goes on so once a second, or less often where reading it takes
 * long. All in milliseconds.
 */
const AT_ONCE = 80;
const SOON = 400;
const STEADY = 1000;
const SELDOM = 3000;
/** Of a page that goes on changing, reading takes at most a fortieth of the time, but for the longest. */
const SHARE = 40;
/** So many readings in a row are a page that goes on changing. */
const MANY = 6;

export class Pace {
  #last = -Infinity;
  #took = 0;
  #inARow = 0;

  get #gap(): number {
    return this.#inARow < MANY ? SOON : Math.min(SELDOM, Math.max(STEADY, SHARE * this.#took));
  }

  /** From a change at `now` to the next reading; `much`: a story came in, which waits for no ticker. */
  wait(now: number, much = false): number {
    const gap = much ? SOON : this.#gap;
    return now - this.#last < gap ? gap : AT_ONCE;
  }

  /** The page was read. */
  passed(began: number, ended: number): void {
    this.#inARow = began - this.#last < 2 * this.#gap ? this.#inARow + 1 : 0;
    this.#last = ended;
    this.#took = ended - began;
  }
}
