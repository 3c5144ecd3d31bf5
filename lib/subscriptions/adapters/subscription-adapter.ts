/** Subscriptions in `storage.local`, and word to all contexts of the extension that lists changed. */
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { Subscriptions, type SubscriptionStore } from '../subscription.ts';

const KEY = 'lists';
const CHANGED = 'listsChanged';

const parse = (stored: unknown): Subscriptions => {
  const result = v.safeParse(Subscriptions, stored ?? {});
  return result.success ? result.output : { subscriptions: [], order: [] };
};

async function read(): Promise<Subscriptions> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return parse(stored);
}

export const subscriptionStore: SubscriptionStore = {
  read,
  async change(change) {
    return await navigator.locks.request('tradegloss-subscriptions', async () => {
      const changed = change(await read());
      await browser.storage.local.set({ [KEY]: changed });
      return changed;
    });
  },
};

/** Runs `work` while no other context of the extension is at lists. */
export async function alone<T>(work: () => Promise<T>, wait: boolean): Promise<T | null> {
  return await navigator.locks.request('tradegloss-lists', { ifAvailable: !wait }, (lock) => (lock ? work() : null));
}

/** Tells all contexts, scripts in pages too, that entries in use are others than before. */
export async function announceLists(): Promise<void> {
  await browser.storage.local.set({ [CHANGED]: Date.now() });
}

/** Calls back when subscriptions or the entries in use changed. Returns a way to stop. */
export function onLists(call: (what: 'subscriptions' | 'entries') => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local') return;
    if (KEY in changes) call('subscriptions');
    if (CHANGED in changes) call('entries');
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
