/**
 * Protects what is known of the pointer: where it rests, whether marks are searched under it, and
 * which presses are clicks.
 */
import { describe, expect, it } from 'vitest';
import { CLICK_MS, REST_KNOWN_MS } from '../../../lib/page/card/hover-delays.ts';
import { PointerTrail } from '../../../lib/page/card/pointer-trail.ts';

const SPOT = { x: 100, y: 100 };
const NEAR = { x: 104, y: 104 };
const FAR = { x: 110, y: 100 };
const restingAt = (now: number) => new PointerTrail<string>({ ...SPOT, at: now });

describe('a rest', () => {
  it('lasts while the pointer trembles, and ends when it leaves the spot', () => {
    const pointer = restingAt(0);
    expect([SPOT, NEAR, SPOT, FAR, FAR].map((point) => pointer.leavesRest(point))).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it('starts again in the same spot after the pointer was in a card', () => {
    const pointer = restingAt(0);
    pointer.leavesRest(SPOT);
    pointer.endRest();
    expect(pointer.leavesRest(SPOT)).toBe(true);
  });
});

describe('marks that appear under a resting pointer', () => {
  it('are searched within a second of its last move', () => {
    expect(restingAt(0).mayFindMore(REST_KNOWN_MS - 1)).toBe(true);
    expect(restingAt(0).mayFindMore(REST_KNOWN_MS)).toBe(false);
    expect(new PointerTrail<string>(null).mayFindMore(0)).toBe(false);
  });

  it('are searched once at any time if a mark disappeared before its card opened', () => {
    const pointer = restingAt(0);
    pointer.wish();
    expect(pointer.mayFindMore(60_000)).toBe(true);
    expect(pointer.mayFindMore(60_000)).toBe(false);
  });

  it.each<[string, (pointer: PointerTrail<string>) => void]>([
    ['typed or pressed', (pointer) => pointer.settle()],
    ['dragged', (pointer) => pointer.moved(SPOT, 100, true)],
    ['tapped', (pointer) => pointer.tapped(SPOT)],
    ['opened a card by the keyboard', (pointer) => pointer.forget()],
  ])('are not searched if the user has since %s', (_, act) => {
    const pointer = restingAt(0);
    pointer.wish();
    act(pointer);
    expect(pointer.mayFindMore(200)).toBe(false);
  });
});

describe('a press', () => {
  const press = { ...SPOT, at: 0, mark: 'gallium' };

  it('is a click on its mark if it is short and stays in the spot', () => {
    const pointer = restingAt(0);
    pointer.pressed(press);
    expect(pointer.released(NEAR, CLICK_MS)).toEqual({ clicked: 'gallium' });
    expect(pointer.released(NEAR, CLICK_MS)).toBe(null);
  });

  it('is no click on a mark if it ends elsewhere, and no click at all if it is long', () => {
    const pointer = restingAt(0);
    pointer.pressed(press);
    expect(pointer.released(FAR, 100)).toEqual({ clicked: null });
    pointer.pressed(press);
    expect(pointer.released(SPOT, CLICK_MS + 1)).toBe(null);
  });
});

it('a press from before the card script arrived is a click unless it was held for long', () => {
  const after = () => new PointerTrail<string>(null, 1000);
  expect(after().released(SPOT, 1000 + CLICK_MS)).toEqual({ clicked: null });
  expect(after().released(SPOT, 1001 + CLICK_MS)).toBeNull();
  expect(new PointerTrail<string>(null).released(SPOT, 1000)).toBeNull();
});
