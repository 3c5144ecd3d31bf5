/**
 * Computes the position of a card: below the line of its mark if it fits, or else above, or else
 * beside it; never over its mark or outside the window. All lengths are CSS pixels of the viewport.
 */
import type { Box, Size } from '../dom/box.ts';

/** Pixels in the viewport. */
export interface Placement {
  left: number;
  top: number;
  /** The height above which the card scrolls inside. */
  maxHeight: number;
  side: 'below' | 'above' | 'beside' | 'docked';
}

/** The block of text with the mark, and the empty margins beside it. */
export interface TextColumn {
  left: number;
  right: number;
  /**
   * The outer ends of the empty margins; equal to `left` or `right` if there is other content
   * beside the text.
   */
  freeFrom: number;
  freeTo: number;
}

/** Gaps from the line to the card, and from the card to the edges of the window. */
const GAP_PX = 6;
const MARGIN_PX = 8;
/** The height of every glance. A card with this much room on its side stays there and scrolls. */
const GLANCE_HEIGHT_PX = 258;
/** Width of the window below which the card docks to its lower edge. */
const NARROW_WINDOW_PX = 480;
/** Distance of the card's text from its edge, so that the text aligns with the mark. */
const TEXT_INSET_PX = 15;
/** Width of its word that a card still covers after sliding into the margin. */
const MIN_OVERLAP_PX = 40;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/**
 * `rtl`: the text runs from right to left. `column`: the column of text, of which the card covers
 * as little as it can.
 */
export interface PositionOptions {
  rtl?: boolean;
  /** The card's present side, which it only leaves if the room has become too small. */
  kept?: Placement['side'] | undefined;
  column?: TextColumn | null;
  /**
   * The present distance of the card's left edge from the line's, which a card that grows or
   * follows keeps.
   */
  offset?: number | undefined;
}

/** Places a card of this size. `line`: the line of its mark in the viewport. */
export function position(
  line: Box,
  card: Size,
  viewport: Size,
  { rtl = false, kept, column = null, offset }: PositionOptions = {},
): Placement {
  const width = Math.min(card.width, viewport.width - 2 * MARGIN_PX);
  const below = viewport.height - MARGIN_PX - (line.bottom + GAP_PX);
  const above = line.top - GAP_PX - MARGIN_PX;
  if (viewport.width < NARROW_WINDOW_PX) return docked(card, width, viewport, { below, above });
  const left = clamp(
    offset === undefined ? leftEdge(line, width, rtl, column) : line.left + offset,
    MARGIN_PX,
    Math.max(MARGIN_PX, viewport.width - MARGIN_PX - width),
  );
  const side = sideOf({ below, above, height: card.height, kept, beside: fitsBeside(line, width, viewport) });
  if (side === 'below') return { left, top: line.bottom + GAP_PX, maxHeight: below, side };
  if (side === 'above') {
    const height = Math.min(card.height, above);
    return { left, top: line.top - GAP_PX - height, maxHeight: above, side };
  }
  const room = viewport.height - 2 * MARGIN_PX;
  const height = Math.min(card.height, room);
  const right = line.right + GAP_PX + width + MARGIN_PX <= viewport.width;
  return {
    left: right ? line.right + GAP_PX : line.left - GAP_PX - width,
    top: clamp(line.top - TEXT_INSET_PX, MARGIN_PX, viewport.height - MARGIN_PX - height),
    maxHeight: room,
    side: 'beside',
  };
}

function docked(card: Size, width: number, viewport: Size, { below, above }: { below: number; above: number }) {
  const lower = below >= above;
  const room = Math.max(80, Math.min(lower ? below : above, viewport.height * 0.6));
  const height = Math.min(card.height, room);
  return {
    left: (viewport.width - width) / 2,
    top: lower ? viewport.height - MARGIN_PX - height : MARGIN_PX,
    maxHeight: room,
    side: 'docked' as const,
  };
}

/**
 * The left edge: aligned with the word, or moved into an empty margin as far as the card still
 * touches its word, so that it covers only the ends of lines.
 */
function leftEdge(line: Box, width: number, rtl: boolean, column: TextColumn | null): number {
  const aligned = rtl ? line.right + TEXT_INSET_PX - width : line.left - TEXT_INSET_PX;
  if (!column) return aligned;
  const covers = (left: number) => Math.min(left + width, column.right) - Math.max(left, column.left);
  const touch = Math.min(MIN_OVERLAP_PX, line.right - line.left);
  const slides = [
    Math.min(line.right - touch, column.freeTo - MARGIN_PX - width),
    Math.max(line.left + touch - width, column.freeFrom + MARGIN_PX),
  ].filter((left) => left < line.right && left + width > line.left);
  return [aligned, ...slides].reduce((best, left) => (covers(left) < covers(best) ? left : best));
}

function sideOf({
  below,
  above,
  height,
  kept,
  beside,
}: {
  below: number;
  above: number;
  height: number;
  kept: Placement['side'] | undefined;
  beside: boolean;
}): 'below' | 'above' | 'beside' {
  const enough = Math.min(height, GLANCE_HEIGHT_PX);
  if (kept === 'below' && below >= enough) return 'below';
  if (kept === 'above' && above >= enough) return 'above';
  if (kept === 'beside' && beside) return 'beside';
  if (below >= height) return 'below';
  if (above >= height) return 'above';
  const roomier = below >= above ? 'below' : 'above';
  return Math.max(below, above) >= enough || !beside ? roomier : 'beside';
}

/** True if a glance fits below or above a line within a part of the window. */
export const hasRoom = (line: Box, { left, top, right, bottom }: Box): boolean =>
  right - left >= NARROW_WINDOW_PX &&
  Math.max(bottom - line.bottom, line.top - top) >= GLANCE_HEIGHT_PX + GAP_PX + MARGIN_PX;

const fitsBeside = (line: Box, width: number, viewport: Size) =>
  line.right + GAP_PX + width + MARGIN_PX <= viewport.width || line.left - GAP_PX - width >= MARGIN_PX;

/** The line of a mark that is nearest to the pointer; the first without a pointer. */
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

/**
 * True if a point is between a word and its card: inside the quadrilateral that joins their facing
 * edges, widened by a few pixels.
 */
export function isBetweenMarkAndCard(point: { x: number; y: number }, line: Box, card: Box): boolean {
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
