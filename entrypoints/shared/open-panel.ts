/** Opens the side panel, in whatever way this browser has one. Call it straight in a click. */
import { browser } from 'wxt/browser';
import type { Tab } from './page-of-tab.ts';

/** Firefox's own; the types of the other browser do not know it. */
type WithSidebar = { sidebarAction?: { open(): Promise<void> } };
const withSidebar: WithSidebar = browser as object;

export async function openPanel(tab: Tab): Promise<void> {
  if (typeof chrome !== 'undefined' && chrome.sidePanel) await chrome.sidePanel.open({ tabId: tab.id });
  else await withSidebar.sidebarAction?.open();
}
