/**
 * Chooses the mentions that are registered as marks: those nearest to the viewport. Chromium checks
 * every registered range in each frame after a change of the page, so their number must stay small
 * (measured: lib/decisions/0001-css-highlights.md).
 */
import { typeOf } from '../dom/safe-dom.ts';
import { throttle } from '../dom/throttle.ts';
import type { PageMention } from '../mentions/mentions.ts';
import type { PaintedMentions } from '../mentions/merge-lists.ts';
import type { Flow } from '../text/flow.ts';
import { liveRange } from '../text/place.ts';
import { visibility } from '../text/visibility.ts';
import { MAX_WATCHED_BLOCKS, SampledBlocks, WatchedBlocks, type NearBlocks } from './near-blocks.ts';

const MAX_REGISTERED_RANGES = 200;
/** Mentions near the viewport up to which each is measured. */
const MAX_MEASURED_MENTIONS = 4 * MAX_REGISTERED_RANGES;
/**
 * Milliseconds between choices of marks after changes of styles; some pages set a style in every
 * frame.
 */
const RESTYLE_INTERVAL_MS = 1000;

/** The element of a flow's block; for a shadow root, its host. */
function elementOf({ container }: Flow): Element | null {
  const type = typeOf(container);
  if (type === 1) return container as Node as Element;
  return type === 11 ? (container as ShadowRoot).host : null;
}

export class ViewportFilter {
  readonly #onChange: () => void;
  readonly #signal: AbortSignal;
  #blocks: ReadonlyMap<Element, readonly Flow[]> = new Map();
  #near: NearBlocks;
  /** Call after a change of styles. */
  readonly restyled: () => void;

  constructor(onChange: () => void, signal: AbortSignal) {
    this.#onChange = onChange;
    this.#signal = signal;
    this.#near = new WatchedBlocks(new Set(), onChange, signal);
    this.restyled = throttle(() => this.moved(), signal, RESTYLE_INTERVAL_MS);
    signal.addEventListener('abort', () => this.#near.stop());
  }

  /** Call after a scroll. */
  moved(): void {
    this.#near.moved();
  }

  /** Watches the blocks of all mentions for coming near the viewport. */
  watch(mentions: readonly PageMention[]): void {
    const before = this.#blocks;
    const blocks = new Map<Element, readonly Flow[]>();
    for (const { flow } of mentions) {
      const element = elementOf(flow);
      if (!element) continue;
      const known = blocks.get(element);
      const old = before.get(element);
      // Most blocks are unchanged and keep their arrays.
      if (!known) blocks.set(element, old?.length === 1 && old[0] === flow ? old : [flow]);
      else if (known.at(-1) !== flow) blocks.set(element, [...known, flow]);
    }
    this.#blocks = blocks;
    const areMany = blocks.size > MAX_WATCHED_BLOCKS;
    if (areMany !== this.#near instanceof SampledBlocks) {
      this.#near.stop();
      const Strategy = areMany ? SampledBlocks : WatchedBlocks;
      this.#near = new Strategy(this.#near.near, this.#onChange, this.#signal);
    }
    // Blocks that were read again may have moved.
    const fresh = [...blocks.keys()].filter((element) => before.get(element)?.[0] !== blocks.get(element)?.[0]);
    this.#near.watch(new Set(blocks.keys()), fresh);
  }

  /** The visible mentions to register now, among those that `mayBePainted` accepts. */
  choose(
    painted: Pick<PaintedMentions, 'all' | 'in'>,
    mayBePainted: (mention: PageMention) => boolean,
  ): Set<PageMention> {
    const isVisible = visibility();
    const isWanted = (mention: PageMention) => mayBePainted(mention) && isVisible(mention);
    if (painted.all.length <= MAX_REGISTERED_RANGES) return new Set(painted.all.filter(isWanted));
    const near: PageMention[] = [];
    for (const element of this.#near.near)
      for (const flow of this.#blocks.get(element) ?? []) near.push(...painted.in(flow));
    const seen = near.filter(isWanted);
    return new Set(seen.length <= MAX_REGISTERED_RANGES ? seen : nearest(seen, window.innerHeight));
  }
}

/** The mentions nearest to the middle of the viewport, by their first lines. */
function nearest(mentions: readonly PageMention[], height: number): PageMention[] {
  const distance = (mention: PageMention) => {
    const box = liveRange(mention)?.getBoundingClientRect();
    return box ? Math.abs((box.top + box.bottom) / 2 - height / 2) : Infinity;
  };
  if (mentions.length <= MAX_MEASURED_MENTIONS) {
    return mentions
      .map((mention) => ({ mention, far: distance(mention) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, MAX_REGISTERED_RANGES)
      .map(({ mention }) => mention);
  }
  // Reading order is close to the order down the page, so a binary search finds the mention nearest
  // to the middle, and its neighbours are taken.
  let low = 0;
  let high = mentions.length - 1;
  while (low < high) {
    const mid = (low + high) >> 1;
    const at = mentions[mid];
    const box = at && liveRange(at)?.getBoundingClientRect();
    if (box && box.bottom < height / 2) low = mid + 1;
    else high = mid;
  }
  const from = Math.max(0, Math.min(low - MAX_REGISTERED_RANGES / 2, mentions.length - MAX_REGISTERED_RANGES));
  return mentions.slice(from, from + MAX_REGISTERED_RANGES);
}
