/**
 * Runs all builds for `npm test` in one process, so that the built-in list is read once instead of
 * four times. Packs those for the stores, which `rebuild.ts` compares.
 */
import { build, zip } from 'wxt';
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';

for (const browser of BROWSERS) {
  await build({ browser, mode: 'preview' });
  await zip({ browser, mode: 'production' });
}
