/**
 * What the lists in use are searched by, read with what the browser has of its own: the library that reads all
 * else is most of what a page loads, and who opens one with words would wait for it.
 */
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import { isSearchText } from '../../search/search-text.ts';
import type { StoredList, StoredSearch } from '../db.ts';
import { titlesOf, type Searched } from './search-sources.ts';

const answerTo = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the database does not answer')));
  });

/** `whereNone`: there is no such database. It is not made: who knows what belongs into it does that. */
async function within<T>(name: string, whereNone: T, work: (base: IDBDatabase) => Promise<T>): Promise<T> {
  const request = indexedDB.open(name);
  let isThere = true;
  request.addEventListener('upgradeneeded', () => {
    isThere = false;
    request.transaction?.abort();
  });
  const base = await answerTo(request).catch((error: unknown) => {
    if (isThere) throw error;
    return null;
  });
  if (!base) return whereNone;
  base.addEventListener('versionchange', () => base.close());
  try {
    return await work(base);
  } finally {
    base.close();
  }
}

/** Null where something of it is missing, or another version of the extension wrote it. */
export const readSearch = (order: Promise<readonly string[]>): Promise<Searched | null> =>
  within('tradegloss', null, async (base) => {
    const ids = await order;
    const reading = base.transaction(['lists', 'searches']);
    const rowOf = <T>(table: string, key: IDBValidKey) =>
      answerTo(reading.objectStore(table).get(key) as IDBRequest<T | undefined>);
    const found = await Promise.all(ids.map((id) => rowOf<StoredList>('lists', id)));
    const headers = found.filter((header) => header !== undefined);
    const rows = await Promise.all(headers.map((one) => rowOf<StoredSearch>('searches', [one.id, one.generation])));
    const texts = rows.map((row) => row?.text).filter(isSearchText);
    if (texts.length < headers.length || !headers.some(({ id }) => id === BUILT_IN)) return null;
    return { texts, titles: titlesOf(headers) };
  });

/** Whether the reader made anything. */
export const hasOwn = (): Promise<boolean> =>
  within('tradegloss-own', false, async (base) =>
    answerTo(base.transaction('records').objectStore('records').count()).then((count) => count > 0),
  );
