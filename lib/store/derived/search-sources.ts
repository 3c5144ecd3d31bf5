/** The fields of the lists that search reads. */
import type { SearchText } from '../../search/search-text.ts';
import type { StoredList } from '../db.ts';

/** The search texts of the lists in use, in the user's order, and their titles by id. */
export interface Searched {
  texts: SearchText[];
  titles: ReadonlyMap<string, string>;
}

export const titlesOf = (headers: readonly Pick<StoredList, 'id' | 'title'>[]): Searched['titles'] =>
  new Map(headers.map(({ id, title }) => [id, title]));
