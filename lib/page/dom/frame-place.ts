/** Finds where a frame is in the page around it. */
import type { Box } from './box.ts';
import { boxOf, queryAll } from './safe-dom.ts';

/** The upper left corner of a frame's content in its parent's viewport, and the content's scale. */
interface Inside {
  left: number;
  top: number;
  scale: number;
}

/** Pixels by which two measures of a viewport may differ, due to rounding and scrollbars. */
const SAME_PX = 20;

const px = (value: string): number => Number.parseFloat(value) || 0;

function insideOf(frame: HTMLElement): Inside {
  const { left, top, width } = boxOf(frame);
  const style = getComputedStyle(frame);
  const scale = frame.offsetWidth > 0 ? width / frame.offsetWidth : 1;
  return {
    left: left + scale * (frame.clientLeft + px(style.paddingLeft)),
    top: top + scale * (frame.clientTop + px(style.paddingTop)),
    scale,
  };
}

const outOf = (box: Box, { left, top, scale }: Inside): Box => ({
  left: left + box.left * scale,
  top: top + box.top * scale,
  right: left + box.right * scale,
  bottom: top + box.bottom * scale,
});

/** A box in a frame's viewport, in the coordinates of the parent's viewport. */
export const toParentViewport = (frame: HTMLElement, box: Box): Box => outOf(box, insideOf(frame));

const MAX_EXAMINED_FRAMES = 1000;

/** The element of a frame; null if it belongs to another origin, which the browser hides. */
function elementAround(frame: Window): HTMLElement | null {
  try {
    return frame.frameElement as HTMLElement | null;
  } catch {
    return null;
  }
}

/** True if this frame and the top page have the same origin. */
export function isOfTopOrigin(): boolean {
  try {
    return window.top?.document !== undefined;
  } catch {
    return false;
  }
}

/**
 * A line of a frame's text, in pixels of the viewport of the top page's child frame around it.
 * `width`, `height`: of that child frame.
 */
export interface PlaceInTop {
  /** Index among the child frames of the top page. */
  child: number;
  width: number;
  height: number;
  line: Box;
}

/**
 * Converts a line of this frame to the viewport of the top page's child frame around it. Null if a
 * frame of another origin is in between. It needs no message: a frame can find its index among its
 * parent's children even across origins.
 */
export function placeInTop(line: Box): PlaceInTop | null {
  const { top } = window;
  let at: Window = window;
  let box = line;
  while (at.parent !== top) {
    const element = elementAround(at);
    if (!element || at.parent === at) return null;
    box = toParentViewport(element, box);
    at = at.parent;
  }
  for (let child = 0; child < Math.min(at.parent.length, MAX_EXAMINED_FRAMES); child++)
    if (at.parent[child] === at) return { child, width: at.innerWidth, height: at.innerHeight, line: box };
  return null;
}

/** The element of a child frame; null if its size differs, because frames can change places. */
export function childFrame(document: Document, { child, width, height }: Omit<PlaceInTop, 'line'>): HTMLElement | null {
  const frame = window[child];
  const element = queryAll(document, 'iframe, frame, object, embed').find(
    (one) => frame !== undefined && 'contentWindow' in one && one.contentWindow === frame,
  );
  if (!(element instanceof HTMLElement)) return null;
  const style = getComputedStyle(element);
  const inner = {
    width: element.clientWidth - px(style.paddingLeft) - px(style.paddingRight),
    height: element.clientHeight - px(style.paddingTop) - px(style.paddingBottom),
  };
  const isSame = Math.abs(inner.width - width) <= SAME_PX && Math.abs(inner.height - height) <= SAME_PX;
  return isSame ? element : null;
}
