/**
 * Makes the lookup over all lists and the user's own terms from the database: first for search
 * only, then complete.
 */
import { createLookup } from '../../lib/card/lookup/lookup.ts';
import type { Lookup, LookupBase, LookupRequest } from '../../lib/card/lookup/lookup-model.ts';
import { BUILT_IN, OWN_LIST, readRef } from '../../lib/knowledge/model/ids.ts';
import { hanReady } from '../../lib/match/text/simplify-chinese.ts';
import { loadLexicon } from '../../lib/search/load-lexicon.ts';
import { createSearch, type SearchIndex } from '../../lib/search/search.ts';
import { searchTextOf } from '../../lib/search/make-search-text.ts';
import type { SearchText } from '../../lib/search/search-text.ts';
import { today } from '../../lib/core/today.ts';
import { loadEntries, type Library } from '../../lib/store/library.ts';
import { openOwnStore } from '../../lib/terms/open-own-store.ts';
import { readFollowChanges } from '../../lib/follows/stored-follows.ts';
import { ownEntries } from '../../lib/terms/own-entries.ts';
import { base, forgetKnowledge, forgetLists, heldLists, library, searchedLists } from './base.ts';
import { firstSearch, forgetFirst } from './first-search.ts';

const ownStore = openOwnStore();

/** The user's own terms as a base of their own. */
async function ownBase(title: string): Promise<LookupBase[]> {
  const terms = await ownStore.terms();
  if (terms.length === 0) return [];
  return [
    {
      ...ownEntries(terms.map(({ term }) => term)),
      list: OWN_LIST,
      title,
      version: await ownStore.revision(),
      updated: today(new Date(Math.max(...terms.map(({ changed }) => changed)))),
    },
  ];
}

/** Entries of large lists for which this page requested cards. */
const wanted = new Set<string>();

async function basesOf(held: Library, refs: ReadonlySet<string>): Promise<LookupBase[]> {
  const of = (list: string) => [...refs].map(readRef).flatMap((ref) => (ref.list === list ? ref.id : []));
  const bases = await Promise.all(
    held.lists.map(({ header: { id }, loaded }) => loaded ?? loadEntries(base, held, id, of(id))),
  );
  return bases.filter((one) => one !== null);
}

let search: { of: readonly SearchText[]; own: number; index: SearchIndex } | null = null;

/** Rebuilt only if lists or own terms changed. */
async function searchIn(own: LookupBase | undefined): Promise<SearchIndex> {
  const first = await firstSearch();
  if (first && !own) return first.search;
  const { texts: of } = first ?? (await searchedLists());
  const version = own?.version ?? 0;
  if (search?.of !== of || search.own !== version) {
    const lists = own ? [...of, searchTextOf(OWN_LIST, { entries: own.entries.values() })] : of;
    const index = createSearch(lists, await loadLexicon());
    search = { of, own: version, index };
  }
  return search.index;
}

type PageLookupRequest = Omit<LookupRequest, 'bases' | 'search' | 'want' | 'titles'>;

/** Loads what search needs: the table of Chinese characters and the user's own terms. */
async function searchable({ t }: PageLookupRequest): Promise<LookupBase[]> {
  const [own] = await Promise.all([ownBase(t('own_title')).catch(() => []), hanReady()]);
  return own;
}

/** The lookup until the base is loaded: it finds entries by name only. */
export async function searchLookup(request: PageLookupRequest): Promise<Lookup> {
  const [bases, { titles }] = await Promise.all([searchable(request), searchedLists()]);
  return createLookup({ ...request, bases, search: await searchIn(bases[0]), titles });
}

/** `again`: called when requested entries can be loaded. */
export async function wholeLookup(
  request: PageLookupRequest,
  again: () => void,
): Promise<{ lookup: Lookup; problem: string | null }> {
  const [held, own] = await Promise.all([library(), searchable(request)]);
  const read = new Set(wanted);
  const bases = [...(await basesOf(held, read)), ...own];
  let asked = false;
  const want = (ref: string) => {
    const { list } = readRef(ref);
    // An entry that is missing after its list was loaded does not exist.
    if (list === BUILT_IN || list === OWN_LIST || read.has(ref)) return;
    wanted.add(ref);
    // Loads all entries that one drawing requests at once.
    if (!asked) setTimeout(again, 0);
    asked = true;
  };
  const lookup = createLookup({ ...request, bases, search: await searchIn(own[0]), want });
  return { lookup, problem: held.builtIn.problem };
}

/** Call after lists changed. `builtIn`: true if the built-in list did too. */
export function forgetLookups(builtIn: boolean): void {
  forgetFirst();
  if (builtIn) forgetKnowledge();
  else forgetLists();
}

/** The changes of followed entries, measures and lists that the background has stored. */
export const followChanges = () => readFollowChanges(ownStore.db);

export { heldLists };
