/** The page script: wires a session to the browser. */
import marksCss from './marks.css?inline';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { yieldToBrowser } from '../lib/core/slices.ts';
import { background } from '../lib/messaging/ask-background.ts';
import { answerExtension, isAlive } from '../lib/messaging/rpc.ts';
import { namesOfTop, replaceSession, shareNames, takeStoredNames } from '../lib/page/session/isolated-world.ts';
import { NamesSource } from '../lib/page/session/names-source.ts';
import { PageSession } from '../lib/page/session/page-session.ts';
import { DEFAULTS } from '../lib/settings/defaults.ts';
import type { PageSettings } from '../lib/settings/settings.ts';

/**
 * Firefox paints highlights in a shadow root only if the root has the style sheet
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1868009); Chromium always does.
 */
const rootCss = import.meta.env.FIREFOX ? marksCss : null;

/** Milliseconds before each retry of the settings request if the background does not answer. */
const RETRY_DELAYS_MS = [100, 400, 1600];

/** Null if this site is turned off. If the background never answers, the default settings apply. */
async function readSettings(): Promise<PageSettings | null> {
  for (const delay of [...RETRY_DELAYS_MS, null]) {
    const settings = await background.settings().catch(() => undefined);
    if (settings !== undefined) return settings;
    if (delay !== null) await new Promise((resolve) => setTimeout(resolve, delay));
  }
  return DEFAULTS;
}

async function run() {
  const packed = takeStoredNames();
  const shared = namesOfTop() as NamesSource | null;
  shareNames(null);
  if ((packed === null && shared === null) || typeof CSS === 'undefined' || !('highlights' in CSS)) return;
  // Chromium wraps a PDF in a page without its text:
  // https://github.com/hypothesis/browser-extension/pull/213. The script does not answer there, so
  // that the popup does not claim the page was read.
  if (document.contentType === 'application/pdf') return;
  // Read before the first pause: the extension may be removed while the gate is decoded.
  const browserLanguage = browser.i18n.getUILanguage();
  const ending = new AbortController();
  replaceSession(() => ending.abort());
  // The background reads the settings while the gate is decoded. The page gets a turn first.
  await yieldToBrowser();
  const asked = readSettings();
  await yieldToBrowser();
  const names = packed === null ? shared : new NamesSource(packed(), background.nameScript);
  if (names === null) return;
  shareNames(names);
  await yieldToBrowser();
  let settings = await asked;
  // The extension may have been updated meanwhile; then its interfaces throw.
  if (ending.signal.aborted || settings === null || !isAlive()) return;
  const session = new PageSession({
    document,
    names,
    settings,
    background,
    renewSettings: () => void renewSettings(),
    isAlive,
    marksCss: rootCss,
    browserLanguage,
    signal: ending.signal,
  });
  const renewSettings = async () => {
    const now = await readSettings();
    if (ending.signal.aborted || JSON.stringify(now) === JSON.stringify(settings)) return;
    settings = now;
    if (now === null) ending.abort();
    else session.change(now);
  };
  const stop = answerExtension(async (request) => {
    if (request.type === 'stop') {
      ending.abort();
      return true;
    }
    if (request.type !== 'settings-changed') return session.answer(request);
    await renewSettings();
    return true;
  });
  ending.signal.addEventListener('abort', stop);
  session.start();
}

export default defineUnlistedScript(() => {
  void run();
});
