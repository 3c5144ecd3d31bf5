/** Tells the page scripts in all tabs to request names or settings again. */
import { browser } from 'wxt/browser';
import type { ToPage } from '../../lib/messaging/to-page.ts';
import { tellPage } from '../../lib/messaging/rpc.ts';

export async function tellTabs(type: Extract<ToPage['type'], 'names-changed' | 'settings-changed'>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id, discarded }) => (id === undefined || discarded ? null : tellPage(id, { type }))));
}
