/** How our databases share with other contexts of the extension, of other versions too: let go when asked, give up when nobody lets go. */
import type Dexie from 'dexie';

/** Milliseconds; then whoever waits for the database is told that it can't be used now. */
const PATIENCE = 1000;

export function shareDatabase(base: Dexie): void {
  // A newer version in another context waits for this one to let go.
  base.on('versionchange', () => base.close());
  // An older one holds it and does not: closed, each use of it fails at once instead of waiting for ever.
  base.on('blocked', () => void setTimeout(() => !base.isOpen() && base.close(), PATIENCE));
}
