/**
 * Runs in each frame of a page that we may read, and does nothing in most: the page script is asked
 * for once a frame has room and text for marks.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { whenReadable } from '../lib/page/dom/frame-gate.ts';
import type { PageRequest } from '../lib/messaging/protocol.ts';

const REQUEST: PageRequest = { type: 'frame' };

export default defineUnlistedScript(() => {
  if (window === window.top) return;
  // The extension may have gone since: then nothing is marked here.
  whenReadable(document, () => void browser.runtime.sendMessage(REQUEST).catch(() => undefined));
});
