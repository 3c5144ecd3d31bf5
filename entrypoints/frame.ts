/**
 * Runs in each frame of a granted page. It requests the page script when the frame is large enough,
 * has text and is near the viewport. Frames further away wait for a turn, and only a limited number
 * gets one.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchPlace, whenReadable } from '../lib/page/dom/frame-gate.ts';
import { namesOfTop, canShareNames } from '../lib/page/session/isolated-world.ts';
import type { PageRequest } from '../lib/messaging/page-request.ts';

/** Milliseconds between two checks for the top page's names, and the number of checks. */
const LOOK_INTERVAL_MS = 100;
const MAX_LOOKS = 20;

/** If the extension was removed, nothing is marked. */
const ask = (request: PageRequest): Promise<unknown> => browser.runtime.sendMessage(request).catch(() => false);

/**
 * Waits until the top page has the names, if this frame can share them: they take 1.3 MB.
 */
async function askForScript(): Promise<void> {
  for (let looks = 0; canShareNames() && looks < MAX_LOOKS; looks++) {
    if (namesOfTop()) return void ask({ type: 'frame', names: false });
    await new Promise((resolve) => setTimeout(resolve, LOOK_INTERVAL_MS));
  }
  void ask({ type: 'frame', names: true });
}

export default defineUnlistedScript(() => {
  if (window === window.top) return;
  whenReadable(document, () => {
    let isAsked = false;
    let waits = false;
    const read = () => {
      if (isAsked) return;
      isAsked = true;
      stop();
      void askForScript();
    };
    const stop = watchPlace(document, (isNear) => {
      if (isNear) return read();
      if (waits) return;
      waits = true;
      void ask({ type: 'frame-turn' }).then((isOurs) => isOurs === true && read());
    });
  });
});
