/**
 * Signals to all contexts of the extension that lists changed. The signal is a write to
 * `storage.local`, since that wakes a sleeping background. Only a time is written: in Firefox a
 * page that took over its process can read that storage
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1724754), and the id of a private list would give
 * the list away.
 */
import { browser } from 'wxt/browser';
import { BUILT_IN } from '../../knowledge/model/ids.ts';

const KEYS = { subscriptions: 'subscriptionsChanged', entries: 'listsChanged', builtIn: 'builtInChanged' } as const;
type Changed = keyof typeof KEYS;

/**
 * `entries`: another version of a subscribed list, or another choice of lists, is in use.
 * `builtIn`: another version of the built-in list is in use. The log of the update is already
 * written.
 */
export async function announce(what: Changed): Promise<void> {
  await browser.storage.local.set({ [KEYS[what]]: Date.now() });
}

/** Call after these lists were written. */
export async function announceLists(lists: readonly string[]): Promise<void> {
  if (lists.includes(BUILT_IN)) await announce('builtIn');
  if (lists.some((list) => list !== BUILT_IN)) await announce('entries');
}

/** Calls back on each signal, from whatever context. Returns a function to stop. */
export function onLists(call: (what: Changed) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local') return;
    for (const what of ['subscriptions', 'entries', 'builtIn'] as const) if (KEYS[what] in changes) call(what);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
