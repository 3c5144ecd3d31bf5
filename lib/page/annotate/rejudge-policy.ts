/**
 * How much of a page is judged anew when something on it changed. Of a page that goes on changing (a chat, a live
 * blog) only what is new: what stood there before stays as it was judged, and all of it is judged again every
 * while, and once the page is at rest. Times in milliseconds.
 */
import type { Moving } from '../../match/index.ts';

/** Judging all takes at most a thousandth of the time, within these bounds. */
const SHARE = 1000;
const SOONEST = 10_000;
const LATEST = 120_000;
/** So long after the last change a page is at rest. */
export const REST = 3000;

export class Judging {
  #all = -Infinity;
  #took = 0;
  #anew = true;
  #owes = false;

  /** What stood there before was left as it was judged then. */
  get owes(): boolean {
    return this.#owes;
  }

  #isOver(now: number): boolean {
    return now - this.#all >= Math.min(LATEST, Math.max(SOONEST, SHARE * this.#took));
  }

  /** It is time for that, whatever changed. */
  isDue(now: number): boolean {
    return this.#owes && this.#isOver(now);
  }

  /** Other settings: the next choice judges all. */
  anew(): void {
    this.#anew = true;
  }

  /** For a choice that begins now. `goesOn`: the page goes on changing. */
  begin(now: number, goesOn: boolean): Moving | null {
    const onlyNew = goesOn && !this.#anew && !this.#isOver(now);
    this.#owes = onlyNew;
    if (!onlyNew) {
      this.#all = now;
      this.#anew = false;
    }
    return goesOn ? { onlyNew } : null;
  }

  /** The choice that began last is made. */
  end(now: number): void {
    if (!this.#owes) this.#took = now - this.#all;
  }
}
