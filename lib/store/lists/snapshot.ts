/**
 * A list read whole. A row a record is what updates need; to read a thousand rows takes three times
 * as long as to read one text and parse it, so that text is kept beside them, and made from them
 * where it is missing.
 */
import type { Base, StoredList } from '../db.ts';
import { readList, type Records } from './read-records.ts';

interface Whole {
  header: StoredList;
  records: Records;
}

/** From the text alone: null where there is none of the generation in use, or not all of it. */
export async function readCopy(base: Base, list: string): Promise<Whole | null> {
  const [header, copy] = await base.transaction('r', base.lists, base.copies, async () => {
    const found = await base.lists.get(list);
    return [found, found && (await base.copies.get([list, found.generation]))] as const;
  });
  if (!header || !copy) return null;
  const records = JSON.parse(copy.text) as Records;
  return records.entries.length === header.size ? { header, records } : null;
}

/**
 * Only while that generation is in use: what was taken away meanwhile must not come back under its
 * name.
 */
async function keepCopy(base: Base, { header: { id, generation }, records }: Whole): Promise<void> {
  const text = JSON.stringify(records);
  await base.transaction('rw', base.lists, base.copies, async () => {
    if ((await base.lists.get(id))?.generation === generation) await base.copies.put({ list: id, generation, text });
  });
}

/** All records of a list in one consistent reading: null where the list is not there. */
export async function readWhole(base: Base, list: string): Promise<Whole | null> {
  const copied = await readCopy(base, list);
  if (copied) return copied;
  const found = await readList(base, list);
  // Stored for the next caller: nobody waits for it, and where it cannot be written nothing is
  // lost.
  if (found) void keepCopy(base, found).catch(() => undefined);
  return found;
}
