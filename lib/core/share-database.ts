/**
 * Shares our databases with other contexts of the extension, of other versions too: closes on
 * `versionchange`; rejects after a timeout if another context blocks the upgrade.
 */
import type Dexie from 'dexie';

/** Milliseconds after which opening fails if another context blocks it. */
const MAX_WAIT_MS = 1000;

/** Dexie counts versions in tenths. */
async function isStillOlder({ name, verno }: Dexie): Promise<boolean> {
  const found = (await indexedDB.databases()).find((one) => one.name === name);
  return found?.version !== undefined && found.version < Math.round(verno * 10);
}

export function shareDatabase(base: Dexie): void {
  // The event says that another context has a newer version and waits for this one to close, or
  // that the database is being deleted (https://w3c.github.io/IndexedDB/#events). The next use
  // opens the database again.
  base.on('versionchange', () => base.close({ disableAutoOpen: false }));
  // A context of an older version may keep the database open. Closing makes each use fail at once
  // instead of waiting for ever.
  const giveUp = () => {
    if (!base.isOpen()) base.close();
  };
  base.on('blocked', () => void setTimeout(giveUp, MAX_WAIT_MS));
  // Only the first waiting context gets the `blocked` event. The others notice that the version
  // does not rise.
  const open = base.open.bind(base);
  base.open = () => {
    setTimeout(() => {
      if (!base.isOpen()) void isStillOlder(base).then((older) => older && giveUp());
    }, MAX_WAIT_MS);
    return open();
  };
}
