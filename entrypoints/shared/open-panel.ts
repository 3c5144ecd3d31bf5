/**
 * Opens the side panel, in whatever way this browser has one; on a phone, which has none, as a page
 * on the tab in front. Call it straight in a click.
 */
import { browser } from 'wxt/browser';
import { panelUrl } from '../../lib/messaging/pages.ts';
import { activeTab, type Tab } from './page-of-tab.ts';

/** Firefox's own; the types of the other browser do not know it. */
type WithSidebar = { sidebarAction?: { open(): Promise<void> } };
const withSidebar: WithSidebar = browser as object;

/** `known`: the tab in front, if the browser has reported it already; a click can come before. */
export async function openPanel(known: Tab | null): Promise<void> {
  if (withSidebar.sidebarAction) return withSidebar.sidebarAction.open();
  const tab = known ?? (await activeTab());
  if (!tab) return;
  if (!import.meta.env.FIREFOX && typeof chrome !== 'undefined' && chrome.sidePanel)
    return chrome.sidePanel.open({ tabId: tab.id });
  await browser.tabs.create({ url: panelUrl(tab.id) });
}
