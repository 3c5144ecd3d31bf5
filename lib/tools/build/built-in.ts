/**
 * Reads the built-in list from its YAML files. Every user has its entries, so other lists may refer
 * to them.
 */
import type { Entry, KnowledgeList } from '../../knowledge/model/schema.ts';
import { sortRecords } from '../../formats/channel/list-update.ts';
import { loadList } from './load-list.ts';

/** Path of the list's folder, with a slash at its end. */
export const BUILT_IN_FOLDER = new URL('../../knowledge/list/', import.meta.url).pathname;

let read: ReturnType<typeof loadList> | null = null;
let byId: ReadonlyMap<string, Entry> | null = null;

/**
 * The list, or the problems in its files. Reading takes seconds, so it happens once in a process,
 * on first use.
 */
export const readBuiltIn = () => (read ??= loadList(BUILT_IN_FOLDER));

/** The list. Throws with the problems and their places if it cannot be read. */
export function builtInList({ list, problems } = readBuiltIn()): KnowledgeList {
  // In the order in which the database returns its records, so that names compiled from there equal
  // those of the package letter for letter.
  if (list) return sortRecords(list);
  const lines = problems.map(({ file, message }) => `${file}: ${message}`);
  throw new Error(['the built-in list cannot be read', ...lines].join('\n'));
}

/** The entries by id; none if the list cannot be read. */
export const builtInEntries = (): ReadonlyMap<string, Entry> =>
  (byId ??= new Map(readBuiltIn().list?.entries.map((entry) => [entry.id, entry])));
