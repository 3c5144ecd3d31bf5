/**
 * The base of this context (background or page). It is opened once, and read again after a list
 * changed.
 */
import { fileUrl } from '../../lib/messaging/pages.ts';
import { BUILT_IN } from '../../lib/knowledge/model/ids.ts';
import { Base } from '../../lib/store/db.ts';
import {
  loadKnowledge,
  loadLibrary,
  loadSearch,
  storedSearch,
  type Library,
  type LoadedKnowledge,
} from '../../lib/store/library.ts';
import type { SearchSources } from '../../lib/store/derived/search-sources.ts';
import { subscriptionStore } from '../../lib/subscriptions/adapters/subscription-adapter.ts';
import { heldTitles } from '../../lib/subscriptions/held-titles.ts';
import { orderOf } from '../../lib/subscriptions/subscription.ts';

export const base = new Base();
let builtIn: Promise<LoadedKnowledge> | null = null;
let all: Promise<Library> | null = null;
let searched: Promise<SearchSources> | null = null;

/** If subscriptions cannot be read, only the built-in list is used. */
const order = (): Promise<string[]> => subscriptionStore.read().then(orderOf, () => [BUILT_IN]);

/** Fetches a file of the extension, such as `list.json`. */
export const shippedFile = (path: string): Promise<Response> => fetch(fileUrl(path));

/** The built-in list alone, loaded once until `forgetKnowledge`. */
export function knowledge(): Promise<LoadedKnowledge> {
  builtIn ??= loadKnowledge(base, shippedFile);
  return builtIn;
}

/** The built-in list and all subscribed ones. */
export function library(): Promise<Library> {
  all ??= Promise.all([knowledge(), order()]).then(([first, ids]) => loadLibrary(base, first, ids));
  return all;
}

/** The search texts, which are available before entries are read. */
export function searchedLists(): Promise<SearchSources> {
  searched ??= order()
    .then((ids) => storedSearch(base, ids))
    .catch(() => null)
    .then(async (stored) => stored ?? loadSearch(base, await library()));
  return searched;
}

/** Lists with an update that the user must confirm. */
export const heldLists = async (): Promise<{ id: string; title: string }[]> =>
  heldTitles(base, await subscriptionStore.read());

/** Call after the built-in list was stored again. */
export const forgetKnowledge = (): void => {
  builtIn = null;
  forgetLists();
};

/** Call after subscriptions or their entries changed. */
export const forgetLists = (): void => {
  all = null;
  searched = null;
};
