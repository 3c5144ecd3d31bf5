/** Measures whether a page stays responsive while we work. */
import type { Page } from 'puppeteer-core';
import { inPage } from '../../lib/tools/browser/in-page.ts';

/** The longest time in milliseconds that the page waited for its turn within the next `ms`. */
export const longestWait = (page: Page, ms: number): Promise<number> =>
  inPage(
    page,
    async (span) => {
      let longest = 0;
      const until = performance.now() + span;
      for (let last = performance.now(); last < until;) {
        await new Promise((resolve) => setTimeout(resolve));
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
      }
      return longest;
    },
    ms,
  );
