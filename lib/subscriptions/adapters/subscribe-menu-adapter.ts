/** "Subscribe in Tradegloss" on links, and the page that it opens. */
import { browser } from 'wxt/browser';
import { fileUrl } from '../../messaging/pages.ts';
import type { Translate } from '../../i18n/translate.ts';

const SUBSCRIBE = 'subscribe';

/** Phones have none. */
export const hasMenus = (): boolean => 'contextMenus' in browser;

export const subscribeUrl = (link: string): string => fileUrl(`/subscribe.html#${encodeURIComponent(link)}`);

/** With the other menus: on install, after they were removed. */
export function addSubscribeMenu(t: Translate): void {
  browser.contextMenus.create({ id: SUBSCRIBE, contexts: ['link'], title: t('menu_subscribe') });
}

/** For the background, in its first turn. The page asks before anything is fetched. */
export function registerSubscribeMenu(): void {
  if (!hasMenus()) return;
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }) => {
    if (menuItemId === SUBSCRIBE && linkUrl) void browser.tabs.create({ url: subscribeUrl(linkUrl) });
  });
}
