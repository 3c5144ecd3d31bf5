/** Drives the extension's own pages in tabs, and asks the background what pages would ask. */
import type { Browser, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { PageMentions } from '../../messaging/protocol.ts';
import { inFirefoxWindow, type Launched } from './launch.ts';
import { callText, inPage } from './in-page.ts';
import { pause, until } from './wait.ts';

/** The used part of the extension's interface; it exists in its pages only. */
declare const browser: {
  tabs: {
    query(wanted: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tab: number, message: object, options: { frameId: number }): Promise<unknown>;
  };
  runtime: { sendMessage(message: object): Promise<unknown> };
  action: { getBadgeText(of: { tabId: number | undefined }): Promise<string> };
};

/** Opens a page of the extension in a tab. `path` starts with a slash. */
export async function openExtensionPage({ browser, origin }: Launched, path: string): Promise<Page> {
  if (origin.startsWith('chrome-extension:')) {
    const page = await browser.newPage();
    await page.goto(`${origin}${path}`);
    return page;
  }
  // The driver sometimes never reaches a tab; then we open another.
  for (let tries = 0; tries < 3; tries++) {
    const page = await openInFirefox(browser, `${origin}${path}`);
    if (page) return page;
    await inFirefoxWindow(browser, 'gBrowser.removeCurrentTab(); undefined');
  }
  throw new Error(`${path} did not open`);
}

/** Waits for a loaded tab whose address starts so. A tab that is navigating may not answer. */
export function loadedTab(
  browser: Browser,
  start: string,
  { limit, except = new Set() }: { limit: number; except?: ReadonlySet<Page> },
): Promise<Page | null> {
  const isThere = (page: Page) =>
    Promise.race([
      inPage(page, (place) => location.href.startsWith(place) && document.readyState === 'complete', start).catch(
        () => false,
      ),
      pause(2_000).then(() => false),
    ]);
  const find = async () => {
    for (const page of await browser.pages()) if (!except.has(page) && (await isThere(page))) return page;
    return null;
  };
  return until(find, Boolean, limit);
}

/** Milliseconds after which the driver does not reach a tab any more. */
const REACHED_MS = 12_000;

async function openInFirefox(browser: Browser, url: string): Promise<Page | null> {
  const except = new Set(await browser.pages());
  await inFirefoxWindow(
    browser,
    `gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }); undefined`,
  );
  return loadedTab(browser, url.replace(/[?#].*/, ''), { limit: REACHED_MS, except });
}

const pages = new WeakMap<Browser, Promise<Page>>();

/**
 * Runs a function in the welcome page, where `browser` is the extension's. The page stays open in a
 * tab of its own.
 */
export async function inExtension<A extends unknown[], R>(
  launched: Launched,
  run: (...args: A) => R,
  ...args: A
): Promise<unknown> {
  let opening = pages.get(launched.browser);
  // The tab closes when the extension is disabled, and not every driver reports it.
  if (!opening || !(await opening.then((page) => page.evaluate('true')).catch(() => false))) {
    opening = openExtensionPage(launched, '/welcome.html');
    pages.set(launched.browser, opening);
  }
  const page = await opening;
  // In Chrome the same interface is called `chrome`.
  return page.evaluate(`globalThis.browser ??= globalThis.chrome; ${callText(run, args)}`);
}

/**
 * The marked mentions on the page at `url`, from its page script; null if the script does not
 * answer.
 */
export async function mentionsAt(launched: Launched, url: string): Promise<PageMentions | null> {
  const answer = await inExtension(
    launched,
    async (wanted) => {
      const tab = (await browser.tabs.query({})).find((one) => one.url === wanted);
      return tab?.id === undefined ? null : browser.tabs.sendMessage(tab.id, { type: 'mentions' }, { frameId: 0 });
    },
    url,
  );
  return v.parse(v.nullable(PageMentions), answer);
}

/**
 * All mentions on the page at `url`, private ones included, as the background sends them to the
 * popup; null if there are no private names.
 */
export async function allMentionsAt(launched: Launched, url: string): Promise<PageMentions | null> {
  const answer = await inExtension(
    launched,
    async (wanted) => {
      const tab = (await browser.tabs.query({})).find((one) => one.url === wanted);
      return tab?.id === undefined ? null : browser.runtime.sendMessage({ type: 'all-mentions', tab: tab.id });
    },
    url,
  );
  return v.parse(v.nullable(PageMentions), answer);
}

/** The text on the extension's button for the page at `url`. */
export async function badgeAt(launched: Launched, url: string): Promise<string> {
  const answer = await inExtension(
    launched,
    async (wanted) => {
      const tab = (await browser.tabs.query({})).find((one) => one.url === wanted);
      return browser.action.getBadgeText({ tabId: tab?.id });
    },
    url,
  );
  return v.parse(v.string(), answer);
}
