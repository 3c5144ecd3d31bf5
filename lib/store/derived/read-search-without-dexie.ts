/**
 * Reads the search texts of the lists in use with the browser's own API: Dexie is most of the code
 * that a page loads, and a page opened with a query would wait for it.
 */
import { answerTo, within } from '../../core/read-row.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import { isSearchText } from '../../search/search-text.ts';
import type { StoredList, StoredSearch } from '../db.ts';
import { titlesOf, type Searched } from './search-sources.ts';

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

/** True if the user made anything. */
export const hasOwn = (): Promise<boolean> =>
  within('tradegloss-own', false, async (base) =>
    answerTo(base.transaction('records').objectStore('records').count()).then((count) => count > 0),
  );
