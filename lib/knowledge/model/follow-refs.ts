/**
 * What a user follows, as one text each in the settings: an entry by its reference, one measure of
 * an entry as `entry#control/slug`, a whole list as `list:*`.
 */
import * as v from 'valibot';
import { ControlId } from './basics.ts';
import { EntryRef, ListId } from './id-schemas.ts';
import { readRef } from './ids.ts';

export interface Followed {
  list: string;
  /** The reference of the entry; null for a whole list. */
  entry: string | null;
  /** The control; null where all of the entry or the list is followed. */
  measure: string | null;
}

const WHOLE = ':*';

export const measureRef = (entry: string, control: string): string => `${entry}#${control}`;
export const listRef = (list: string): string => `${list}${WHOLE}`;

/** Null for a text that a newer version or a damaged profile wrote. */
export function readFollowed(ref: string): Followed | null {
  if (ref.endsWith(WHOLE)) {
    const list = ref.slice(0, -WHOLE.length);
    return v.is(ListId, list) ? { list, entry: null, measure: null } : null;
  }
  const [entry = '', measure] = ref.split('#');
  if (!v.is(EntryRef, entry) || (measure !== undefined && !v.is(ControlId, measure))) return null;
  return { list: readRef(entry).list, entry, measure: measure ?? null };
}
