/** The context menus of a selection and of a link. */
import { browser } from 'wxt/browser';
import { fileUrl, newTermUrl, popupUrl, searchUrl } from '../../lib/messaging/pages.ts';
import { speechFor } from '../../lib/messaging/texts.ts';
import { readerUrl } from '../../lib/messaging/reader-source.ts';
import { isHidden } from '../../lib/settings/policy.ts';
import { readPolicy } from '../../lib/store/settings.ts';
import { addSubscribeMenu, hasMenus } from '../../lib/subscriptions/adapters/subscribe-menu-adapter.ts';

const LOOK_UP = 'look-up';
const ADD_TERM = 'add-term';
const READ = 'read';
const MAX_QUERY_CHARS = 200;
const MAX_TERM_CHARS = 160;

/** Replaces the menus by those that the policy allows, in the browser's language. */
export function addMenus(): void {
  if (!hasMenus()) return;
  void browser.contextMenus.removeAll().then(async () => {
    const [{ t }, policy] = await Promise.all([speechFor('browser'), readPolicy()]);
    browser.contextMenus.create({ id: LOOK_UP, contexts: ['selection'], title: t('menu_look_up', '%s') });
    if (!isHidden(policy, 'own-terms'))
      browser.contextMenus.create({ id: ADD_TERM, contexts: ['selection'], title: t('menu_add_term', '%s') });
    browser.contextMenus.create({
      id: READ,
      contexts: ['link'],
      targetUrlPatterns: ['*://*/*'],
      title: t('reader_open'),
    });
    if (!isHidden(policy, 'subscribe')) addSubscribeMenu(t);
  });
}

/** Shows the search in the popup, or in a tab if the browser cannot open the popup. */
async function lookUp(words: string, tabId: number | undefined): Promise<void> {
  const tab = tabId === undefined ? {} : { tabId };
  try {
    // Synchronous, since Firefox opens the popup only while it handles the click:
    // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
    const set = browser.action.setPopup({ ...tab, popup: popupUrl(words) });
    const opened = browser.action.openPopup();
    await set;
    await opened;
  } catch {
    await browser.tabs.create({ url: searchUrl(words) });
  } finally {
    await browser.action.setPopup({ ...tab, popup: fileUrl('/popup.html') });
  }
}

/** Answers clicks on the menus. Browsers on phones have none. */
export function registerLookUps(): void {
  if (!hasMenus()) return;
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, linkUrl }, tab) => {
    // The reader asks the user before it fetches from the link's host.
    if (menuItemId === READ && linkUrl)
      void browser.tabs.create({
        url: readerUrl({ from: 'address', url: linkUrl }),
        ...(tab?.id !== undefined && { openerTabId: tab.id }),
      });
    const words = selectionText?.trim();
    if (!words) return;
    if (menuItemId === LOOK_UP) void lookUp(words.slice(0, MAX_QUERY_CHARS), tab?.id);
    // In our own tab, because the page must not read what the user writes.
    if (menuItemId === ADD_TERM)
      void browser.tabs.create({
        url: newTermUrl(words.slice(0, MAX_TERM_CHARS), tab?.id ?? null),
        ...(tab?.id !== undefined && { openerTabId: tab.id }),
      });
  });
}
