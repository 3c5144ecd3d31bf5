/**
 * Runs in each frame of a page that we may read, and does nothing in most: the page script is asked
 * for once a frame has room and text for marks, and is near the window. Frames further away are
 * read in turns, and no more than some.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchPlace, whenReadable } from '../lib/page/dom/frame-gate.ts';
import { namesOfTop, sharesNames } from '../lib/page/session/isolated-world.ts';
import type { PageRequest } from '../lib/messaging/page-request.ts';

/** Milliseconds between two looks for the names of the page around, and looks until it is late. */
const LOOK_INTERVAL_MS = 100;
const MAX_LOOKS = 20;

/** The extension may have gone since: then nothing is marked here. */
const ask = (request: PageRequest): Promise<unknown> => browser.runtime.sendMessage(request).catch(() => false);

/**
 * Waits for the names that the page around decodes, where they can be used here: they are 1.3 MB.
 */
async function askForScript(): Promise<void> {
  for (let looks = 0; sharesNames() && looks < MAX_LOOKS; looks++) {
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
