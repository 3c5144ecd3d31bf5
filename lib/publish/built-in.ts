/** The built-in list where it is written, and its entries, which every reader has: lists of others may refer to them. */
import type { Entry } from '../knowledge/schema.ts';
import { loadList } from './load-list.ts';

export const BUILT_IN_FOLDER = new URL('../knowledge/list/', import.meta.url).pathname;

let read: ReadonlyMap<string, Entry> | null = null;

/** By id. Reading them takes seconds: whoever may not need them asks when they do. */
export function builtInEntries(): ReadonlyMap<string, Entry> {
  read ??= new Map(loadList(BUILT_IN_FOLDER).list?.entries.map((entry) => [entry.id, entry]));
  return read;
}
