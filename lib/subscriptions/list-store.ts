/**
 * The database as an update uses it. Each function is one step, so that tests can interrupt an
 * update between any two steps.
 */
import type { Entry } from '../knowledge/model/schema.ts';
import type { Base, StoredChanges, StoredList } from '../store/db.ts';
import { dropStaging, removeList, deleteUnusedRows, switchTo } from '../store/lists/write-list.ts';
import { readEntries, readEntriesAt, readLaw, readList, type Records } from '../store/lists/read-records.ts';
import { BUILT_IN } from '../knowledge/model/ids.ts';
import { stageStore, type StageStore } from '../store/lists/stage-store.ts';
import { parseState, type CheckState } from './subscription.ts';

/** The lists in the database, with the state of their checks. */
export interface ListStore extends StageStore {
  switchTo(list: string, changes: StoredChanges | null): Promise<boolean>;
  sweep(list: string): Promise<void>;
  drop(list: string): Promise<void>;
  remove(list: string): Promise<void>;
  state(list: string): Promise<CheckState>;
  setState(list: string, state: CheckState): Promise<void>;
  /** The staged version of a list that waits for its switch; null if there is none. */
  waiting(list: string): Promise<StoredList | null>;
  /** Entries of one generation: the one in use, or the one staged to follow it. */
  entries(list: string, generation: number, ids: readonly string[]): Promise<Entry[]>;
  /** The same for entries given by digests of their ids. */
  entriesAt(list: string, generation: number, digests: readonly number[]): Promise<Entry[]>;
  law(list: string, generation: number): Promise<Pick<Records, 'controls' | 'acts'>>;
  /** The header and all records of the list in use; null if there is none. */
  whole(list: string): Promise<{ header: StoredList; records: Records } | null>;
  /** Entries of the built-in list, for the names that other lists refer to. */
  builtInEntries(): Promise<Entry[]>;
}

export const listStore = (base: Base): ListStore => ({
  ...stageStore(base),
  switchTo: (list, changes) => switchTo(base, list, changes),
  sweep: (list) => deleteUnusedRows(base, list),
  drop: (list) => dropStaging(base, list),
  remove: (list) => removeList(base, list),
  state: async (list) => parseState((await base.states.get(list))?.state),
  setState: async (list, state) => {
    await base.states.put({ list, state });
  },
  waiting: async (list) => (await base.updates.get(list))?.header ?? null,
  entries: (list, generation, ids) => readEntries(base, list, ids, generation),
  entriesAt: (list, generation, digests) => readEntriesAt(base, list, digests, generation),
  law: (list, generation) => readLaw(base, list, generation),
  whole: (list) => readList(base, list),
  builtInEntries: async () => (await readList(base, BUILT_IN))?.records.entries ?? [],
});
