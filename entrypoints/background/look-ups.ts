/** Looking something up from elsewhere: the selection's menu and the address bar. */
import { browser } from 'wxt/browser';
import { localeOf } from '../../lib/i18n/translate.ts';
import { newTermUrl, searchUrl } from '../../lib/messaging/pages.ts';
import { texts } from '../../lib/messaging/texts.ts';
import { addSubscribeMenu } from '../../lib/sync/adapters/subscribe-menu-adapter.ts';

const LOOK_UP = 'look-up';
const ADD_TERM = 'add-term';

export function addMenus(): void {
  void browser.contextMenus.removeAll().then(async () => {
    const t = await texts(localeOf('browser', browser.i18n.getUILanguage()));
    browser.contextMenus.create({ id: LOOK_UP, contexts: ['selection'], title: t('menu_look_up', '%s') });
    browser.contextMenus.create({ id: ADD_TERM, contexts: ['selection'], title: t('menu_add_term', '%s') });
    addSubscribeMenu(t);
  });
}

export function registerLookUps(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (!selectionText) return;
    if (menuItemId === LOOK_UP) void browser.tabs.create({ url: searchUrl(selectionText.slice(0, 200)) });
    // In a tab of ours, never in the page: what the reader writes there is not the page's to read.
    if (menuItemId === ADD_TERM) void browser.tabs.create({ url: newTermUrl(selectionText.trim().slice(0, 160), tab?.id ?? null), ...(tab?.id !== undefined && { openerTabId: tab.id }) });
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = text.startsWith('moz-extension:') || text.startsWith('chrome-extension:') ? text : searchUrl(text);
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
