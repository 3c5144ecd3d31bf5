/** The base of a context, background or page: opened once, read once, anew after a list changed. */
import { fileUrl } from '../../lib/messaging/pages.ts';
import { Base } from '../../lib/store/db.ts';
import type { SearchText } from '../../lib/search/search-text.ts';
import { loadKnowledge, loadLibrary, loadSearchTexts, type Library, type Loaded } from '../../lib/store/knowledge.ts';
import { subscriptionStore } from '../../lib/sync/adapters/subscription-adapter.ts';
import { heldTitles } from '../../lib/sync/held-titles.ts';
import { orderOf } from '../../lib/sync/subscription.ts';

export const base = new Base();
let builtIn: Promise<Loaded> | null = null;
let all: Promise<Library> | null = null;
let texts: { of: Library; read: Promise<SearchText[]> } | null = null;

export const shippedFile = (path: string): Promise<Response> => fetch(fileUrl(path));

export function knowledge(): Promise<Loaded> {
  builtIn ??= loadKnowledge(base, shippedFile);
  return builtIn;
}

/** The built-in list and all subscribed ones. */
export function library(): Promise<Library> {
  all ??= Promise.all([knowledge(), subscriptionStore.read()]).then(([first, saved]) =>
    loadLibrary(base, first, orderOf(saved)),
  );
  return all;
}

/** What they are searched by. */
export async function searchTexts(): Promise<SearchText[]> {
  const held = await library();
  if (texts?.of !== held) texts = { of: held, read: loadSearchTexts(base, held) };
  return texts.read;
}

/** Titles of lists with an update that waits for the reader. */
export const heldLists = async (): Promise<string[]> => heldTitles(base, await subscriptionStore.read());

/** After the built-in list was stored anew. */
export const forgetKnowledge = (): void => {
  builtIn = null;
  all = null;
};

/** After subscriptions, or entries of theirs, changed. */
export const forgetLists = (): void => {
  all = null;
};
