/** Protects what a page learns when the reader goes to a private term: a window of it, not the place in it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowsTo } from '../../../lib/page/card/scroll-to-mention.ts';
import { runs } from '../../support/runs.ts';

it('turns by whole windows, so that the place comes into view and all places of one window look alike', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 2000 }),
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: -90_000, max: 90_000 }),
      (height, areaTop, top) => {
        const area = { top: areaTop, height };
        const by = windowsTo(top, area);
        const after = top - by - areaTop;
        expect(after).toBeGreaterThanOrEqual(60);
        expect(after).toBeLessThan(height - 60);
        expect(Math.abs(by % (height - 120))).toBe(0);
        // The first place of that window leads to the same.
        expect(windowsTo(areaTop + 60 + by, area)).toBe(by);
      },
    ),
    runs(500),
  );
});
