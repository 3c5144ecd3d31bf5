/**
 * Reads the search texts with the browser's own IndexedDB API. Dexie is most of the code that a
 * page loads, and a popup that opens with a query would wait for it (decision 6).
 */
import { resultOf, withDatabase } from '../../core/read-row.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import { isSearchText } from '../../search/search-text.ts';
import type { StoredList, StoredSearch } from '../db.ts';
import { titlesOf, type SearchSources } from './search-sources.ts';

interface ReadList {
  header: StoredList;
  row: StoredSearch | undefined;
}

/** Reads a list's header and search text in one transaction, both requests at once. */
async function readList(base: IDBDatabase, id: string): Promise<ReadList | null> {
  const reading = base.transaction(['lists', 'searches']);
  const generations = IDBKeyRange.bound([id], [id, []]);
  const [header, rows] = await Promise.all([
    resultOf(reading.objectStore('lists').get(id) as IDBRequest<StoredList | undefined>),
    resultOf(reading.objectStore('searches').getAll(generations) as IDBRequest<StoredSearch[]>),
  ]);
  return header ? { header, row: rows.find(({ generation }) => generation === header.generation) } : null;
}

/**
 * Null if a part is missing or another version of the extension wrote it. The built-in list, which
 * is always needed, is read before the order is known.
 */
export const readSearch = (order: Promise<readonly string[]>): Promise<SearchSources | null> =>
  withDatabase('tradegloss', null, async (base) => {
    const builtIn = readList(base, BUILT_IN);
    const read = async (id: string) => (id === BUILT_IN ? builtIn : readList(base, id));
    const found = (await Promise.all([builtIn, order.then((ids) => Promise.all(ids.map(read)))]))[1];
    const lists = found.filter((one) => one !== null);
    const texts = lists.map(({ row }) => row?.text).filter(isSearchText);
    if (texts.length < lists.length || !lists.some(({ header }) => header.id === BUILT_IN)) return null;
    return { texts, titles: titlesOf(lists.map(({ header }) => header)) };
  });

/** True if the user has own terms. */
export const hasOwn = (): Promise<boolean> =>
  withDatabase('tradegloss-own', false, async (base) =>
    resultOf(base.transaction('records').objectStore('records').count()).then((count) => count > 0),
  );
