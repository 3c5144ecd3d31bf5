/**
 * Where the page of an entry stands, in its hash: `#mineral/gallium`,
 * `#mineral/gallium@2025-07-18`, `#?words`.
 */
import * as v from 'valibot';
import { EntryRef } from '../knowledge/model/ids.ts';

/** `day`: of the article that the entry is read for. */
export type Route = { at: 'entry'; entry: string; day?: string | null } | { at: 'search'; query: string };

const Day = v.pipe(v.string(), v.isoDate());

/** `hash` with or without its `#`. What can't be read is an empty search. */
export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/, '');
  const [entry = '', day] = text.split('@');
  if (v.is(EntryRef, entry)) return { at: 'entry', entry, ...(v.is(Day, day) && { day }) };
  if (!text.startsWith('?')) return { at: 'search', query: '' };
  try {
    return { at: 'search', query: decodeURIComponent(text.slice(1)) };
  } catch {
    return { at: 'search', query: '' };
  }
}

export function hashOf(route: Route): string {
  if (route.at === 'search') return `#?${encodeURIComponent(route.query)}`;
  return route.day ? `#${route.entry}@${route.day}` : `#${route.entry}`;
}
