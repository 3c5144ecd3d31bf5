/** Reads a list from the database of a running extension with the browser's own API. */
import * as v from 'valibot';
import { digestOfText } from '../../lib/core/digest.ts';
import { inExtension } from '../../lib/tools/browser/extension.ts';
import type { TestUser } from './test-user.ts';

const Stored = v.nullable(
  v.object({
    version: v.number(),
    size: v.number(),
    /** The index: digests of ids, and their packs. */
    index: v.array(v.tuple([v.number(), v.number()])),
    packs: v.array(v.tuple([v.number(), v.array(v.object({ id: v.string(), note: v.optional(v.string()) }))])),
  }),
);

export interface StoredEntries {
  version: number;
  /** The number of entries in its header. */
  size: number;
  /** The entries that can be read. */
  entries: { id: string; note?: string | undefined }[];
}

/** Null if the list does not exist. */
export async function storedEntries({ launched }: TestUser, list: string): Promise<StoredEntries | null> {
  const found = await inExtension(
    launched,
    async (id) => {
      const open = indexedDB.open('tradegloss');
      await new Promise((resolve, reject) => {
        open.addEventListener('success', resolve);
        open.addEventListener('error', () => reject(open.error ?? new Error('no database')));
      });
      const reading = open.result.transaction(['lists', 'indexes', 'packs']);
      const all = (store: string) => reading.objectStore(store).getAll(IDBKeyRange.bound([id], [id, []]));
      const header = reading.objectStore('lists').get(id);
      const [indexes, packs] = [all('indexes'), all('packs')];
      await new Promise((resolve) => reading.addEventListener('complete', resolve));
      open.result.close();
      const inUse = header.result as { version: number; size: number; generation: number } | undefined;
      if (!inUse) return null;
      type Row = { generation: number; part: string; ids: Float64Array; packs: Uint32Array };
      const recordsIn = (text: string) => {
        try {
          return (JSON.parse(text) as { id: string; note?: string }[]).map((one) => ({ id: one.id, note: one.note }));
        } catch {
          return [];
        }
      };
      return {
        version: inUse.version,
        size: inUse.size,
        index: (indexes.result as Row[])
          .filter(({ generation, part }) => generation === inUse.generation && part === 'entries')
          .flatMap((row) => [...row.ids].map((digest, k) => [digest, row.packs[k]])),
        packs: (packs.result as { n: number; text: string }[]).map(({ n, text }) => [n, recordsIn(text)]),
      };
    },
    list,
  );
  const stored = v.parse(Stored, found);
  if (!stored) return null;
  const { version, size, index, packs } = stored;
  const packOf = new Map(index);
  const entries = packs.flatMap(([n, records]) => records.filter(({ id }) => packOf.get(digestOfText(id)) === n));
  return { version, size, entries };
}
