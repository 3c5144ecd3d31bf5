/** Where a frame stands in the page around it. */
import { boxOf, queryAll } from './safe-dom.ts';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * The upper left corner of a frame's content in its parent's viewport, and how far that is scaled.
 */
interface Inside {
  left: number;
  top: number;
  scale: number;
}

/** Pixels by which two measures of one viewport may differ: of rounding, and of a scrollbar. */
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

export const outOfFrame = (frame: HTMLElement, box: Box): Box => outOf(box, insideOf(frame));

const PLACES_LOOKED_AT = 1000;

/** A frame can ask for the frame element around it only where that is of the same origin. */
function elementAround(frame: Window): HTMLElement | null {
  try {
    return frame.frameElement as HTMLElement | null;
  } catch {
    return null;
  }
}

/** This frame may look into the top page: both are of one origin. */
export function isOfTopOrigin(): boolean {
  try {
    return window.top?.document !== undefined;
  } catch {
    return false;
  }
}

export interface PlaceInTop {
  /** Among the child frames of the top page. */
  child: number;
  width: number;
  height: number;
  line: Box;
}

/**
 * A line of this frame, in the viewport of the child of the top page that holds it; null where a
 * frame of another origin lies between. No page hears of it: a frame may see which of its parent's
 * children it is, whatever the origin of the parent.
 */
export function placeInTop(line: Box): PlaceInTop | null {
  const { top } = window;
  let at: Window = window;
  let box = line;
  while (at.parent !== top) {
    const element = elementAround(at);
    if (!element || at.parent === at) return null;
    box = outOfFrame(element, box);
    at = at.parent;
  }
  for (let child = 0; child < Math.min(at.parent.length, PLACES_LOOKED_AT); child++)
    if (at.parent[child] === at) return { child, width: at.innerWidth, height: at.innerHeight, line: box };
  return null;
}

/** The element of a child frame; null where it has another size, since frames can change places. */
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
