/** Closes the extension's storage to content scripts, which share their process with the page. */
import { browser } from 'wxt/browser';

/**
 * Firefox lacks this call (https://bugzilla.mozilla.org/show_bug.cgi?id=1724754). There these areas
 * hold only data that a compromised page may read.
 */
interface WithAccessLevel {
  setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
}

export function closeStorageToPages(): void {
  for (const area of [browser.storage.local, browser.storage.sync] as WithAccessLevel[])
    void area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
}
