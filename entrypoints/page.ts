/** Runs in pages: wires a session to the browser. */
import marksCss from './marks.css?inline';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { turn } from '../lib/core/slices.ts';
import { decodeNames } from '../lib/match/names/serialize.ts';
import { createMatcher, makeReady } from '../lib/match/index.ts';
import { detailsSchema } from '../lib/messaging/protocol.ts';
import { answerExtension, ask, isAlive } from '../lib/messaging/rpc.ts';
import { replaceSession, takeOver } from '../lib/page/session/isolated-world.ts';
import { Session } from '../lib/page/session/session.ts';
import { onSettings, readSettings } from '../lib/store/settings.ts';

/** Firefox paints marks in a shadow root only where the sheet stands in it; Chromium paints them anyway. */
const rootCss = import.meta.env.FIREFOX ? marksCss : null;

async function run() {
  const packed = takeOver();
  if (packed === null || typeof CSS === 'undefined' || !('highlights' in CSS)) return;
  // Around a PDF Chromium puts a page of its own, without its text: no answer, so that nothing says it was read.
  if (document.contentType === 'application/pdf') return;
  const ending = new AbortController();
  replaceSession(() => ending.abort());
  // The browser looks the settings up while the names are made ready, step by step: the page goes first.
  await turn();
  const asked = readSettings();
  await turn();
  const names = decodeNames(packed());
  await turn();
  makeReady();
  await turn();
  const matcher = createMatcher([names]);
  await turn();
  const settings = await asked;
  await turn();
  if (ending.signal.aborted || settings.offSites.includes(location.hostname)) return;
  const session = new Session({
    document,
    matcher,
    settings,
    ask,
    parseDetails: (answer) => {
      const details = v.safeParse(detailsSchema(), answer);
      return details.success ? details.output : null;
    },
    isAlive,
    marksCss: rootCss,
    browserLanguage: browser.i18n.getUILanguage(),
    signal: ending.signal,
  });
  const stops = [
    answerExtension(async (request) => {
      if (request.type === 'stop') ending.abort();
      return session.answer(request);
    }),
    onSettings((changed) => (changed.offSites.includes(location.hostname) ? ending.abort() : session.change(changed))),
  ];
  ending.signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
  session.start();
}

export default defineUnlistedScript(() => {
  void run();
});
