/**
 * Tracks the pointer: where it is, where it rested, and whether a press became a click. It uses no
 * browser API; the hover controller passes events in.
 */
import { CLICK_MS, REST_KNOWN_MS } from './hover-delays.ts';
import type { Pointer } from './card-script.ts';

/** Pixels from its resting point within which the pointer still counts as resting. */
const STILL_PX = 6;

interface Point {
  x: number;
  y: number;
}

interface Press<M> extends Point {
  at: number;
  /** The mark under the pointer, if a click on it may open a card. */
  mark: M | null;
}

const isStill = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) <= STILL_PX;

export class PointerTrail<M> {
  #last: Pointer | null;
  #rest: Point | null = null;
  /** True if the pointer rested on a mark that the page removed before its card opened. */
  #wishes = false;
  #press: Press<M> | null;

  /**
   * `last`: the position before this object existed, if known. `pressedAt`: the time of the last
   * press before it existed, which may still be held.
   */
  constructor(last: Pointer | null, pressedAt = -Infinity) {
    this.#last = last;
    this.#press = { at: pressedAt, x: NaN, y: NaN, mark: null };
  }

  get last(): Pointer | null {
    return this.#last;
  }

  /** Notes a move. A dragging pointer opens no card. */
  moved({ x, y }: Point, now: number, drags: boolean): void {
    this.#last = { x, y, at: drags ? -Infinity : now };
    this.#wishes = false;
  }

  /** Notes the point of a tap, where no pointer rests. */
  tapped({ x, y }: Point): void {
    this.moved({ x, y }, -Infinity, true);
  }

  /** Forgets the resting point after a card was opened by other means. */
  forget(): void {
    this.#last = null;
    this.#wishes = false;
  }

  /** Makes the next position a new resting point. */
  endRest(): void {
    this.#rest = null;
  }

  /**
   * Returns true if the pointer has left its resting point; this point then becomes the new one.
   */
  leavesRest(point: Point): boolean {
    if (this.#rest && isStill(this.#rest, point)) return false;
    this.#rest = point;
    return true;
  }

  /** Call when the user does something else: the pointer no longer waits for a card. */
  settle(): void {
    this.#wishes = false;
    if (this.#last) this.#last = { ...this.#last, at: -Infinity };
  }

  /** Notes that the mark disappeared before its card opened. */
  wish(): void {
    this.#wishes = this.#last !== null;
  }

  /**
   * True once after `wish`, and for a moment after each move: new marks may be under the pointer.
   */
  mayFindMore(now: number): boolean {
    const wished = this.#wishes;
    this.#wishes = false;
    return this.#last !== null && (wished || now - this.#last.at < REST_KNOWN_MS);
  }

  pressed(press: Press<M>): void {
    this.#press = press;
  }

  /** Ends the press. Returns null if it was too long for a click, otherwise the clicked mark. */
  released(point: Point, now: number): { clicked: M | null } | null {
    const press = this.#press;
    this.#press = null;
    if (!press || now - press.at > CLICK_MS) return null;
    return { clicked: isStill(press, point) ? press.mark : null };
  }
}
