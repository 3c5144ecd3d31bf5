/** Measures the empty space of the window beside the block of text that holds a mark. */
import { boxOf, elementsAt, firstChildOf, nameOf, nextSiblingOf, typeOf } from '../dom/safe-dom.ts';
import type { Box, Column, Size } from './position.ts';

/**
 * From the text to the first point that is looked at, and from one point to the next, in CSS
 * pixels.
 */
const PROBE_STEP_PX = 60;
/** A card slides at most by its own width. */
const MAX_REACH_PX = 400;
/** Below the line, where the card will be: its middle and its foot. */
const DEPTHS = [40, 140, 250];

const DRAWN = new Set(['IMG', 'PICTURE', 'VIDEO', 'CANVAS', 'SVG', 'IFRAME', 'OBJECT', 'EMBED', 'INPUT', 'BUTTON']);

/**
 * An element shows something of its own: a picture, or text that is not in an element inside it.
 */
function isDrawn(element: Element): boolean {
  if (DRAWN.has(nameOf(element).toUpperCase())) return true;
  for (let child = firstChildOf(element); child; child = nextSiblingOf(child))
    if (typeOf(child) === 3 && (child as Text).data.trim() !== '') return true;
  return getComputedStyle(element).backgroundImage !== 'none';
}

/**
 * The background of the page, the article around the block and columns that show nothing are empty.
 */
function isEmpty(x: number, y: number, block: Element): boolean {
  const [top] = elementsAt(x, y);
  return top === undefined || Node.prototype.contains.call(top, block) || !isDrawn(top);
}

/** The column of a block, seen from the line that the card opens under. */
export function freeMargins(block: Element, line: Box, viewport: Size): Column {
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
