/** Looking something up from elsewhere: the selection's menu and the address bar. */
import { browser } from 'wxt/browser';
import { createMessages, localeOf } from '../../lib/i18n/messages.ts';
import { searchUrl } from '../../lib/messaging/pages.ts';

const LOOK_UP = 'look-up';

export function addMenus(): void {
  void browser.contextMenus.removeAll().then(() => {
    browser.contextMenus.create({ id: LOOK_UP, contexts: ['selection'], title: createMessages(localeOf('browser', browser.i18n.getUILanguage()))('menu_look_up', '%s') });
  });
}

export function registerLookUps(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }) => {
    if (menuItemId === LOOK_UP && selectionText) void browser.tabs.create({ url: searchUrl(selectionText.slice(0, 200)) });
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = text.startsWith('moz-extension:') || text.startsWith('chrome-extension:') ? text : searchUrl(text);
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
