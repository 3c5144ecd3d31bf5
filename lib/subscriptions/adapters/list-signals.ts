/**
 * Word to all contexts of the extension that lists changed. It goes through `storage.local`, since
 * that wakes a background that sleeps. Nothing but a time is written there: in Firefox a page that
 * took its process over can read that storage, and the id of a private list would tell of it.
 */
import { browser } from 'wxt/browser';
import { BUILT_IN } from '../../knowledge/model/ids.ts';

const KEYS = { subscriptions: 'subscriptionsChanged', entries: 'listsChanged', builtIn: 'builtInChanged' } as const;
type Changed = keyof typeof KEYS;

/**
 * `entries`: another version of a subscribed list is in use, or another choice of lists. `builtIn`:
 * another version of the built-in list is in use. The log of the update is written by then.
 */
export async function announce(what: Changed): Promise<void> {
  await browser.storage.local.set({ [KEYS[what]]: Date.now() });
}

/** Call after these lists were written. */
export async function announceLists(lists: readonly string[]): Promise<void> {
  if (lists.includes(BUILT_IN)) await announce('builtIn');
  if (lists.some((list) => list !== BUILT_IN)) await announce('entries');
}

/** Calls back on each change, from whatever context it was announced. Returns a way to stop. */
export function onLists(call: (what: Changed) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local') return;
    for (const what of ['subscriptions', 'entries', 'builtIn'] as const) if (KEYS[what] in changes) call(what);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
