/**
 * Word to all contexts of the extension that lists changed. It goes through `storage.local`, since
 * that wakes a background that sleeps; nothing but a time is written there.
 */
import { browser } from 'wxt/browser';

const KEYS = { subscriptions: 'subscriptionsChanged', entries: 'listsChanged' } as const;
type Changed = keyof typeof KEYS;

/** `entries`: those in use are others than before. */
export async function announce(what: Changed): Promise<void> {
  await browser.storage.local.set({ [KEYS[what]]: Date.now() });
}

/** Calls back when subscriptions or the entries in use changed. Returns a way to stop. */
export function onLists(call: (what: Changed) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local') return;
    if (KEYS.subscriptions in changes) call('subscriptions');
    if (KEYS.entries in changes) call('entries');
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
