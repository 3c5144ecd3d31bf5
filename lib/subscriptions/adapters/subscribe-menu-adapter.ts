/** The menu item "Subscribe in Tradegloss" on links, and the page that it opens. */
import { browser } from 'wxt/browser';
import { fileUrl } from '../../messaging/pages.ts';
import type { Translate } from '../../i18n/translate.ts';

const SUBSCRIBE = 'subscribe';

/** False on phones. */
export const hasMenus = (): boolean => 'contextMenus' in browser;

/** The page that previews the list behind a link. */
export const subscribeUrl = (link: string): string => fileUrl(`/subscribe.html#${encodeURIComponent(link)}`);

/** Call on install, after all menu items were removed. */
export function addSubscribeMenu(t: Translate): void {
  browser.contextMenus.create({ id: SUBSCRIBE, contexts: ['link'], title: t('menu_subscribe') });
}

/** Call in the background's first task. The page asks the user before it fetches anything. */
export function registerSubscribeMenu(): void {
  if (!hasMenus()) return;
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }) => {
    if (menuItemId === SUBSCRIBE && linkUrl) void browser.tabs.create({ url: subscribeUrl(linkUrl) });
  });
}
