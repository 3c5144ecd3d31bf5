/**
 * Scrolls to a mention. Pages can observe scrolling. A public mention comes to the middle. For a
 * private one only the window scrolls, by whole viewports: the page learns the screenful, and not
 * the word. Boxes that scroll by themselves stay, since a box that holds one line would reveal the
 * line.
 */
import { above, rootOf, scrollToMiddle, scrolls, seenOf, turn } from '../dom/safe-dom.ts';

/**
 * Room in pixels for headers and footers that stay, and the part of the viewport that it may take
 * on each side.
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
 * Pixels from what is seen of an area to the screenful that holds `top`: whole viewports, each less
 * its margins.
 */
export function windowsTo(top: number, area: Area): number {
  const step = area.height - 2 * marginOf(area);
  return Math.floor((top - area.top - marginOf(area)) / step) * step;
}

const viewport = (): Area => ({ top: 0, height: window.innerHeight });

export function scrollToPublic(range: Range): void {
  const { parentElement } = range.startContainer;
  if (parentElement && !isSeen(range.getBoundingClientRect(), viewport())) scrollToMiddle(parentElement);
}

/** The outermost box around a node that scrolls by itself. */
function scrollerAround(node: Node, root: Element | null): Element | null {
  let found: Element | null = null;
  for (let at = above(node); at && at !== root; at = above(at)) if (scrolls(at)) found = at;
  return found;
}

export function scrollPrivately(document: Document, range: Range): void {
  let { top, bottom } = range.getBoundingClientRect();
  const scroller = scrollerAround(range.startContainer, rootOf(document));
  if (scroller) {
    // The place may be far from the visible part of such a box: it is scrolled as near as the box
    // allows.
    const box = seenOf(scroller);
    const end = box.top + box.height;
    [top, bottom] = [Math.min(Math.max(top, box.top), end), Math.max(Math.min(bottom, end), box.top)];
  }
  const area = viewport();
  if (!isSeen({ top, bottom }, area)) turn(windowsTo(top, area));
}
