/** Names of subscribed lists for tabs, and word to tabs and to this context when lists changed. */
import { browser } from 'wxt/browser';
import { askPage } from '../../lib/messaging/rpc.ts';
import type { Details, HeldLists } from '../../lib/messaging/protocol.ts';
import { onLists, subscriptionStore } from '../../lib/subscriptions/adapters/subscription-adapter.ts';
import { PageNames } from '../../lib/subscriptions/page-names.ts';
import { base, forgetLists } from '../shared/base.ts';

const names = new PageNames(base, () => subscriptionStore.read());

export const listNamesFor = (held: HeldLists): Promise<Pick<Details, 'lists' | 'found'>> => names.for(held);

/** Tabs ask for names, where theirs are others than ours. */
export async function tellTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id, discarded }) => (id === undefined || discarded ? null : askPage(id, { type: 'terms' }))),
  );
}

export function registerListNames(): void {
  onLists((what) => {
    forgetLists();
    if (what === 'entries') void tellTabs();
  });
}
