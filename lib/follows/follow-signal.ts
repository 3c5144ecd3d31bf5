/**
 * Tells all contexts of the extension that the changes to show are new. Only a time is written to
 * `storage.local`, because content scripts in Firefox can read it:
 * https://bugzilla.mozilla.org/show_bug.cgi?id=1724754.
 */
import { browser } from 'wxt/browser';

const KEY = 'followsChanged';

/** Resolves when the time is stored. */
export const announceChanges = (): Promise<void> => browser.storage.local.set({ [KEY]: Date.now() });

/** Calls back whenever the changes to show are new. */
export function onFollowChanges(call: () => void): void {
  browser.storage.onChanged.addListener((changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) call();
  });
}
