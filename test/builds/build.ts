/**
 * Runs all builds for `npm test` in one process, so that the built-in list is read once instead of
 * four times.
 */
import { build } from 'wxt';
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';

for (const browser of BROWSERS) for (const mode of ['preview', 'production']) await build({ browser, mode });
