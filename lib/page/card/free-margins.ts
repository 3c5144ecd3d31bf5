/** Measures the empty margins of the window beside the block of text with a mark. */
import { boxOf, elementsAt, firstChildOf, nameOf, nextSiblingOf, typeOf } from '../dom/safe-dom.ts';
import type { Box, Size } from '../dom/box.ts';
import type { TextColumn } from './position.ts';

/** CSS pixels between probed points, the first from the text. */
const PROBE_STEP_PX = 60;
/** CSS pixels that a card slides at most: about its own width. */
const MAX_REACH_PX = 400;
/** CSS pixels below the line at which points are probed, where the card will be. */
const DEPTHS = [40, 140, 250];

const DRAWN = new Set(['IMG', 'PICTURE', 'VIDEO', 'CANVAS', 'SVG', 'IFRAME', 'OBJECT', 'EMBED', 'INPUT', 'BUTTON']);

/** True if an element draws something itself: a picture, or text directly inside it. */
function isDrawn(element: Element): boolean {
  if (DRAWN.has(nameOf(element).toUpperCase())) return true;
  for (let child = firstChildOf(element); child; child = nextSiblingOf(child))
    if (typeOf(child) === 3 && (child as Text).data.trim() !== '') return true;
  return getComputedStyle(element).backgroundImage !== 'none';
}

/**
 * True if nothing is drawn at a point: the page's background, the article around the block and
 * empty columns.
 */
function isEmpty(x: number, y: number, block: Element): boolean {
  const [top] = elementsAt(x, y);
  return top === undefined || Node.prototype.contains.call(top, block) || !isDrawn(top);
}

/** The column of a block at the height of the line under which the card opens. */
export function freeMargins(block: Element, line: Box, viewport: Size): TextColumn {
  const own = boxOf(block);
  const { left, right } = own.width > 0 ? own : line;
  const rows = DEPTHS.map((depth) => line.bottom + depth).filter((y) => y < viewport.height);
  const reach = (from: number, step: number, end: number): number => {
    let at = from;
    while ((end - at) * step > 0) {
      const next = step > 0 ? Math.min(at + step, end) : Math.max(at + step, end);
      const probe = step > 0 ? next - 1 : next + 1;
      if (rows.some((y) => !isEmpty(probe, y, block))) break;
      at = next;
    }
    return at;
  };
  return {
    left,
    right,
    freeFrom: reach(left, -PROBE_STEP_PX, Math.max(0, left - MAX_REACH_PX)),
    freeTo: reach(right, PROBE_STEP_PX, Math.min(viewport.width, right + MAX_REACH_PX)),
  };
}
