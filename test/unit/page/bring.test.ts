/**
 * Protects what a page learns when the user goes to a private term: a window of it, not the place
 * in it.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowsTo } from '../../../lib/page/card/scroll-to-mention.ts';
import { runs } from '../../support/runs.ts';

it('turns by whole windows, so that the place comes into view and all places of one window look alike', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 500 }).map((n) => n * 4),
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: -90_000, max: 90_000 }),
      (height, areaTop, top) => {
        const area = { top: areaTop, height };
        const by = windowsTo(top, area);
        const after = top - by - areaTop;
        const margin = Math.min(60, height / 4);
        expect(after).toBeGreaterThanOrEqual(margin);
        expect(after).toBeLessThan(height - margin);
        expect(Math.abs(by % (height - 2 * margin))).toBe(0);
        // The first place of that window leads to the same.
        expect(windowsTo(areaTop + margin + by, area)).toBe(by);
      },
    ),
    runs(500),
  );
});
