/** The built files. */
import { BUDGETS, sizeOf } from '../../../lib/publish/budgets.ts';
import { buildFolder } from '../../support/reader.ts';
import type { BrowserName } from '../../../lib/publish/browsers.ts';
import type { Figure } from '../figures.ts';

export function fileFigures(browser: BrowserName): Figure[] {
  const build = buildFolder(browser, 'preview');
  const figure = (what: string, entry: string, goal?: number): Figure => {
    const value = sizeOf(build, entry);
    return { what: `${what}, gzipped`, browser, page: '', unit: 'kB', value, low: value, high: value, goal };
  };
  return [...BUDGETS.map(({ part, entry, most }) => figure(part, entry, most)), figure('compiled names of the built-in list', 'names.js')];
}
