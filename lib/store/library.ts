/**
 * Loads the lists from IndexedDB in the form that the rules of status need. Each list is a base of
 * its own: statements of one list about a measure never change those of another.
 */
import { indexKnowledge, type Knowledge } from '../knowledge/model/knowledge-index.ts';
import type { Act, Entry } from '../knowledge/model/schema.ts';
import { phrasesIn, type Base, type StoredList } from './db.ts';
import { hasAllRecords, readEntries, readLaw, readList, type Records } from './lists/read-records.ts';
import { BUILT_IN } from '../knowledge/model/ids.ts';
import { searchTextOf } from '../search/make-search-text.ts';
import { haveSearchText } from './lists/rebuild-derived.ts';
import { titlesOf, type SearchSources } from './derived/search-sources.ts';
import { repairBuiltIn, shippedList } from './lists/seed.ts';

/** A list in memory, for pages of the extension. `updated`: `YYYY-MM-DD`. */
export interface LoadedKnowledge {
  knowledge: Knowledge;
  entries: ReadonlyMap<string, Entry>;
  /** The list's id. */
  list: string;
  title: string;
  version: number;
  updated: string;
  /** The error message if the database could not be used; otherwise null. */
  problem: string | null;
}

type Header = Pick<StoredList, 'id' | 'title' | 'version' | 'updated' | 'knownTo' | 'phrases'>;

/** `names`: entries of other lists to which this list refers, for their names. */
function index(
  records: Records,
  header: Header,
  problem: string | null,
  names: ReadonlyMap<string, Entry> = new Map(),
): LoadedKnowledge {
  const { id, title, version, updated, knownTo } = header;
  const own = new Map(records.entries.map((entry) => [entry.id, entry]));
  const others = [...names.values()].filter((entry) => !own.has(entry.id));
  return {
    knowledge: indexKnowledge({
      ...records,
      knownTo,
      phrases: phrasesIn(header),
      entries: [...records.entries, ...others],
    }),
    entries: own,
    list: id,
    title,
    version,
    updated,
    problem,
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/**
 * Reads the built-in list. Stores it first if it is missing; falls back to the shipped file if the
 * database fails. `load` fetches a file of the extension.
 */
export async function loadKnowledge(base: Base, load: (path: string) => Promise<Response>): Promise<LoadedKnowledge> {
  try {
    const stored = await readList(base, BUILT_IN);
    const found = stored && hasAllRecords(stored) ? stored : await repairBuiltIn(base, load);
    if (!found) throw new Error('the built-in list is missing after it was stored');
    return index(found.records, found.header, null);
  } catch (error) {
    const list = await shippedList(load);
    return index(list, list, messageOf(error));
  }
}

/** Number of entries up to which a whole list is kept in memory. */
const MAX_ENTRIES_IN_MEMORY = 5000;

/** All lists in the user's order. The entries of large lists are read on demand. */
export interface Library {
  builtIn: LoadedKnowledge;
  lists: ({ header: Header; loaded: LoadedKnowledge } | { header: StoredList; loaded: null })[];
}

/** `order`: ids of all lists in use, as the user arranged them. */
export async function loadLibrary(base: Base, builtIn: LoadedKnowledge, order: readonly string[]): Promise<Library> {
  const lists: Library['lists'] = [
    {
      header: { id: BUILT_IN, title: builtIn.title, version: builtIn.version, updated: builtIn.updated },
      loaded: builtIn,
    },
  ];
  if (builtIn.problem !== null) return { builtIn, lists };
  try {
    for (const header of await base.lists.toArray()) {
      if (header.id === BUILT_IN || !order.includes(header.id)) continue;
      const found = header.size <= MAX_ENTRIES_IN_MEMORY ? await readList(base, header.id) : null;
      lists.push(
        found
          ? { header: found.header, loaded: index(found.records, found.header, null, builtIn.entries) }
          : { header, loaded: null },
      );
    }
  } catch (error) {
    // The database failed after the built-in list was read. That list is still shown, with a
    // message.
    return loadLibrary(base, { ...builtIn, problem: messageOf(error) }, order);
  }
  const place = (id: string) => order.indexOf(id);
  return { builtIn, lists: lists.sort((a, b) => place(a.header.id) - place(b.header.id)) };
}

/**
 * The records that the cards of these entries are built from; null if the list does not exist.
 * `ids`: the entries of one page.
 */
export async function loadEntries(
  base: Base,
  { lists, builtIn }: Library,
  list: string,
  ids: readonly string[],
): Promise<LoadedKnowledge | null> {
  const held = lists.find(({ header }) => header.id === list);
  if (!held) return null;
  if (held.loaded) return held.loaded;
  return index(
    { entries: await readEntries(base, list, ids), ...(await readLaw(base, list)) },
    held.header,
    null,
    builtIn.entries,
  );
}

/**
 * The stored search texts, which are read before any entry. `order` as above. Null if the built-in
 * list is not stored yet. Throws if the database fails.
 */
export async function storedSearch(base: Base, order: readonly string[]): Promise<SearchSources | null> {
  const headers = (await base.lists.bulkGet([...order])).filter((header) => header !== undefined);
  if (!headers.some(({ id }) => id === BUILT_IN)) return null;
  return {
    texts: await Promise.all(headers.map((header) => haveSearchText(base, header))),
    titles: titlesOf(headers),
  };
}

/** The acts of all controls without repeats: an act may apply to several controls. */
const actsOf = (knowledge: Knowledge | undefined): Iterable<Act> =>
  new Set([...(knowledge?.actsOn.values() ?? [])].flat());

/**
 * The search texts of a loaded library. If the database fails, it makes them from the lists in
 * memory.
 */
export async function loadSearch(base: Base, { lists, builtIn }: Library): Promise<SearchSources> {
  const texts = await Promise.all(
    lists.map(async ({ header: { id }, loaded }) => {
      const inMemory = () =>
        searchTextOf(id, {
          entries: loaded?.entries.values() ?? [],
          controls: loaded?.knowledge.controls.values() ?? [],
          acts: actsOf(loaded?.knowledge),
        });
      if (builtIn.problem !== null) return inMemory();
      try {
        const stored = await base.lists.get(id);
        return stored ? await haveSearchText(base, stored) : inMemory();
      } catch {
        return inMemory();
      }
    }),
  );
  return { texts, titles: titlesOf(lists.map(({ header }) => header)) };
}
