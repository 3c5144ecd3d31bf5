/**
 * Scrolls to a mention. Pages can observe scrolling. A public mention is scrolled to the middle.
 * For a private mention the window scrolls by whole viewports, so that the page learns the
 * screenful but not the word. Scrollable boxes are not scrolled, because a box with one line would
 * reveal the line.
 */
import { parentOrHost, rootOf, scrollToMiddle, isScrollable, scrollWindowBy, visiblePartOf } from '../dom/safe-dom.ts';

/**
 * Pixels for fixed headers and footers, and the largest share of the viewport that this margin
 * takes on each side.
 */
const MARGIN_PX = 60;
const MAX_MARGIN_SHARE = 1 / 4;

interface Area {
  top: number;
  height: number;
}

const marginOf = ({ height }: Area): number => Math.min(MARGIN_PX, height * MAX_MARGIN_SHARE);

const isSeen = ({ top, bottom }: { top: number; bottom: number }, area: Area): boolean =>
  top >= area.top + marginOf(area) && bottom <= area.top + area.height - marginOf(area);

/**
 * Pixels to scroll an area to the screenful with `top`: a multiple of its height without margins.
 */
export function windowsTo(top: number, area: Area): number {
  const step = area.height - 2 * marginOf(area);
  return Math.floor((top - area.top - marginOf(area)) / step) * step;
}

const viewport = (): Area => ({ top: 0, height: window.innerHeight });

/** Scrolls to a mention that the page may know about. */
export function scrollToPublic(range: Range): void {
  const { parentElement } = range.startContainer;
  if (parentElement && !isSeen(range.getBoundingClientRect(), viewport())) scrollToMiddle(parentElement);
}

/** The outermost scrollable box around a node. */
function scrollerAround(node: Node, root: Element | null): Element | null {
  let found: Element | null = null;
  for (let at = parentOrHost(node); at && at !== root; at = parentOrHost(at)) if (isScrollable(at)) found = at;
  return found;
}

/** Scrolls to a private mention by whole screenfuls. */
export function scrollPrivately(document: Document, range: Range): void {
  let { top, bottom } = range.getBoundingClientRect();
  const scroller = scrollerAround(range.startContainer, rootOf(document));
  if (scroller) {
    // The mention may be outside the visible part of such a box: scrolls to the part of the box
    // that is nearest.
    const box = visiblePartOf(scroller);
    const end = box.top + box.height;
    [top, bottom] = [Math.min(Math.max(top, box.top), end), Math.max(Math.min(bottom, end), box.top)];
  }
  const area = viewport();
  if (!isSeen({ top, bottom }, area)) scrollWindowBy(windowsTo(top, area));
}
