/** The built files, gzipped. Their budgets are checked where they are built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserName } from '../../../lib/publish/browsers.ts';
import { buildFolder } from '../../support/reader.ts';
import type { Figure } from '../figures.ts';

const FILES = { 'page.js': 'page script', 'names.js': 'names of the built-in list' };

export const fileFigures = (browser: BrowserName): Figure[] =>
  Object.entries(FILES).map(([file, what]) => {
    const value = gzipSync(readFileSync(join(buildFolder(browser, 'preview'), file))).length / 1000;
    return { what: `${what}, gzipped`, browser, page: '', unit: 'kB', value, low: value, high: value };
  });
