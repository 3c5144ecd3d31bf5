/**
 * Stores the built-in list that ships with the extension: on install and update, and again if the
 * browser has wiped the database. It needs no network.
 */
import * as v from 'valibot';
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import { KnowledgeList } from '../../knowledge/model/schema.ts';
import type { Base, StoredList } from '../db.ts';
import { deleteUnusedRows, switchTo } from './write-list.ts';
import { hasAllRecords, readList, wholeHeader, type ListInBase } from './read-records.ts';
import { stageStore } from './stage-store.ts';
import { Stager } from './stager.ts';

/**
 * Three files, because Mozilla's linter (https://github.com/mozilla/addons-linter) parses no file
 * above 5 MB.
 */
const FILES = ['/list.json', '/entries.json', '/more-entries.json'];

/** Reads the shipped list. `load` fetches a file of the extension. */
export async function shippedList(load: (path: string) => Promise<Response>): Promise<KnowledgeList> {
  const parts = await Promise.all(FILES.map(async (file) => (await load(file)).json() as Promise<object>));
  const {
    entries = [],
    moreEntries = [],
    ...others
  } = Object.assign({}, ...parts) as Partial<Record<string, unknown[]>>;
  return v.parse(KnowledgeList, { ...others, entries: [...entries, ...moreEntries] });
}

/**
 * Replaces the list of the same id: stages the new generation, then switches to it. `rewriteAll`:
 * write every record, even unchanged ones.
 */
export async function replaceList(base: Base, list: KnowledgeList, rewriteAll = false): Promise<void> {
  const stager = await Stager.begin(stageStore(base), list.id, rewriteAll);
  await stager.add(list);
  await stager.finish(list);
  if (!(await switchTo(base, list.id, null))) throw new Error(`the list ${list.id} was changed by another context`);
  await deleteUnusedRows(base, list.id);
}

/** Lower than every version: accept any complete list. */
export const ANY_VERSION = 0;

/**
 * Stores the built-in list if it is missing, incomplete or older than `version`, the package's.
 * Returns true if it did. A newer list, from the channel or a later package, is kept.
 */
export async function seedIfNeeded(
  base: Base,
  load: (path: string) => Promise<Response>,
  version: number,
): Promise<boolean> {
  const isGood = (header: StoredList | null) => header !== null && header.version >= version;
  if (isGood(await wholeHeader(base, BUILT_IN))) return false;
  return aloneWithBuiltIn(async () => {
    const header = await wholeHeader(base, BUILT_IN);
    if (isGood(header)) return false;
    await replaceList(base, await shippedList(load), header === null);
    return true;
  });
}

/** Stores the built-in list again if one of its records cannot be read, and returns it. */
export async function repairBuiltIn(base: Base, load: (path: string) => Promise<Response>): Promise<ListInBase | null> {
  return aloneWithBuiltIn(async () => {
    const found = await readList(base, BUILT_IN);
    if (found && hasAllRecords(found)) return found;
    await replaceList(base, await shippedList(load), true);
    return readList(base, BUILT_IN);
  });
}

/**
 * Runs `work` under a lock on the built-in list. At install both the background and the first page
 * find no list, and an update may arrive: two writers at once would delete each other's rows.
 */
export function aloneWithBuiltIn<T>(work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  return locks ? Promise.resolve(locks.request('tradegloss-built-in', work)) : work();
}
