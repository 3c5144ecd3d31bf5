/**
 * The search that a page uses right after opening, before the code that reads entries and draws
 * cards has loaded.
 */
import { loadLexicon } from '../../lib/search/load-lexicon.ts';
import { createSearch, type SearchIndex } from '../../lib/search/search.ts';
import { hasOwn, readSearch } from '../../lib/store/derived/read-search-without-dexie.ts';
import type { SearchSources } from '../../lib/store/derived/search-sources.ts';
import { readSubscriptions } from '../../lib/subscriptions/adapters/read-subscriptions.ts';
import { orderOf } from '../../lib/subscriptions/subscription.ts';

export interface FirstSearch extends SearchSources {
  search: SearchIndex;
}

/**
 * Milliseconds to wait for the database, which another version of the extension may block. A later
 * call reports the problem.
 */
const MAX_WAIT_MS = 500;

async function read(): Promise<FirstSearch | null> {
  const order = readSubscriptions().then(orderOf);
  const [found, own, lexicon] = await Promise.all([readSearch(order), hasOwn(), loadLexicon()]);
  return found && !own ? { ...found, search: createSearch(found.texts, lexicon) } : null;
}

const tooLate = () => new Promise<null>((resolve) => setTimeout(resolve, MAX_WAIT_MS, null));

let first: Promise<FirstSearch | null> | null = null;

/**
 * Null if the stored texts cannot be used: the user has own terms, or another version stored the
 * lists.
 */
export const firstSearch = (): Promise<FirstSearch | null> =>
  (first ??= Promise.race([read().catch(() => null), tooLate()]));

/** Call after lists changed. */
export const forgetFirst = (): void => {
  first = Promise.resolve(null);
};
