/**
 * Protects the position of a card: it covers neither its word nor the edge of the window, and goes
 * to the line under the pointer.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasRoom, nearestLine, isBetweenMarkAndCard, position } from '../../../lib/page/card/position.ts';
import type { Box } from '../../../lib/page/dom/box.ts';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const CARD = { width: 380, height: 420 };
const WINDOW = { width: 1180, height: 900 };

/** The card as it is drawn at this position. */
const drawn = ({ left, top, maxHeight }: ReturnType<typeof position>, card = CARD, viewport = WINDOW) =>
  box(left, top, Math.min(card.width, viewport.width - 16), Math.min(card.height, maxHeight));
const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('a card', () => {
  it('is below its word, with their texts aligned', () =>
    expect(position(box(200, 100, 60, 20), CARD, WINDOW)).toMatchObject({ side: 'below', left: 185, top: 126 }));
  it('is above if there is more room', () => expect(position(box(200, 700, 60, 20), CARD, WINDOW).side).toBe('above'));
  it('ends at the end of its word on a page that runs from right to left', () =>
    expect(position(box(800, 100, 60, 20), CARD, WINDOW, { rtl: true }).left + CARD.width).toBe(860 + 15));
  it('is above if all of it fits there but not below', () =>
    expect(position(box(200, 780, 60, 20), { width: 380, height: 700 }, { width: 1180, height: 1300 })).toMatchObject({
      side: 'above',
      top: 74,
    }));
  it('stays on its side when it grows, as long as a glance has room there', () => {
    const grown = { width: 380, height: 560 };
    const laptop = { width: 1366, height: 650 };
    expect(position(box(200, 300, 60, 20), grown, laptop, { kept: 'below' })).toMatchObject({
      side: 'below',
      top: 326,
      maxHeight: 316,
    });
    expect(position(box(200, 400, 60, 20), grown, laptop, { kept: 'above' }).side).toBe('above');
    expect(position(box(200, 400, 60, 20), grown, laptop, { kept: 'below' }).side).toBe('above');
  });
  it('moves into an empty margin as far as it still touches its word, so that it covers ends of lines, not whole lines', () => {
    const laptop = { width: 1366, height: 650 };
    const glance = { width: 340, height: 258 };
    const column = { left: 250, right: 905, freeFrom: 0, freeTo: 1366 };
    expect(position(box(845, 205, 55, 21), glance, laptop, { column }).left).toBe(860);
    // Other content is beside the text, so the card is aligned with its word.
    const taken = { ...column, freeFrom: 250, freeTo: 905 };
    expect(position(box(500, 205, 55, 21), glance, laptop, { column: taken }).left).toBe(485);
    // Near the start of a line, the other margin is nearer.
    expect(position(box(360, 205, 55, 21), glance, laptop, { column: { ...column, left: 355 } }).left).toBe(60);
  });
  it('is beside its word in a low window', () =>
    expect(position(box(200, 150, 60, 20), CARD, { width: 1180, height: 320 }).side).toBe('beside'));
  it('is docked to an edge of a narrow window: a phone, or 400 % zoom', () =>
    expect(position(box(20, 100, 60, 20), CARD, { width: 320, height: 640 }).side).toBe('docked'));

  it('covers neither its word nor the edge of the window, at any zoom', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 320, max: 2400 }),
        fc.integer({ min: 400, max: 1400 }),
        fc.nat(1000),
        fc.nat(1000),
        fc.integer({ min: 60, max: 900 }),
        fc.boolean(),
        fc.constantFrom(undefined, 'below' as const, 'above' as const, 'beside' as const),
        fc.nat(1000),
        (width, height, x, y, tall, rtl, kept, margin) => {
          const viewport = { width, height };
          const word = box((x / 1000) * (width - 60), (y / 1000) * (height - 24), 60, 24);
          const card = { width: 380, height: tall };
          const left = (word.left * margin) / 1000;
          const column = { left, right: word.right + 40, freeFrom: 0, freeTo: width };
          const at = position(word, card, viewport, { rtl, kept, column });
          const seen = drawn(at, card, viewport);
          expect(seen.left).toBeGreaterThanOrEqual(0);
          expect(seen.right).toBeLessThanOrEqual(width);
          expect(seen.top).toBeGreaterThanOrEqual(0);
          expect(seen.bottom).toBeLessThanOrEqual(height);
          expect(overlaps(seen, word)).toBe(false);
        },
      ),
      { seed: 5, numRuns: 2000 },
    );
  });
});

it('takes the line of a wrapped word that is nearest to the pointer, or the first without a pointer', () => {
  const lines = [box(900, 100, 80, 20), box(40, 124, 60, 20)];
  expect(nearestLine(lines, { x: 60, y: 130 })).toBe(lines[1]);
  expect(nearestLine(lines, { x: 950, y: 104 })).toBe(lines[0]);
  expect(nearestLine(lines, null)).toBe(lines[0]);
  expect(nearestLine([box(0, 0, 0, 20)], null)).toBeNull();
});

it('tells whether a point is on the way from a word to its card', () => {
  const word = box(400, 100, 60, 20);
  const below = box(384, 126, 380, 300);
  expect(isBetweenMarkAndCard({ x: 430, y: 123 }, word, below)).toBe(true);
  expect(isBetweenMarkAndCard({ x: 600, y: 110 }, word, below)).toBe(false);
  expect(isBetweenMarkAndCard({ x: 430, y: 60 }, word, below)).toBe(false);
  const beside = box(500, 20, 380, 300);
  expect(isBetweenMarkAndCard({ x: 480, y: 90 }, word, beside)).toBe(true);
  expect(isBetweenMarkAndCard({ x: 380, y: 110 }, word, beside)).toBe(false);
});

it.each([
  ['a frame of 400 × 150 px', box(100, 40, 60, 20), box(0, 0, 400, 150), false],
  ['a wide frame that is low', box(100, 40, 60, 20), box(0, 0, 900, 150), false],
  ['a frame with room below the word', box(100, 40, 60, 20), box(0, 0, 900, 340), true],
  ['a tall frame of which the user sees the part around the word', box(100, 440, 60, 20), box(0, 300, 900, 300), false],
])('tells whether a card has room in %s', (_, line, seen, expected) => expect(hasRoom(line, seen)).toBe(expected));
