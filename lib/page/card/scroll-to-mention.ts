/**
 * Brings a mention into the window. Every scroll is seen by the page. Going to a public one, it comes to
 * the middle; going to one that the page is not to know, the page is turned by whole windows, as a reader
 * pages: what it learns is which window was gone to, and nothing of the place in it.
 */
import { above, rootOf, scrollToMiddle, scrolls, seenOf, turn } from '../dom/safe-dom.ts';

/** Room for headers and footers that stay. */
const MARGIN = 60;

interface Area {
  top: number;
  height: number;
}

const isSeen = ({ top, bottom }: DOMRect, area: Area): boolean =>
  top >= area.top + MARGIN && bottom <= area.top + area.height - MARGIN;

/** Whole windows from what is seen of an area to the one that holds `top`, each a little less than the area is high. */
export function windowsTo(top: number, area: Area): number {
  const step = stepOf(area);
  return Math.floor((top - area.top - MARGIN) / step) * step;
}

const stepOf = ({ height }: Area): number => (height > 3 * MARGIN ? height - 2 * MARGIN : height);

/** What scrolls around a node, the innermost first; the page itself last. */
function* scrollersOf(node: Node, root: Element | null): Generator<Element | Window> {
  for (let at = above(node); at && at !== root; at = above(at)) if (scrolls(at)) yield at;
  yield window;
}

const areaOf = (scroller: Element | Window): Area =>
  scroller instanceof Element ? seenOf(scroller) : { top: 0, height: window.innerHeight };

export function bring(document: Document, range: Range, isPrivate: boolean): void {
  const node = range.startContainer;
  if (!isPrivate) {
    if (!isSeen(range.getBoundingClientRect(), areaOf(window)) && node.parentElement)
      scrollToMiddle(node.parentElement);
    return;
  }
  for (const scroller of scrollersOf(node, rootOf(document))) {
    const [box, area] = [range.getBoundingClientRect(), areaOf(scroller)];
    if (!isSeen(box, area)) turn(scroller, windowsTo(box.top, area));
  }
}
