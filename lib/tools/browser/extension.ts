/** The extension from inside: its own pages in tabs, and what it would answer them. */
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
  // Now and then the driver never reaches a tab: then there is another.
  for (let tries = 0; tries < 3; tries++) {
    const page = await openInFirefox(browser, `${origin}${path}`);
    if (page) return page;
    await inFirefoxWindow(browser, 'gBrowser.removeCurrentTab(); undefined');
  }
  throw new Error(`${path} did not open`);
}

async function openInFirefox(browser: Browser, url: string): Promise<Page | null> {
  const before = new Set(await browser.pages());
  await inFirefoxWindow(
    browser,
    `gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() }); undefined`,
  );
  // Another tab may be new as well, and one that is on its way somewhere need not answer.
  const isThere = (page: Page) =>
    Promise.race([
      inPage(
        page,
        (place) => location.href.startsWith(place) && document.readyState === 'complete',
        url.replace(/[?#].*/, ''),
      ).catch(() => false),
      pause(2_000).then(() => false),
    ]);
  const find = async () => {
    for (const page of await browser.pages()) if (!before.has(page) && (await isThere(page))) return page;
    return null;
  };
  return until(find, Boolean, 12_000);
}

const pages = new WeakMap<Browser, Promise<Page>>();

/**
 * Runs a function in the welcome page, opened in a tab of its own and kept there: there `browser`
 * is the extension's.
 */
export async function inExtension<A extends unknown[], R>(
  launched: Launched,
  run: (...args: A) => R,
  ...args: A
): Promise<unknown> {
  let opening = pages.get(launched.browser);
  // It leaves with the extension where that is switched off, and not every driver gets the event.
  if (!opening || !(await opening.then((page) => page.evaluate('true')).catch(() => false))) {
    opening = openExtensionPage(launched, '/welcome.html');
    pages.set(launched.browser, opening);
  }
  const page = await opening;
  // Chrome has the same interface under its own name.
  return page.evaluate(`globalThis.browser ??= globalThis.chrome; ${callText(run, args)}`);
}

/** The marked mentions on the page at `url`, as its script tells them; null where none answers. */
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
 * All mentions on the page at `url`, the private ones among them, as the popup asks the background
 * for them; null where there are no private names.
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
