/**
 * How our databases share with other contexts of the extension, of other versions too: let go when
 * asked, give up when nobody lets go.
 */
import type Dexie from 'dexie';

/** Milliseconds; then whoever waits for the database is told that it can't be used now. */
const PATIENCE = 1000;

/** Dexie counts versions in tenths. */
async function isStillOlder({ name, verno }: Dexie): Promise<boolean> {
  const found = (await indexedDB.databases()).find((one) => one.name === name);
  return found?.version !== undefined && found.version < Math.round(verno * 10);
}

export function shareDatabase(base: Dexie): void {
  // A newer version in another context waits for this one to let go, or the browser wipes it: it is
  // opened again when it is used next.
  base.on('versionchange', () => base.close({ disableAutoOpen: false }));
  // An older one holds it and does not: closed, each use of it fails at once instead of waiting for
  // ever.
  const giveUp = () => {
    if (!base.isOpen()) base.close();
  };
  base.on('blocked', () => void setTimeout(giveUp, PATIENCE));
  // Only the first of our contexts is told so: the others wait behind its request, and see that the
  // database stays as old as it was.
  const open = base.open.bind(base);
  base.open = () => {
    setTimeout(() => {
      if (!base.isOpen()) void isStillOlder(base).then((older) => older && giveUp());
    }, PATIENCE);
    return open();
  };
}
