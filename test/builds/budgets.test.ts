/**
 * Protects what a browser has to read before anything is seen: the built files keep within their
 * budgets.
 */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';
import { BUDGETS } from './budgets.ts';
import { weigh } from './weigh.ts';

it.each(BROWSERS.flatMap((browser) => BUDGETS.map((budget) => ({ ...budget, browser }))))(
  '$browser: $what',
  ({ browser, file, goal, reached, later }) => {
    const folder = fileURLToPath(new URL(`../../.output/${browser}-mv3`, import.meta.url));
    const { files, kB } = weigh(folder, { file, later });
    // A page whose files were not found would weigh nothing: it has a script and a style at least.
    if (file.endsWith('.html')) expect(files).toBeGreaterThanOrEqual(3);
    expect(kB).toBeLessThanOrEqual(reached ?? goal);
  },
);
