/**
 * Where a card goes, as a pure function: below the line under the pointer where it fits, else on the side
 * with more room, beside the line where neither has enough; never over its own mark, never out of the window.
 * All lengths in CSS pixels of the viewport.
 */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface Size {
  width: number;
  height: number;
}
export interface Placement {
  left: number;
  top: number;
  /** The most height the card may take; what is longer scrolls inside. */
  maxHeight: number;
  side: 'below' | 'above' | 'beside' | 'docked';
}

/** From the line to the card, and from the card to the window's edges. */
const GAP = 6;
const MARGIN = 8;
/** Under this height above and below, the space beside the mark is better. */
const ENOUGH = 400;
/** As high as many a card is. */
const USUAL = 640;
/** Under this width of the window the card docks to its lower edge. */
const NARROW = 480;
/** The card's text starts this far inside its edge: it is aligned with the start of the mark. */
const INSET = 16;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/**
 * `kept`: the side it stands on already, which it leaves only where that has become too small. `partly`: it
 * waits for its text, so that it gets the side where a whole one has room.
 */
export function place(
  line: Box,
  card: Size,
  viewport: Size,
  { rtl = false, kept, partly = false }: { rtl?: boolean; kept?: Placement['side'] | undefined; partly?: boolean } = {},
): Placement {
  const width = Math.min(card.width, viewport.width - 2 * MARGIN);
  const below = viewport.height - MARGIN - (line.bottom + GAP);
  const above = line.top - GAP - MARGIN;
  const left = clamp(
    rtl ? line.right + INSET - width : line.left - INSET,
    MARGIN,
    Math.max(MARGIN, viewport.width - MARGIN - width),
  );
  if (viewport.width < NARROW) {
    const lower = below >= above;
    const room = Math.max(80, Math.min(lower ? below : above, viewport.height * 0.6));
    const height = Math.min(card.height, room);
    return {
      left: (viewport.width - width) / 2,
      top: lower ? viewport.height - MARGIN - height : MARGIN,
      maxHeight: room,
      side: 'docked',
    };
  }
  const whole = partly ? Math.max(card.height, USUAL) : card.height;
  const wanted = Math.min(whole, ENOUGH);
  const side = sideOf({ below, above, whole, wanted, kept, beside: fitsBeside(line, width, viewport) });
  if (side === 'below') return { left, top: line.bottom + GAP, maxHeight: below, side };
  if (side === 'above') {
    const height = Math.min(card.height, above);
    return { left, top: line.top - GAP - height, maxHeight: above, side };
  }
  const room = viewport.height - 2 * MARGIN;
  const height = Math.min(card.height, room);
  const right = line.right + GAP + width + MARGIN <= viewport.width;
  return {
    left: right ? line.right + GAP : line.left - GAP - width,
    top: clamp(line.top - INSET, MARGIN, viewport.height - MARGIN - height),
    maxHeight: room,
    side: 'beside',
  };
}

function sideOf({
  below,
  above,
  whole,
  wanted,
  kept,
  beside,
}: {
  below: number;
  above: number;
  whole: number;
  wanted: number;
  kept: Placement['side'] | undefined;
  beside: boolean;
}): 'below' | 'above' | 'beside' {
  if (kept === 'below' && below >= wanted) return 'below';
  if (kept === 'above' && above >= wanted) return 'above';
  const roomier = below >= above ? 'below' : 'above';
  if (below >= whole) return 'below';
  return Math.max(below, above) >= wanted || !beside ? roomier : 'beside';
}

const fitsBeside = (line: Box, width: number, viewport: Size) =>
  line.right + GAP + width + MARGIN <= viewport.width || line.left - GAP - width >= MARGIN;

/** Of the lines that a mark covers, the one nearest to the pointer (the first where there is no pointer). */
export function nearestLine(lines: readonly Box[], pointer: { x: number; y: number } | null): Box | null {
  let best: Box | null = null;
  let least = Infinity;
  for (const line of lines) {
    if (line.right <= line.left || line.bottom <= line.top) continue;
    if (!pointer) return line;
    const dx = Math.max(line.left - pointer.x, 0, pointer.x - line.right);
    const dy = Math.max(line.top - pointer.y, 0, pointer.y - line.bottom);
    const distance = dx * dx + dy * dy;
    if (distance < least) [best, least] = [line, distance];
  }
  return best;
}

/** Whether a point is on the way from a word to its card: inside the quadrilateral that joins their facing edges, a few pixels wider. */
export function onTheWay(point: { x: number; y: number }, line: Box, card: Box): boolean {
  const slack = 4;
  const between = (low: number, high: number, at: number) => (high === low ? 1 : (at - low) / (high - low));
  if (card.top >= line.bottom || card.bottom <= line.top) {
    const down = card.top >= line.bottom;
    const from = down ? line.bottom : line.top;
    const to = down ? card.top : card.bottom;
    const t = between(from, to, point.y);
    const at = clamp(t, 0, 1);
    return (
      point.x >= line.left + (card.left - line.left) * at - slack &&
      point.x <= line.right + (card.right - line.right) * at + slack &&
      point.y >= Math.min(line.top, card.top) - slack &&
      point.y <= Math.max(line.bottom, card.bottom) + slack
    );
  }
  const right = card.left >= line.right;
  const at = clamp(between(right ? line.right : line.left, right ? card.left : card.right, point.x), 0, 1);
  return (
    point.y >= line.top + (card.top - line.top) * at - slack &&
    point.y <= line.bottom + (card.bottom - line.bottom) * at + slack &&
    point.x >= Math.min(line.left, card.left) - slack &&
    point.x <= Math.max(line.right, card.right) + slack
  );
}
