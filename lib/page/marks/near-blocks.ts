/**
 * Finds the blocks of a page that are near the viewport. Few blocks are each watched by an
 * IntersectionObserver. Of many, the browser would compute the place of each in every frame after a
 * change: so a sample is watched, and when one of the sample comes or goes, or the page scrolls,
 * all are checked.
 */
import { slicesOf } from '../../core/slices.ts';
import { boxOf } from '../dom/safe-dom.ts';
import { throttle } from '../dom/throttle.ts';
import { inSteps } from '../text/steps.ts';
import { hasNoBox, Skipped } from '../text/visibility.ts';

/** Blocks within so many heights of the viewport above and below it are near. */
const NEAR_VIEWPORTS = 0.6;
/** Beyond this number blocks are not observed one by one. */
export const MAX_WATCHED_BLOCKS = 256;
/** Blocks whose boxes are asked for in one step. */
const BOXES_A_STEP = 64;

export interface NearBlocks {
  readonly near: ReadonlySet<Element>;
  /** Watches these blocks from now on; `fresh` are those of them that may have moved. */
  watch: (blocks: ReadonlySet<Element>, fresh: readonly Element[]) => void;
  /** The page scrolled, or a style showed or hid something. */
  moved: () => void;
  stop: () => void;
}

/** Pages without layout, such as XML shown as source, have no working observer. */
const observerOf = (call: IntersectionObserverCallback): IntersectionObserver | null =>
  typeof IntersectionObserver === 'function'
    ? new IntersectionObserver(call, { rootMargin: `${100 * NEAR_VIEWPORTS}% 0px` })
    : null;

/** Watches exactly `wanted`. */
function observe(observer: IntersectionObserver | null, watched: Set<Element>, wanted: ReadonlySet<Element>): void {
  for (const element of watched) {
    if (wanted.has(element)) continue;
    watched.delete(element);
    observer?.unobserve(element);
  }
  for (const element of wanted) {
    if (watched.has(element)) continue;
    watched.add(element);
    observer?.observe(element);
  }
}

function keepOnly(near: Set<Element>, blocks: ReadonlySet<Element>): void {
  for (const element of near) if (!blocks.has(element)) near.delete(element);
}

export class WatchedBlocks implements NearBlocks {
  readonly near: Set<Element>;
  readonly #watched = new Set<Element>();
  readonly #observer: IntersectionObserver | null;

  constructor(near: ReadonlySet<Element>, onChange: () => void, signal: AbortSignal) {
    this.near = new Set(near);
    const changed = throttle(onChange, signal);
    this.#observer = observerOf((changes) => {
      for (const { target, isIntersecting, boundingClientRect: box } of changes) {
        // A block without a box is never reported to come near. Its style is asked for only where
        // its box is empty: most blocks of a long page are far away and have one.
        const isNear = isIntersecting || (box.width === 0 && box.height === 0 && hasNoBox(target));
        if (isNear) this.near.add(target);
        else this.near.delete(target);
      }
      changed();
    });
  }

  watch(blocks: ReadonlySet<Element>): void {
    keepOnly(this.near, blocks);
    observe(this.#observer, this.#watched, blocks);
  }

  moved(): void {
    // The observer reports a scroll by itself.
  }

  stop(): void {
    this.#observer?.disconnect();
  }
}

/** A block that is not drawn has no box; one that holds only floats has no height. */
const isNear = ({ width, height, top, bottom }: DOMRect, view: number): boolean =>
  width + height > 0 && bottom > -NEAR_VIEWPORTS * view && top < (1 + NEAR_VIEWPORTS) * view;

export class SampledBlocks implements NearBlocks {
  readonly near: Set<Element>;
  readonly #signal: AbortSignal;
  readonly #onChange: () => void;
  readonly #sample = new Set<Element>();
  readonly #observer: IntersectionObserver | null;
  readonly #lookOver: () => void;
  #blocks: ReadonlySet<Element> = new Set();
  /** Blocks to check; null if all may have moved. */
  #due: Element[] | null = null;
  #isLooking = false;
  #isStopped = false;

  constructor(near: ReadonlySet<Element>, onChange: () => void, signal: AbortSignal) {
    this.near = new Set(near);
    this.#onChange = onChange;
    this.#signal = signal;
    this.#lookOver = throttle(() => void this.#look(), signal);
    // The first report on a block of the sample says nothing about the others.
    this.#observer = observerOf((changes) => {
      if (changes.some(({ target, isIntersecting }) => isIntersecting !== this.near.has(target))) this.moved();
    });
    this.#lookOver();
  }

  watch(blocks: ReadonlySet<Element>, fresh: readonly Element[]): void {
    keepOnly(this.near, blocks);
    this.#blocks = blocks;
    const every = Math.ceil(blocks.size / MAX_WATCHED_BLOCKS);
    observe(this.#observer, this.#sample, new Set([...blocks].filter((_, n) => n % every === 0)));
    if (fresh.length === 0) return;
    this.#due?.push(...fresh);
    this.#lookOver();
  }

  moved(): void {
    this.#due = null;
    this.#lookOver();
  }

  stop(): void {
    this.#isStopped = true;
    this.#observer?.disconnect();
  }

  /** Checks the blocks in slices, and again those that may have moved meanwhile. */
  async #look(): Promise<void> {
    if (this.#isLooking || this.#isStopped) return;
    this.#isLooking = true;
    const due = this.#due;
    this.#due = [];
    const found: Element[] = [];
    const skipped = new Skipped();
    const look = (element: Element) => {
      const boxed = skipped.boxed(element);
      if (boxed && isNear(boxOf(boxed), window.innerHeight)) found.push(element);
    };
    const isDone = await slicesOf(this.#signal).run(inSteps(due ?? [...this.#blocks], look, BOXES_A_STEP));
    this.#isLooking = false;
    if (!isDone || this.#isStopped) return;
    const before = new Set(this.near);
    if (!due) this.near.clear();
    for (const element of found) if (this.#blocks.has(element)) this.near.add(element);
    if (this.near.symmetricDifference(before).size > 0) this.#onChange();
    if (this.#due === null || this.#due.length > 0) this.#lookOver();
  }
}
