/**
 * The memory of a tab after collection, including typed arrays: with the extension minus without.
 * Chromium only.
 */
import type { Page } from 'puppeteer-core';
import { pause } from '../../../lib/tools/browser/wait.ts';
import { ELSEWHERE, NEWS } from '../../support/test-user.ts';
import { figureOf, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import type { Lab } from '../lab.ts';

/**
 * Milliseconds until a page has been read. Asking the page for its marks instead would add to its
 * heap.
 */
const AT_REST = 3000;

export async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  for (let k = 0; k < 3; k++) {
    await session.send('HeapProfiler.collectGarbage');
    await pause(150);
  }
  const usage: Record<string, number> = { ...(await session.send('Runtime.getHeapUsage')) };
  await session.detach();
  return ((usage['usedSize'] ?? 0) + (usage['backingStorageSize'] ?? 0)) / 1e6;
}

export async function heapFigures(
  lab: Lab,
  pages: readonly { name: string; path: string }[],
  rounds: number,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, path } of pages) {
    const more: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const annotated = await lab.tab(path, NEWS);
      await annotated.bringToFront();
      await pause(AT_REST);
      const bare = await lab.tab(path, ELSEWHERE);
      await pause(AT_REST);
      more.push((await heapOf(annotated)) - (await heapOf(bare)));
      await annotated.close();
      await bare.close();
    }
    figures.push(
      figureOf(
        { what: 'heap of a tab, with minus without', browser: lab.name, page: name, unit: 'MB', goal: GOALS.heap },
        more,
      ),
    );
  }
  return figures;
}
