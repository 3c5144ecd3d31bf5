/**
 * Which mentions are registered as marks: those nearest the viewport, at most `MOST`. Chromium paints
 * every registered range anew in each frame after a change of the page, so the number has to be small.
 */
import type { Flow } from './collect.ts';
import { typeOf } from './dom.ts';
import { liveRange } from './marks.ts';
import type { PageMention } from './mentions.ts';
import { visibility } from './visible.ts';

const MOST = 200;

export class Near {
  readonly #observer: IntersectionObserver | null;
  readonly #watched = new Map<Element, Flow[]>();
  readonly #inSight = new Set<Element>();

  constructor(onChange: () => void) {
    // Pages without layout (XML shown as source, say) have no observer to speak of.
    this.#observer =
      typeof IntersectionObserver === 'function'
        ? new IntersectionObserver(
            (changes) => {
              for (const { target, isIntersecting } of changes) {
                if (isIntersecting) this.#inSight.add(target);
                else this.#inSight.delete(target);
              }
              onChange();
            },
            { rootMargin: '60% 0px' },
          )
        : null;
  }

  /** Watches the blocks of all mentions: they come near the window, or a style shows or hides them. */
  watch(mentions: readonly PageMention[]): void {
    const flows = new Map<Element, Flow[]>();
    for (const { flow } of mentions) {
      const { container } = flow;
      const element =
        typeOf(container) === 1
          ? (container as Element)
          : typeOf(container) === 11
            ? (container as ShadowRoot).host
            : null;
      if (!element) continue;
      const known = flows.get(element);
      if (!known) flows.set(element, [flow]);
      else if (known.at(-1) !== flow) known.push(flow);
    }
    for (const element of this.#watched.keys()) {
      if (flows.has(element)) continue;
      this.#observer?.unobserve(element);
      this.#watched.delete(element);
      this.#inSight.delete(element);
    }
    for (const [element, its] of flows) {
      if (!this.#watched.has(element)) this.#observer?.observe(element);
      this.#watched.set(element, its);
    }
  }

  /** The visible mentions to register now. */
  choose(
    mentions: readonly PageMention[],
    mentionsIn: (flow: Flow) => readonly PageMention[],
    view: { height: number },
  ): Set<PageMention> {
    const isVisible = visibility();
    if (mentions.length <= MOST) return new Set(mentions.filter(isVisible));
    const near: PageMention[] = [];
    for (const element of this.#inSight)
      for (const flow of this.#watched.get(element) ?? []) near.push(...mentionsIn(flow));
    const seen = near.filter(isVisible);
    return new Set(seen.length <= MOST ? seen : nearest(seen, view));
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#watched.clear();
    this.#inSight.clear();
  }
}

/** The `MOST` mentions nearest the middle of the viewport, by the place of their first line. */
function nearest(mentions: readonly PageMention[], { height }: { height: number }): PageMention[] {
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
