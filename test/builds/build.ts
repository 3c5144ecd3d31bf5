/** All builds, for `npm test`: in one process the built-in list is read once and not four times. */
import { build } from 'wxt';
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';

for (const browser of BROWSERS) for (const mode of ['preview', 'production']) await build({ browser, mode });
