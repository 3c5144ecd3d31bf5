/**
 * Runs a page session over the document in the reader, with the same marks, cards and answers as on
 * a web page. Scripts that are injected into web pages are loaded as files here.
 */
import { browser } from 'wxt/browser';
import { afterDecision } from '../../lib/messaging/decision.ts';
import { background } from '../../lib/messaging/ask-background.ts';
import { fileUrl } from '../../lib/messaging/pages.ts';
import { answerExtension, isAlive } from '../../lib/messaging/rpc.ts';
import { decodeBuiltIn } from '../../lib/match/names/serialize.ts';
import { cardScript } from '../../lib/page/card/card-script.ts';
import { fullCardScript } from '../../lib/page/card/full-card-script.ts';
import type { Article } from '../../lib/page/session/article.ts';
import { takeStoredNames } from '../../lib/page/session/isolated-world.ts';
import { PageSession } from '../../lib/page/session/page-session.ts';
import type { BuiltInSource } from '../../lib/page/session/ports.ts';
import type { Place } from '../../lib/page/text/place.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import { changeSettings } from '../../lib/store/settings.ts';

interface Annotated {
  /** The element with the document's text and nothing else. */
  root: HTMLElement;
  /** True if the text is positioned piece by piece, as on pages of a PDF. */
  isPlaced: boolean;
  article: Article;
  pageOf: (place: Place) => number | null;
  reveal: (place: Place) => Promise<void>;
  /** Called when mentions were found. */
  onFound: () => void;
  signal: AbortSignal;
}

const loaded = new Map<string, Promise<void>>();

/** Runs a script of the extension in this page, once. */
function load(path: string): Promise<void> {
  let loading = loaded.get(path);
  if (!loading) {
    loading = new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = fileUrl(path);
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error(`${path} did not load`)));
      document.head.append(script);
    });
    loaded.set(path, loading);
  }
  return loading;
}

/** Each session ends the card script of the one before, so it must run again. */
async function run(path: string): Promise<void> {
  loaded.delete(path);
  await load(path);
}

let names: Promise<BuiltInSource> | null = null;

/** Documents that are opened in the reader name something, so their names pass no gate. */
function builtInNames(): Promise<BuiltInSource> {
  names ??= load('/names.js').then(() => {
    const decoded = decodeBuiltIn(takeStoredNames()?.() ?? '');
    return {
      newGate: () => null,
      read: () => decoded,
      loadAgain: () => Promise.resolve(true),
      dropSoon: () => undefined,
    };
  });
  return names;
}

export async function annotate({
  root,
  isPlaced,
  article,
  pageOf,
  reveal,
  onFound,
  signal,
}: Annotated): Promise<PageSession | null> {
  const [source, settings] = await Promise.all([builtInNames(), background.settings().catch(() => undefined)]);
  if (signal.aborted) return null;
  const session = new PageSession({
    document,
    names: source,
    settings: settings ?? defaultSettings(),
    background: {
      ...background,
      found: (mentions) => {
        onFound();
        return background.found(mentions);
      },
      cardScript: () => (cardScript() ? Promise.resolve() : run('/card.js')),
      fullCards: async (request) => {
        if (!fullCardScript()) await run('/full-card.js');
        return background.fullCards({ ...request, script: false });
      },
      decide: (decision) => changeSettings((now) => afterDecision(decision, now)).then(() => true),
    },
    renewSettings: () => void renewSettings(),
    isAlive,
    marksCss: null,
    browserLanguage: browser.i18n.getUILanguage(),
    signal,
    root,
    ignoresStyles: isPlaced,
    article,
    pageOf,
    reveal,
  });
  const renewSettings = async () => {
    const now = await background.settings().catch(() => undefined);
    if (now && !signal.aborted) session.change(now);
  };
  const stop = answerExtension(async (request) => {
    if (request.type === 'stop') return false;
    if (request.type !== 'settings-changed') return session.answer(request);
    await renewSettings();
    return true;
  });
  signal.addEventListener('abort', stop);
  session.start();
  return session;
}
