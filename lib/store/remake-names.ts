/** The names of a list in use; made anew from its entries where another version of the extension wrote them. */
import { hanReady } from '../match/han.ts';
import type { Base, StoredList } from './db.ts';
import { namesOf } from './lists.ts';
import { NamesBuilder, type ListNames } from './names.ts';
import { readEntries } from './records.ts';

/** Entries read at a time. */
const A_FEW = 2000;

export async function haveNames(base: Base, { id, generation, topics, countries }: StoredList): Promise<ListNames> {
  const held = await namesOf(base, id, generation);
  if (held) return held;
  await hanReady();
  const builder = new NamesBuilder(id, null);
  const ids = (await base.digests.get([id, generation]))?.parts.entries.ids ?? [];
  for (let k = 0; k < ids.length; k += A_FEW) for (const entry of await readEntries(base, id, ids.slice(k, k + A_FEW), generation)) builder.add(entry, false);
  const names = builder.finish({ topics, countries });
  await base.names.put({ list: id, generation, names });
  return names;
}
