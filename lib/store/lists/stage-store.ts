/**
 * The database operations that staging needs, one step a call, so that tests can stop after each.
 */
import type { SearchText } from '../../search/search-text.ts';
import type { Base, PartName, StoredList } from '../db.ts';
import type { ListNames } from '../derived/list-names.ts';
import type { Pack } from './packs.ts';
import { readIds } from './read-records.ts';
import {
  beginStaging,
  finishStaging,
  indexesOf,
  namesOf,
  searchTextIn,
  stage,
  stageDerived,
  stageIndexes,
  type Derived,
  type Indexes,
} from './write-list.ts';

/**
 * Stores a new generation of a list beside the one in use. All methods reject if the database
 * fails.
 */
export interface StageStore {
  header(list: string): Promise<StoredList | undefined>;
  /** The indexes of a generation; empty if it does not exist. */
  indexes(list: string, generation: number): Promise<Indexes>;
  /** The ids that have these digests. */
  ids(list: string, generation: number, part: PartName, digests: readonly number[]): Promise<string[]>;
  names(list: string, generation: number): Promise<ListNames | null>;
  begin(list: string): Promise<void>;
  stage(list: string, packs: readonly Pack[]): Promise<void>;
  search(list: string, generation: number): Promise<SearchText | null>;
  stageIndexes(list: string, generation: number, indexes: Indexes): Promise<void>;
  stageDerived(list: string, generation: number, derived: Partial<Derived>): Promise<void>;
  finish(header: StoredList): Promise<void>;
}

export const stageStore = (base: Base): StageStore => ({
  header: (list) => base.lists.get(list),
  indexes: (list, generation) => indexesOf(base, list, generation),
  ids: (list, generation, part, digests) => readIds(base, list, generation, part, digests),
  names: (list, generation) => namesOf(base, list, generation),
  begin: (list) => beginStaging(base, list),
  stage: (list, packs) => stage(base, list, packs),
  search: (list, generation) => searchTextIn(base, list, generation),
  stageIndexes: (list, generation, indexes) => stageIndexes(base, list, generation, indexes),
  stageDerived: (list, generation, derived) => stageDerived(base, list, generation, derived),
  finish: (header) => finishStaging(base, header),
});
