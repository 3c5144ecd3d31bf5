/**
 * Protects what a page can observe when the user goes to a private term: the window that contains
 * it, not its position there.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowsTo } from '../../../lib/page/card/scroll-to-mention.ts';
import { runs } from '../../support/runs.ts';

it('scrolls by whole windows, so that the place becomes visible and all places of one window scroll alike', () => {
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
        // The first place of that window scrolls by the same amount.
        expect(windowsTo(areaTop + margin + by, area)).toBe(by);
      },
    ),
    runs(500),
  );
});
