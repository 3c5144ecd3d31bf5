/**
 * The built-in list: stored on install and update, and again by itself when the browser has wiped the
 * database. The list comes with the extension, so this needs no network.
 */
import * as v from 'valibot';
import { KnowledgeList } from '../knowledge/schema.ts';
import type { Base } from './db.ts';

export const BUILT_IN = 'tradegloss';
const FILE = '/list.json';

/** The list document as shipped. `load` fetches a file of the extension. */
export async function shippedList(load: (path: string) => Promise<Response>): Promise<KnowledgeList> {
  const response = await load(FILE);
  return v.parse(KnowledgeList, await response.json());
}

/** Puts `list` in the place of what stood under its id: the new generation whole, then the switch. */
export async function replaceList(base: Base, list: KnowledgeList): Promise<void> {
  const old = await base.lists.get(list.id);
  const generation = (old?.generation ?? 0) + 1;
  const stored = <T extends { id: string }>(records: readonly T[]) => records.map((record) => ({ list: list.id, generation, id: record.id, record }));
  await base.transaction('rw', base.lists, base.entries, base.controls, base.acts, async () => {
    await base.entries.bulkPut(stored(list.entries));
    await base.controls.bulkPut(stored(list.controls));
    await base.acts.bulkPut(stored(list.acts));
    const { id, title, publisher, licence, version, updated, expires, topics, countries } = list;
    await base.lists.put({ id, title, publisher, licence, version, updated, expires, generation, size: list.entries.length, topics, countries });
    for (const table of [base.entries, base.controls, base.acts]) {
      await table.where('[list+generation+id]').between([id, 0, ''], [id, generation, ''], true, false).delete();
    }
  });
}

/** True if the built-in list had to be stored: it was missing, incomplete or of another version. */
export async function seedIfNeeded(base: Base, load: (path: string) => Promise<Response>, version: number | null): Promise<boolean> {
  const held = await base.lists.get(BUILT_IN);
  const whole = held && (version === null || held.version === version) && (await base.entries.where('[list+generation+id]').between([BUILT_IN, held.generation, ''], [BUILT_IN, held.generation, '\uffff']).count()) === held.size;
  if (whole) return false;
  await replaceList(base, await shippedList(load));
  return true;
}
