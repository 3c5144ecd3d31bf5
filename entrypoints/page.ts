/** Runs in pages: wires a session to the browser. */
import marksCss from './marks.css?inline';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { turn } from '../lib/core/slices.ts';
import { decodeNames } from '../lib/match/names/serialize.ts';
import { createMatcher, makeReady, type CompiledNames } from '../lib/match/index.ts';
import { background } from '../lib/messaging/ask-background.ts';
import { answerExtension, isAlive } from '../lib/messaging/rpc.ts';
import { namesOfTop, replaceSession, shareNames, takeOver } from '../lib/page/session/isolated-world.ts';
import { PageSession } from '../lib/page/session/page-session.ts';
import { DEFAULTS } from '../lib/settings/defaults.ts';
import type { PageSettings } from '../lib/settings/settings.ts';

/**
 * Firefox paints marks in a shadow root only where the sheet is in it; Chromium paints them anyway.
 */
const rootCss = import.meta.env.FIREFOX ? marksCss : null;

/** Milliseconds before the settings are requested again, where the background gave no answer. */
const RETRY_DELAYS_MS = [100, 400, 1600];

/**
 * Null where this site is switched off. A page whose background does not answer is marked by the
 * default settings.
 */
async function readSettings(): Promise<PageSettings | null> {
  for (const delay of [...RETRY_DELAYS_MS, null]) {
    const settings = await background.settings().catch(() => undefined);
    if (settings !== undefined) return settings;
    if (delay !== null) await new Promise((resolve) => setTimeout(resolve, delay));
  }
  return DEFAULTS;
}

async function run() {
  const packed = takeOver();
  const shared = namesOfTop() as CompiledNames | null;
  shareNames(null);
  if ((packed === null && shared === null) || typeof CSS === 'undefined' || !('highlights' in CSS)) return;
  // Around a PDF Chromium puts a page of its own, without its text: no answer, so that nothing says
  // it was read.
  if (document.contentType === 'application/pdf') return;
  // Asked before any pause: the extension can go while the names are made ready.
  const browserLanguage = browser.i18n.getUILanguage();
  const ending = new AbortController();
  replaceSession(() => ending.abort());
  // The background looks the settings up while the names are made ready, step by step: the page
  // goes first.
  await turn();
  const asked = readSettings();
  await turn();
  const names = packed === null ? shared : decodeNames(packed());
  if (names === null) return;
  shareNames(names);
  await turn();
  makeReady();
  await turn();
  const matcher = createMatcher([names]);
  await turn();
  let settings = await asked;
  await turn();
  if (ending.signal.aborted || settings === null) return;
  const session = new PageSession({
    document,
    matcher,
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
