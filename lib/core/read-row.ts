/**
 * Reading from IndexedDB with what the browser has of its own, for code that must not wait for a
 * library.
 */

export const answerTo = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the database does not answer')));
  });

/**
 * `whereNone`: there is no such database. It is not made: who knows what belongs into it does that.
 */
export async function within<T>(name: string, whereNone: T, work: (db: IDBDatabase) => Promise<T>): Promise<T> {
  const request = indexedDB.open(name);
  let isThere = true;
  request.addEventListener('upgradeneeded', () => {
    isThere = false;
    request.transaction?.abort();
  });
  const db = await answerTo(request).catch((error: unknown) => {
    if (isThere) throw error;
    return null;
  });
  if (!db) return whereNone;
  db.addEventListener('versionchange', () => db.close());
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** A row of a table; null where it, or its database, is not there. */
export const readRow = (database: string, table: string, key: IDBValidKey): Promise<unknown> =>
  within<unknown>(database, null, async (db) =>
    answerTo(db.transaction(table).objectStore(table).get(key) as IDBRequest<unknown>).then((row) => row ?? null),
  );
