/** A card as a sheet at the lower edge of the window, where a finger opened it. */

export interface Sheet {
  /** Names the handle. */
  label: string;
  /** The next larger size; null where there is none. */
  larger: (() => void) | null;
  /** The next smaller size, or away. */
  smaller: () => void;
}

/** Pixels that a finger moves until it is a swipe. */
const SWIPE_PX = 40;

/** Swipes on one element: up for the larger size, down for the smaller one. */
export class Swipes {
  readonly #sheet: () => Sheet;
  #from: number | null = null;

  constructor(sheet: () => Sheet) {
    this.#sheet = sheet;
  }

  start = ({ touches, target }: TouchEvent): void => {
    // A body that is scrolled down first scrolls back.
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
