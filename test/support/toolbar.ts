/**
 * Does what a user does in the browser itself: commands, the address bar, the menu of a selection
 * or a link, and the tabs that these open.
 */
import type { Page } from 'puppeteer-core';
import { inExtension, loadedTab, openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inFirefoxWindow, type Launched } from '../../lib/tools/browser/launch.ts';
import { until } from '../../lib/tools/browser/wait.ts';

/** Stands in the extension's pages only. */
declare const browser: { runtime: { getBackgroundPage(): Promise<unknown> } };

const isFirefox = ({ browser }: Launched) => 'connection' in browser;
const extensionOf = ({ extensionId }: Launched) =>
  `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent.GlobalManager.getExtension(${JSON.stringify(extensionId)})`;

/** Runs in Chromium's worker, which can dispatch the browser's events. */
export async function inWorker({ browser, origin }: Launched, expression: string): Promise<unknown> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(origin));
  const worker = await target.worker();
  if (!worker) throw new Error('no worker');
  return worker.evaluate(expression);
}

export async function command(
  launched: Launched,
  page: Page,
  name: 'next-mention' | 'previous-mention',
): Promise<void> {
  await page.bringToFront();
  if (!isFirefox(launched))
    return void (await inWorker(launched, `chrome.commands.onCommand.dispatch(${JSON.stringify(name)})`));
  // Uses the shortcuts of the manifest, in its order.
  await inFirefoxWindow(
    launched.browser,
    `[...document.querySelectorAll('keyset[id^="ext-keyset"] key')].at(${name === 'next-mention' ? 0 : 1}).doCommand(); undefined`,
  );
}

/** The suggestions of the address bar for words after `tg`. */
export async function typeInAddressBar(launched: Launched, words: string): Promise<string[]> {
  if (isFirefox(launched)) {
    const text = await inFirefoxWindow(
      launched.browser,
      `(async () => {
        const { ExtensionSearchHandler } = ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');
        const found = await new Promise((resolve) => void ExtensionSearchHandler.handleSearch({ keyword: 'tg', text: ${JSON.stringify(`tg ${words}`)}, inPrivateWindow: false }, resolve));
        return JSON.stringify(found.map(({ description }) => description));
      })()`,
    );
    return JSON.parse(String(text)) as string[];
  }
  const target = await launched.browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(launched.origin),
  );
  const worker = await target.worker();
  return (await worker?.evaluate(
    `new Promise((answer) => chrome.omnibox.onInputChanged.dispatch(${JSON.stringify(words)}, (found) => answer(found.map(({ description }) => description))))`,
  )) as string[];
}

/**
 * Firefox's hint in the address bar for pressing Enter on the words themselves; Chromium exposes
 * none.
 */
export const saidOfEnter = (launched: Launched): Promise<unknown> =>
  inFirefoxWindow(
    launched.browser,
    `ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs').ExtensionSearchHandler.getDescription('tg')`,
  );

export async function enterInAddressBar(launched: Launched, words: string): Promise<void> {
  if (!isFirefox(launched))
    return void (await inWorker(
      launched,
      `chrome.omnibox.onInputEntered.dispatch(${JSON.stringify(words)}, 'newForegroundTab')`,
    ));
  await typeInAddressBar(launched, words);
  await inFirefoxWindow(
    launched.browser,
    `ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs').ExtensionSearchHandler.handleInputEntered('tg', ${JSON.stringify(`tg ${words}`)}, 'tab'); undefined`,
  );
}

/** Waits for Firefox's question about a permission and answers it. */
export async function answerPermission({ browser }: Launched, allows: boolean): Promise<void> {
  const button = allows ? 'button' : 'secondaryButton';
  const answered = await until(
    () =>
      inFirefoxWindow(
        browser,
        `(() => {
          const question = document.getElementById('addon-webext-permissions-notification');
          if (PopupNotifications.panel.state !== 'open' || !question?.${button}) return false;
          question.${button}.click();
          return true;
        })()`,
      ),
    (done) => done === true,
  );
  if (answered !== true) throw new Error('Firefox asks for no permission');
}

