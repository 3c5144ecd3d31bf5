/** Swipes on a card that is drawn as a sheet at the lower edge of the window, on touch screens. */

export interface Sheet {
  /** The label of the handle. */
  label: string;
  /** Grows to the next larger size; null if there is none. */
  larger: (() => void) | null;
  /** Shrinks to the next smaller size, or closes. */
  smaller: () => void;
}

/** Pixels that a finger must move to make a swipe. */
const SWIPE_PX = 40;

/** Swipes on an element: up for the larger size, down for the smaller one. */
export class SheetSwipes {
  readonly #sheet: () => Sheet;
  #from: number | null = null;

  constructor(sheet: () => Sheet) {
    this.#sheet = sheet;
  }

  start = ({ touches, target }: TouchEvent): void => {
    // If the body is scrolled down, a swipe first scrolls it back.
    const body = target instanceof Element ? target.closest('.card-body') : null;
    this.#from = touches.length === 1 && (body?.scrollTop ?? 0) === 0 ? (touches[0]?.clientY ?? null) : null;
  };

  end = ({ changedTouches }: TouchEvent): void => {
    const to = changedTouches[0]?.clientY;
    if (this.#from === null || to === undefined) return;
    const moved = to - this.#from;
    this.#from = null;
    if (moved <= -SWIPE_PX) this.#sheet().larger?.();
    else if (moved >= SWIPE_PX) this.#sheet().smaller();
  };
}
