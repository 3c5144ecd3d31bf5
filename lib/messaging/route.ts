/** Where the page of an entry stands, in its hash: `#mineral/gallium`, `#harbour-desk:company/quint`, `#?words`. */
import * as v from 'valibot';
import { EntryRef } from '../knowledge/model/ids.ts';

export type Route = { at: 'entry'; entry: string } | { at: 'search'; query: string };

/** `hash` with or without its `#`. What can't be read is an empty search. */
export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/, '');
  if (v.safeParse(EntryRef, text).success) return { at: 'entry', entry: text };
  if (!text.startsWith('?')) return { at: 'search', query: '' };
  try {
    return { at: 'search', query: decodeURIComponent(text.slice(1)) };
  } catch {
    return { at: 'search', query: '' };
  }
}

export const hashOf = (route: Route): string =>
  route.at === 'entry' ? `#${route.entry}` : `#?${encodeURIComponent(route.query)}`;
