/** Protects the time until a user sees anything: the built files keep within their budgets. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';
import { BUDGETS } from './budgets.ts';
import { weigh } from './weigh.ts';

it.each(BROWSERS.flatMap((browser) => BUDGETS.map((budget) => ({ ...budget, browser }))))(
  '$browser: $what stays within its budget',
  ({ browser, file, goal, reached, later }) => {
    const folder = fileURLToPath(new URL(`../../.output/${browser}-mv3`, import.meta.url));
    const { files, kB } = weigh(folder, { file, later });
    // If its files were not found, a page would weigh nothing. It has at least a script and a
    // style.
    if (file.endsWith('.html')) expect(files).toBeGreaterThanOrEqual(3);
    expect(kB).toBeLessThanOrEqual(reached ?? goal);
  },
);

it.each(BROWSERS)('%s: no script in a page loads the schema library', (browser) => {
  const text = (file: string) => readFileSync(new URL(`../../.output/${browser}-mv3/${file}`, import.meta.url), 'utf8');
  // The name of a method that each of its schemas has.
  const sign = '~run';
  for (const file of ['page.js', 'card.js', 'full-card.js']) expect(text(file)).not.toContain(sign);
  expect(text('background.js')).toContain(sign);
});
