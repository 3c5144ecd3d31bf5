/** The data of the lists that search needs. */
import type { SearchText } from '../../search/search-text.ts';
import type { StoredList } from '../db.ts';

/** The search texts of the lists in use in the user's order, and the titles of the lists by id. */
export interface SearchSources {
  texts: SearchText[];
  titles: ReadonlyMap<string, string>;
}

export const titlesOf = (headers: readonly Pick<StoredList, 'id' | 'title'>[]): SearchSources['titles'] =>
  new Map(headers.map(({ id, title }) => [id, title]));
