/**
 * Opens the side panel with the API of this browser; on phones, as a page about the active tab.
 * Call this directly in a click handler:
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
 */
import { browser } from 'wxt/browser';
import { panelUrl } from '../../lib/messaging/pages.ts';
import { activeTab, type Tab } from './page-of-tab.ts';

/** Firefox's API, which the shared types lack. */
type WithSidebar = { sidebarAction?: { open(): Promise<void> } };
const withSidebar: WithSidebar = browser as object;

/** `known`: the active tab, if already known; a click may come before. */
export async function openPanel(known: Tab | null): Promise<void> {
  if (withSidebar.sidebarAction) return withSidebar.sidebarAction.open();
  const tab = known ?? (await activeTab());
  if (!tab) return;
  if (!import.meta.env.FIREFOX && typeof chrome !== 'undefined' && chrome.sidePanel)
    return chrome.sidePanel.open({ tabId: tab.id });
  await browser.tabs.create({ url: panelUrl(tab.id) });
}
