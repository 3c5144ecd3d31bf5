/** The built files, gzipped, with their budgets. The build checks the budgets. */
import type { BrowserName } from '../../../lib/tools/browser/browsers.ts';
import { BUDGETS } from '../../builds/budgets.ts';
import { kB, weigh } from '../../builds/weigh.ts';
import { buildFolder } from '../../support/start-browser.ts';
import type { Figure } from '../figures.ts';

export function fileFigures(browser: BrowserName): Figure[] {
  const folder = buildFolder(browser, 'preview');
  const figure = (what: string, value: number) =>
    ({ browser, page: '', unit: 'kB', what, value, low: value, high: value }) as const;
  return [
    ...BUDGETS.map((budget) => ({
      ...figure(`${budget.what}, gzipped`, weigh(folder, budget).kB),
      goal: { goal: budget.goal },
    })),
    figure('names of the built-in list, gzipped', kB(folder, 'names.js')),
  ];
}
