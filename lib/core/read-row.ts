/** Reads IndexedDB with the browser's own API, for code that must not wait for Dexie to load. */

/** Rejects with the request's error. */
export const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the database does not answer')));
  });

/**
 * Runs `work` on a database; returns `whereNone` if it does not exist. It is not created, because
 * only its owner knows its schema.
 */
export async function withDatabase<T>(name: string, whereNone: T, work: (db: IDBDatabase) => Promise<T>): Promise<T> {
  const request = indexedDB.open(name);
  let isThere = true;
  request.addEventListener('upgradeneeded', () => {
    isThere = false;
    request.transaction?.abort();
  });
  const db = await resultOf(request).catch((error: unknown) => {
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

/** A row of a table; null if the row or the database does not exist. */
export const readRow = (database: string, table: string, key: IDBValidKey): Promise<unknown> =>
  withDatabase<unknown>(database, null, async (db) =>
    resultOf(db.transaction(table).objectStore(table).get(key) as IDBRequest<unknown>).then((row) => row ?? null),
  );
