/**
 * Word to all contexts of the extension that other changes are to be shown. Nothing but a time is
 * written to `storage.local`, which scripts in pages of Firefox can read.
 */
import { browser } from 'wxt/browser';

const KEY = 'followsChanged';

export const announceChanges = (): Promise<void> => browser.storage.local.set({ [KEY]: Date.now() });

export function onFollowChanges(call: () => void): void {
  browser.storage.onChanged.addListener((changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) call();
  });
}
