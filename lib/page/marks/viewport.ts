/**
 * Which mentions are registered as marks: those nearest the viewport, at most `MOST`. Chromium paints
 * every registered range anew in each frame after a change of the page, so the number has to be small.
 */
import { slicesOf } from '../../core/slices.ts';
import type { Flow } from '../text/collect.ts';
import { inSteps } from '../text/steps.ts';
import { boxOf, typeOf } from '../dom/safe-dom.ts';
import { liveRange } from './highlighter.ts';
import type { PageMention } from '../mentions/mentions.ts';
import { calmly } from '../restyle.ts';
import type { Painted } from '../mentions/merge-lists.ts';
import { visibility } from '../text/visibility.ts';

const MOST = 200;
/** How far above and below the viewport is near, in its heights. */
const MARGIN = 0.6;
/**
 * So many blocks are watched: the browser works out the place of each in every frame after a change. Of a page
 * with more, so many spread over it: where one of these comes or goes, or the reader scrolls, all are looked over.
 */
const WATCHED = 256;
/** Blocks whose boxes are asked for in one step. */
const BOXES_A_STEP = 64;
/** Milliseconds between two looks over many blocks for what a style showed. */
const SELDOM = 1000;

/** What is not drawn has no box; one that holds only floats has no height. */
const isNear = ({ width, height, top, bottom }: DOMRect, view: number): boolean =>
  width + height > 0 && bottom > -MARGIN * view && top < (1 + MARGIN) * view;

export class Near {
  readonly #observer: IntersectionObserver | null;
  #blocks: ReadonlyMap<Element, readonly Flow[]> = new Map();
  #watched = new Set<Element>();
  readonly #inSight = new Set<Element>();
  /** Where there are many: those not looked over yet; null where all may have moved. */
  #fresh: Element[] | null = null;
  readonly #lookOver: () => void;
  #isLooking = false;
  /** A style showed or hid something: looked over seldom, since some pages set one in every frame. */
  readonly restyled: () => void;

  constructor(onChange: () => void, signal: AbortSignal) {
    const changed = calmly(onChange, signal);
    this.#lookOver = calmly(() => void this.#lookOverBlocks(onChange, signal), signal);
    this.restyled = calmly(() => this.moved(), signal, SELDOM);
    // Pages without layout (XML shown as source, say) have no observer to speak of.
    this.#observer =
      typeof IntersectionObserver === 'function'
        ? new IntersectionObserver((changes) => this.#moves(changes) && changed(), {
            rootMargin: `${100 * MARGIN}% 0px`,
          })
        : null;
    signal.addEventListener('abort', () => this.#observer?.disconnect());
  }

  get #areMany(): boolean {
    return this.#blocks.size > WATCHED;
  }

  /** Whether other marks may be wanted. Of many, what is told of one that is known to be there says nothing of the others. */
  #moves(changes: readonly IntersectionObserverEntry[]): boolean {
    if (this.#areMany) {
      if (changes.some(({ target, isIntersecting }) => isIntersecting !== this.#inSight.has(target))) this.moved();
      return false;
    }
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) this.#inSight.add(target);
      else this.#inSight.delete(target);
    }
    return true;
  }

  /** Looks over many blocks in slices; where more of them may have moved meanwhile, they are looked over again. */
  async #lookOverBlocks(onChange: () => void, signal: AbortSignal): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const fresh = this.#fresh;
    this.#fresh = [];
    const near: Element[] = [];
    const look = (element: Element) => isNear(boxOf(element), window.innerHeight) && near.push(element);
    const isDone = await slicesOf(signal).run(inSteps(fresh ?? [...this.#blocks.keys()], look, BOXES_A_STEP));
    this.#isLooking = false;
    if (!isDone) return;
    const before = new Set(this.#inSight);
    if (!fresh) this.#inSight.clear();
    for (const element of near) if (this.#blocks.has(element)) this.#inSight.add(element);
    if (this.#inSight.symmetricDifference(before).size > 0) onChange();
    if (this.#fresh === null || this.#fresh.length > 0) this.#lookOver();
  }

  /** Something was scrolled. */
  moved(): void {
    if (!this.#areMany) return;
    this.#fresh = null;
    this.#lookOver();
  }

  /** Watches the blocks of all mentions: they come near the window, or a style shows or hides them. */
  watch(mentions: readonly PageMention[]): void {
    const before = this.#blocks;
    const blocks = new Map<Element, readonly Flow[]>();
    for (const { flow } of mentions) {
      const { container } = flow;
      const element =
        typeOf(container) === 1
          ? (container as Element)
          : typeOf(container) === 11
            ? (container as ShadowRoot).host
            : null;
      if (!element) continue;
      const known = blocks.get(element);
      const old = before.get(element);
      // Most blocks stay as they are, and with them what is noted of them.
      if (!known) blocks.set(element, old?.length === 1 && old[0] === flow ? old : [flow]);
      else if (known.at(-1) !== flow) blocks.set(element, [...known, flow]);
    }
    const wereMany = this.#areMany;
    this.#blocks = blocks;
    const every = Math.ceil(blocks.size / WATCHED);
    const watched = new Set([...blocks.keys()].filter((_, n) => n % every === 0));
    for (const element of this.#watched) if (!watched.has(element)) this.#observer?.unobserve(element);
    for (const element of this.#inSight) if (!blocks.has(element)) this.#inSight.delete(element);
    for (const element of watched) if (!this.#watched.has(element)) this.#observer?.observe(element);
    this.#watched = watched;
    if (!this.#areMany) return;
    if (!wereMany) return this.moved();
    // What was read anew may have been moved.
    const fresh = [...blocks.keys()].filter((element) => before.get(element)?.[0] !== blocks.get(element)?.[0]);
    this.#fresh?.push(...fresh);
    if (fresh.length > 0) this.#lookOver();
  }

  /** The visible mentions to register now, of those that may be painted. */
  choose(painted: Pick<Painted, 'all' | 'in'>, mayBe: (mention: PageMention) => boolean): Set<PageMention> {
    const isVisible = visibility();
    const isWanted = (mention: PageMention) => mayBe(mention) && isVisible(mention);
    if (painted.all.length <= MOST) return new Set(painted.all.filter(isWanted));
    const near: PageMention[] = [];
    for (const element of this.#inSight)
      for (const flow of this.#blocks.get(element) ?? []) near.push(...painted.in(flow));
    const seen = near.filter(isWanted);
    return new Set(seen.length <= MOST ? seen : nearest(seen, window.innerHeight));
  }
}

/** The `MOST` mentions nearest the middle of the viewport, by the place of their first line. */
function nearest(mentions: readonly PageMention[], height: number): PageMention[] {
  const distance = (mention: PageMention) => {
    const box = liveRange(mention)?.getBoundingClientRect();
    return box ? Math.abs((box.top + box.bottom) / 2 - height / 2) : Infinity;
  };
  if (mentions.length <= 4 * MOST) {
    return mentions
      .map((mention) => ({ mention, far: distance(mention) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, MOST)
      .map(({ mention }) => mention);
  }
  // A great many in one place (one huge paragraph): reading order is close to the order down the page,
  // so the one nearest the middle is found by halving, and its neighbours are taken.
  let low = 0;
  let high = mentions.length - 1;
  while (low < high) {
    const mid = (low + high) >> 1;
    const at = mentions[mid];
    const box = at && liveRange(at)?.getBoundingClientRect();
    if (box && box.bottom < height / 2) low = mid + 1;
    else high = mid;
  }
  const from = Math.max(0, Math.min(low - MOST / 2, mentions.length - MOST));
  return mentions.slice(from, from + MOST);
}
