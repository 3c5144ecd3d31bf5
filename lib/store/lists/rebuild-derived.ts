/**
 * Reads data that is derived from a list's entries, and rebuilds it if another version of the
 * extension wrote it.
 */
import { hanReady } from '../../match/text/simplify-chinese.ts';
import type { Entry } from '../../knowledge/model/schema.ts';
import { SearchTextBuilder } from '../../search/make-search-text.ts';
import type { SearchText } from '../../search/search-text.ts';
import type { Base, StoredList } from '../db.ts';
import { namesOf, searchTextIn } from './write-list.ts';
import { NamesBuilder, type ListNames } from '../derived/list-names.ts';
import { oldPart } from './old-rows.ts';
import { isPacked, packsOf, readIndex, recordsOfPacks } from './packs.ts';
import { readLaw } from './read-records.ts';

/** Packs that are read at a time. */
const PACKS_PER_READ = 64;

async function eachEntry(
  base: Base,
  { id, generation }: StoredList,
  take: (entry: Entry, unchanged: false) => void,
): Promise<void> {
  await hanReady();
  if (!(await isPacked(base, id, generation)))
    for (const entry of await oldPart(base, id, generation, 'entries')) take(entry, false);
  const index = await readIndex(base, id, generation, 'entries');
  const numbers = packsOf(index);
  for (let k = 0; k < numbers.length; k += PACKS_PER_READ)
    for (const entry of await recordsOfPacks<Entry>(base, id, index, numbers.slice(k, k + PACKS_PER_READ)))
      take(entry, false);
}

/** The names of a list, rebuilt from its entries and stored if missing or outdated. */
export async function haveNames(base: Base, header: StoredList): Promise<ListNames> {
  const { id, generation, topics, countries } = header;
  const held = await namesOf(base, id, generation);
  if (held) return held;
  const builder = new NamesBuilder(id, null);
  await eachEntry(base, header, (entry, unchanged) => builder.add(entry, unchanged));
  const names = builder.finish({ topics, countries });
  await base.names.put({ list: id, generation, names });
  return names;
}

/** The search text of a list, rebuilt from its records and stored if missing or outdated. */
export async function haveSearchText(base: Base, header: StoredList): Promise<SearchText> {
  const { id, generation } = header;
  const held = await searchTextIn(base, id, generation);
  if (held) return held;
  const builder = new SearchTextBuilder(id);
  await eachEntry(base, header, (entry, unchanged) => builder.add(entry, unchanged));
  const { controls, acts } = await readLaw(base, id, generation);
  for (const control of controls) builder.control(control);
  for (const act of acts) builder.act(act);
  const text = builder.finish();
  await base.searches.put({ list: id, generation, text });
  return text;
}
