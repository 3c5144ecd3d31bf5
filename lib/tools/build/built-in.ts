/**
 * The built-in list where it is written, and its entries, which every reader has: lists of others
 * may refer to them.
 */
import type { Entry, KnowledgeList } from '../../knowledge/model/schema.ts';
import { inOrder } from '../../formats/channel/list-update.ts';
import { loadList } from './load-list.ts';

export const BUILT_IN_FOLDER = new URL('../../knowledge/list/', import.meta.url).pathname;

let read: ReturnType<typeof loadList> | null = null;
let byId: ReadonlyMap<string, Entry> | null = null;

/**
 * The list, or what is wrong with its files. Reading it takes seconds: once a process, when
 * somebody asks.
 */
export const readBuiltIn = () => (read ??= loadList(BUILT_IN_FOLDER));

/** The list as it was read; an error that says what is wrong, and where, if it could not be. */
export function builtInList({ list, problems } = readBuiltIn()): KnowledgeList {
  // In the order in which the database gives its records back, so that names compiled from there
  // are those of the package letter for letter.
  if (list) return inOrder(list);
  const lines = problems.map(({ file, message }) => `${file}: ${message}`);
  throw new Error(['the built-in list cannot be read', ...lines].join('\n'));
}

/** By id; none where the list cannot be read. */
export const builtInEntries = (): ReadonlyMap<string, Entry> =>
  (byId ??= new Map(readBuiltIn().list?.entries.map((entry) => [entry.id, entry])));