/** Clicks an item in the menu of selected words, or of a link. */
export async function chooseInMenu(
  launched: Launched,
  page: Page,
  item: 'look-up' | 'add-term' | 'subscribe' | 'read',
  of: { selectionText: string } | { linkUrl: string },
): Promise<void> {
  await page.bringToFront();
  const info = JSON.stringify({ menuItemId: item, ...of, editable: false, modifiers: [], button: 0 });
  if (isFirefox(launched))
    await inFirefoxWindow(
      launched.browser,
      `${extensionOf(launched)}.emit('webext-menu-menuitem-click', ${info}, gBrowser.selectedTab); undefined`,
    );
  else
    await inWorker(
      launched,
      `chrome.tabs.query({ active: true }).then((tabs) => chrome.contextMenus.onClicked.dispatch(${info}, tabs.find(({ url }) => url === ${JSON.stringify(page.url())})))`,
    );
}

/**
 * Waits for a tab of the extension that something opened. Firefox's driver sometimes never reaches
 * a tab; then we open its address again.
 */
export async function openedTab(launched: Launched, path: string): Promise<Page> {
  const { browser, origin } = launched;
  const opened = await loadedTab(browser, `${origin}${path}`, { limit: 30_000 });
  if (opened) return opened;
  const address = isFirefox(launched) ? await closeTab(launched, path) : '';
  if (address === '') throw new Error(`${path} did not open`);
  return openExtensionPage(launched, address.slice(origin.length));
}

/** Closes a tab in Firefox's window, and returns its address; '' if there is no such tab. */
async function closeTab({ browser, origin }: Launched, path: string): Promise<string> {
  const address = await inFirefoxWindow(
    browser,
    `(() => {
      const isWanted = (tab) => tab.linkedBrowser.currentURI.spec.startsWith(${JSON.stringify(`${origin}${path}`)});
      const tab = gBrowser.tabs.find(isWanted);
      if (!tab) return '';
      const address = tab.linkedBrowser.currentURI.spec;
      gBrowser.removeTab(tab);
      return address;
    })()`,
  );
  return String(address);
}

/**
 * Sets the background's clock ahead by this much, until the background ends. In Firefox a page of
 * the extension can reach it, so `inExtension` runs there.
 */
export async function moveClock(launched: Launched, milliseconds: number): Promise<void> {
  if (!isFirefox(launched))
    return void (await inWorker(
      launched,
      `{ const Real = Date; globalThis.Date = class extends Real { constructor(...at) { at.length ? super(...at) : super(Real.now() + ${milliseconds}); } static now() { return Real.now() + ${milliseconds}; } }; } undefined`,
    ));
  await inExtension(
    launched,
    async (ahead) => {
      const background = (await browser.runtime.getBackgroundPage()) as unknown as { Date: DateConstructor };
      const Real = background.Date;
      background.Date = class extends Real {
        constructor(...at: [] | [number | string]) {
          super(at.length > 0 ? (at[0] as number) : Real.now() + ahead);
        }
        static override now() {
          return Real.now() + ahead;
        }
      } as DateConstructor;
    },
    milliseconds,
  );
}

/** Disables and enables the extension, as the user does on the browser's page of extensions. */
export async function switchOffAndOn(launched: Launched): Promise<void> {
  const id = JSON.stringify(launched.extensionId);
  if (isFirefox(launched)) {
    await inFirefoxWindow(
      launched.browser,
      `(async () => { const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs'); const addon = await AddonManager.getAddonByID(${id}); await addon.disable(); await addon.enable(); })()`,
    );
    return;
  }
  const extensions = await launched.browser.newPage();
  await extensions.goto('chrome://extensions/');
  for (const on of [false, true]) await extensions.evaluate(`chrome.management.setEnabled(${id}, ${on})`);
  await extensions.close();
}

/**
 * True once the background's first turn is over. If it is ended earlier, nothing wakes it, because
 * Chromium does not know its events yet.
 */
export const backgroundHasBegun = async (launched: Launched): Promise<boolean> =>
  isFirefox(launched) || (await inWorker(launched, 'chrome.alarms.onAlarm.hasListeners()')) === true;

/** Blocks Chromium's background for this many milliseconds. */
export const keepBusy = (launched: Launched, milliseconds: number): Promise<unknown> =>
  inWorker(launched, `for (const until = Date.now() + ${milliseconds}; Date.now() < until; );`);

/** Ends the background in the middle of its work, as the browser may do. */
export async function endBackground(launched: Launched): Promise<void> {
  if (isFirefox(launched))
    return void (await inFirefoxWindow(
      launched.browser,
      `${extensionOf(launched)}.terminateBackground({ disableResetIdleForTest: true })`,
    ));
  const target = launched.browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith(launched.origin));
  // A background that is starting or ending cannot be closed.
  await target
    ?.worker()
    .then((worker) => worker?.close())
    .catch(() => undefined);
}
