/**
 * The built-in list as it comes with the extension: stored on install and update, and again by
 * itself when the browser has wiped the database. This needs no network.
 */
import * as v from 'valibot';
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import { KnowledgeList } from '../../knowledge/model/schema.ts';
import type { Base, StoredList } from '../db.ts';
import { sweep, switchTo } from './write-list.ts';
import { isWhole, readList, wholeHeader, type ListInBase } from './read-records.ts';
import { stageStore } from './stage-store.ts';
import { Stager } from './stager.ts';

/** In two parts: Mozilla's check of packages reads no file of more than 5 MB. */
const FILES = ['/list.json', '/entries.json'];

/** The list document as shipped. `load` fetches a file of the extension. */
export async function shippedList(load: (path: string) => Promise<Response>): Promise<KnowledgeList> {
  const parts = await Promise.all(FILES.map(async (file) => (await load(file)).json() as Promise<object>));
  return v.parse(KnowledgeList, Object.assign({}, ...parts));
}

/**
 * Puts `list` in the place of what stood under its id: the new generation whole, then the switch.
 * `anew`: write every record, whatever is there.
 */
export async function replaceList(base: Base, list: KnowledgeList, anew = false): Promise<void> {
  const stager = await Stager.begin(stageStore(base), list.id, anew);
  await stager.add(list);
  await stager.finish(list);
  if (!(await switchTo(base, list.id, null))) throw new Error(`the list ${list.id} was changed by another context`);
  await sweep(base, list.id);
}

/** Lower than every version: a list that is there and whole stays, whichever it is. */
export const ANY_VERSION = 0;

/**
 * True if the built-in list had to be stored: it was missing, incomplete or older than `version`,
 * that of the package. A newer one came by the channel, or with a later package, and stays.
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

/** Stores the built-in list where a record of it cannot be read, and returns it. */
export async function mended(base: Base, load: (path: string) => Promise<Response>): Promise<ListInBase | null> {
  return aloneWithBuiltIn(async () => {
    const found = await readList(base, BUILT_IN);
    if (found && isWhole(found)) return found;
    await replaceList(base, await shippedList(load), true);
    return readList(base, BUILT_IN);
  });
}

/**
 * Runs `work` while no other context writes the built-in list. At install the background and the
 * first page both find none, and an update may come in meanwhile: two that write at once would undo
 * each other's rows.
 */
export function aloneWithBuiltIn<T>(work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  return locks ? Promise.resolve(locks.request('tradegloss-built-in', work)) : work();
}
