/**
 * Finds the blocks that are near the viewport. An IntersectionObserver watches each of a few
 * blocks. For many blocks it would compute each position in every frame after a change, so only a
 * sample is watched, and all blocks are checked when one of the sample enters or leaves or the page
 * scrolls.
 */
import { slicesOf } from '../../core/slices.ts';
import { boxOf } from '../dom/safe-dom.ts';
import { throttle } from '../dom/throttle.ts';
import { inSteps } from '../text/steps.ts';
import { hasNoBox, Skipped } from '../text/visibility.ts';

/** Distance from the viewport within which blocks are near, in heights of the viewport. */
const NEAR_VIEWPORTS = 0.6;
/** Blocks up to which each is observed. */
export const MAX_WATCHED_BLOCKS = 256;
/** Blocks whose boxes are measured in one step. */
const BOXES_A_STEP = 64;

/** Tracks which blocks are near the viewport. */
export interface NearBlocks {
  readonly near: ReadonlySet<Element>;
  /** Watches exactly these blocks. `fresh`: those that may have moved. */
  watch: (blocks: ReadonlySet<Element>, fresh: readonly Element[]) => void;
  /** Call after a scroll or a change of styles. */
  moved: () => void;
  stop: () => void;
}

/** Null on pages without layout, such as XML shown as source. */
const observerOf = (call: IntersectionObserverCallback): IntersectionObserver | null =>
  typeof IntersectionObserver === 'function'
    ? new IntersectionObserver(call, { rootMargin: `${100 * NEAR_VIEWPORTS}% 0px` })
    : null;

/** Makes the observer watch exactly `wanted`. */
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

/** For few blocks: each is watched. */
export class WatchedBlocks implements NearBlocks {
  readonly near: Set<Element>;
  readonly #watched = new Set<Element>();
  readonly #observer: IntersectionObserver | null;

  constructor(near: ReadonlySet<Element>, onChange: () => void, signal: AbortSignal) {
    this.near = new Set(near);
    const changed = throttle(onChange, signal);
    this.#observer = observerOf((changes) => {
      for (const { target, isIntersecting, boundingClientRect: box } of changes) {
        // A block without a box never intersects, so it counts as near. Its style is computed only
        // if the box is empty; most blocks of a long page are far away and have a box.
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
    // The observer itself reports scrolls.
  }

  stop(): void {
    this.#observer?.disconnect();
  }
}

/** False for a block without a box. A block with only floats has no height but a width. */
const isNear = ({ width, height, top, bottom }: DOMRect, view: number): boolean =>
  width + height > 0 && bottom > -NEAR_VIEWPORTS * view && top < (1 + NEAR_VIEWPORTS) * view;

/** For many blocks: a sample is watched. */
export class SampledBlocks implements NearBlocks {
  readonly near: Set<Element>;
  readonly #signal: AbortSignal;
  readonly #onChange: () => void;
  readonly #sample = new Set<Element>();
  readonly #observer: IntersectionObserver | null;
  readonly #lookOver: () => void;
  #blocks: ReadonlySet<Element> = new Set();
  /** Blocks to check; null for all. */
  #due: Element[] | null = null;
  #isLooking = false;
  #isStopped = false;

  constructor(near: ReadonlySet<Element>, onChange: () => void, signal: AbortSignal) {
    this.near = new Set(near);
    this.#onChange = onChange;
    this.#signal = signal;
    this.#lookOver = throttle(() => void this.#look(), signal);
    // The first report on a block is not a change.
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

  /** Checks the blocks in slices, and then those that may have moved in between. */
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
