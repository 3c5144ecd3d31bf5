/**
 * Registers the page script: on the origins that the user granted, as the browser holds them,
 * except sites that are switched off. Runs again on install, update, start and each change of
 * either; tabs already open get it at once.
 */
import { browser } from 'wxt/browser';
import { readSettings } from '../store/settings.ts';
import { markedMentionsOf } from '../messaging/rpc.ts';

const ID = 'tradegloss-page';
const SCRIPTS = ['/names.js', '/page.js'] as const;
const CARD_SCRIPT = '/card.js';
const FULL_CARD = '/full-card.js';
const STYLES = ['/assets/marks.css'] as const;

/** Origins of web pages that the user granted. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(?:https?|\*):\/\//.test(origin) || origin === '<all_urls>');
}

const file = (path: string) => path.slice(1);

/** One pattern that the browser does not take would keep the script from all sites. */
const isName = (host: string) => /^[a-z0-9.-]+$/.test(host);

async function register(): Promise<void> {
  const [matches, { offSites }] = await Promise.all([grantedOrigins(), readSettings()]);
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) return registered && browser.scripting.unregisterContentScripts({ ids: [ID] });
  const script = {
    id: ID,
    js: SCRIPTS.map(file),
    css: STYLES.map(file),
    matches,
    excludeMatches: offSites.filter(isName).map((host) => `*://${host}/*`),
    runAt: 'document_end' as const,
    allFrames: false,
    persistAcrossSessions: true,
  };
  // Changed in place: a page that loads between an end and a new start would be left without.
  await (registered
    ? browser.scripting.updateContentScripts([script])
    : browser.scripting.registerContentScripts([script]));
}

let registering: Promise<void> = Promise.resolve();

/** Brings the registration in line with what is granted; calls never overlap. */
export function registerPageScript(): Promise<void> {
  registering = registering.catch(() => undefined).then(register);
  return registering;
}

/**
 * Runs the script in one tab now, by whatever permission there is: a granted site, or the click on
 * our button. False where the browser does not let us.
 */
export async function annotateTab(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.insertCSS({ target: { tabId }, files: [...STYLES] });
    await browser.scripting.executeScript({ target: { tabId }, files: [...SCRIPTS] });
    return true;
  } catch {
    return false;
  }
}

/**
 * Injects the card script into a tab's top frame. Where the browser refuses, marks have no cards.
 */
export const injectCardScript = (tabId: number): Promise<void> => inject(tabId, CARD_SCRIPT);
/** The same with what draws full cards. */
export const injectFullCard = (tabId: number): Promise<void> => inject(tabId, FULL_CARD);

async function inject(tabId: number, script: typeof CARD_SCRIPT | typeof FULL_CARD): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [script] });
  } catch {
    // The tab went elsewhere meanwhile.
  }
}

/**
 * Runs the script in all open tabs of these origins, but for those where it answers: loaded since
 * it was registered.
 */
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
