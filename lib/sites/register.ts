/**
 * Registers the page script on all origins that the user granted, except sites that are turned off.
 * It runs on install, update and start, and when permissions or sites change. Open tabs get the
 * script at once.
 */
import { browser, type Browser } from 'wxt/browser';
import { readSettings } from '../store/settings.ts';
import { markedMentionsOf } from '../messaging/rpc.ts';

const ID = 'tradegloss-page';
const FRAME_ID = 'tradegloss-frame';
const PAGE_SCRIPT = '/page.js';
const NAMES = '/names.js';
const SCRIPTS = [NAMES, PAGE_SCRIPT] as const;
type Script = (typeof SCRIPTS)[number];
const FRAME_SCRIPT = '/frame.js';
const CARD_SCRIPT = '/card.js';
const FULL_CARD = '/full-card.js';
const STYLES = ['/assets/marks.css'] as const;

/** Origins of web pages that the user granted. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(?:https?|\*):\/\//.test(origin) || origin === '<all_urls>');
}

const file = (path: string) => path.slice(1);

/** A single pattern that the browser rejects would keep the script from all sites. */
const isName = (host: string) => /^[a-z0-9.-]+$/.test(host);

async function register(): Promise<void> {
  const [matches, { offSites }] = await Promise.all([grantedOrigins(), readSettings()]);
  const registered = new Set((await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id));
  if (matches.length === 0) {
    if (registered.size > 0) await browser.scripting.unregisterContentScripts({ ids: [...registered] });
    return;
  }
  const everywhere = {
    matches,
    excludeMatches: offSites.filter(isName).map((host) => `*://${host}/*`),
    runAt: 'document_end' as const,
    persistAcrossSessions: true,
  };
  const top = { ...everywhere, id: ID, js: SCRIPTS.map(file), css: STYLES.map(file), allFrames: false };
  // A document without its own address (`about:blank`) belongs to the site that created it.
  const frames = {
    ...everywhere,
    id: FRAME_ID,
    js: [file(FRAME_SCRIPT)],
    allFrames: true,
    matchOriginAsFallback: true,
  };
  // Updated in place: a page that loads between unregistering and registering would get no script.
  for (const script of [top, frames])
    await (registered.has(script.id)
      ? browser.scripting.updateContentScripts([script])
      : browser.scripting.registerContentScripts([script]));
}

let registering: Promise<void> = Promise.resolve();

/** Updates the registration; calls never overlap. */
export function registerPageScript(): Promise<void> {
  registering = registering.catch(() => undefined).then(register);
  return registering;
}

/**
 * Runs the script in one tab now, with the permission of a granted site or of a click on our
 * button. Returns false if the browser refuses.
 */
export async function annotateTab(tabId: number): Promise<boolean> {
  const isDone = await annotate({ tabId });
  // The frame script then asks for the page script itself.
  await inject({ tabId, allFrames: true }, FRAME_SCRIPT);
  return isDone;
}

/** Runs the script in a frame that asked for it, with or without the names. */
export const annotateFrame = (frame: Frame, names: boolean): Promise<boolean> =>
  annotate(targetOf(frame), names ? SCRIPTS : [PAGE_SCRIPT]);

async function annotate(target: Target, scripts: readonly Script[] = SCRIPTS): Promise<boolean> {
  try {
    await browser.scripting.insertCSS({ target, files: [...STYLES] });
    await browser.scripting.executeScript({ target, files: [...scripts] });
    return true;
  } catch {
    return false;
  }
}

interface Frame {
  /** The id of the tab. */
  id: number;
  frame: number;
}
type Target = Browser.scripting.InjectionTarget;

const targetOf = ({ id, frame }: Frame): Target => ({ tabId: id, frameIds: [frame] });

/** Injects the names into a frame that dropped them. */
export const injectNames = (frame: Frame): Promise<void> => inject(targetOf(frame), NAMES);
/** Injects the card script into a frame. If the browser refuses, marks have no cards. */
export const injectCardScript = (frame: Frame): Promise<void> => inject(targetOf(frame), CARD_SCRIPT);
/** Injects the script that draws full cards. */
export const injectFullCard = (frame: Frame): Promise<void> => inject(targetOf(frame), FULL_CARD);

async function inject(
  target: Target,
  script: typeof NAMES | typeof FRAME_SCRIPT | typeof CARD_SCRIPT | typeof FULL_CARD,
): Promise<void> {
  try {
    await browser.scripting.executeScript({ target, files: [script] });
  } catch {
    // The tab has navigated away.
  }
}

/** Runs the script in all open tabs of these origins, except those where it already answers. */
export async function annotateOpenTabs(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.all(
    tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded || (await markedMentionsOf(id))) return;
      await annotateTab(id);
    }),
  );
}
