/**
 * The pointer as cards need it: where it is, where it rested, and what became of a press. Pure: the
 * hover controller hands over the browser's events.
 */
import { CLICK_MS, REST_KNOWN_MS } from './hover-delays.ts';
import type { Pointer } from './card-script.ts';

/** A pointer that moved this far (px) from where it rested is on its way. */
const STILL_PX = 6;

interface Point {
  x: number;
  y: number;
}

interface Press<M> extends Point {
  at: number;
  /** The mark under it, where a click on it may open a card. */
  mark: M | null;
}

const isStill = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) <= STILL_PX;

export class PointerTrail<M> {
  #last: Pointer | null;
  #rest: Point | null = null;
  /** It rested on a mark that the page took away before its card came. */
  #wishes = false;
  #press: Press<M> | null = null;

  /** `last`: where it was before anybody listened, if it moved at all. */
  constructor(last: Pointer | null) {
    this.#last = last;
  }

  get last(): Pointer | null {
    return this.#last;
  }

  /** A pointer that drags waits for no card. */
  moved({ x, y }: Point, now: number, drags: boolean): void {
    this.#last = { x, y, at: drags ? -Infinity : now };
    this.#wishes = false;
  }

  /** The place of a tap: no pointer rests there. */
  tapped({ x, y }: Point): void {
    this.moved({ x, y }, -Infinity, true);
  }

  /** A card was opened by other means: a pointer that rests somewhere has no part in it. */
  forget(): void {
    this.#last = null;
    this.#wishes = false;
  }

  /** The next place counts as a new rest. */
  endRest(): void {
    this.#rest = null;
  }

  /** True if the pointer has left the spot where it rested; it rests at this point from then on. */
  leavesRest(point: Point): boolean {
    if (this.#rest && isStill(this.#rest, point)) return false;
    this.#rest = point;
    return true;
  }

  /** The user does something else: the pointer waits for nothing. */
  settle(): void {
    this.#wishes = false;
    if (this.#last) this.#last = { ...this.#last, at: -Infinity };
  }

  /** Its mark went before the card came. */
  wish(): void {
    this.#wishes = this.#last !== null;
  }

  /** True once after a wish, and for a moment after each move: marks that came may be under it. */
  mayFindMore(now: number): boolean {
    const wished = this.#wishes;
    this.#wishes = false;
    return this.#last !== null && (wished || now - this.#last.at < REST_KNOWN_MS);
  }

  pressed(press: Press<M>): void {
    this.#press = press;
  }

  /** The press that ends here, unless it took too long for a click. */
  released(point: Point, now: number): { clicked: M | null } | null {
    const press = this.#press;
    this.#press = null;
    if (!press || now - press.at > CLICK_MS) return null;
    return { clicked: isStill(press, point) ? press.mark : null };
  }
}
