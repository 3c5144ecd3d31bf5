/**
 * What a user follows, each as one text in the settings: an entry by its reference, a measure of an
 * entry as `entry#control/slug`, a whole list as `list:*`.
 */
import * as v from 'valibot';
import { ControlId } from './basics.ts';
import { EntryRef, ListId } from './id-schemas.ts';
import { listRef, readRef } from './ids.ts';

/** What the user follows: a list, an entry, or one measure. */
export interface FollowTarget {
  list: string;
  /** The reference of the entry; null for a whole list. */
  entry: string | null;
  /** The id of the control; null if the whole entry or list is followed. */
  measure: string | null;
}

/** The end of a reference to a whole list: `:*`. */
const WHOLE = listRef('');

/** Null for a text that is no such reference: a newer version or a damaged profile wrote it. */
export function readFollowed(ref: string): FollowTarget | null {
  if (ref.endsWith(WHOLE)) {
    const list = ref.slice(0, -WHOLE.length);
    return v.is(ListId, list) ? { list, entry: null, measure: null } : null;
  }
  const [entry = '', measure, ...more] = ref.split('#');
  if (more.length > 0) return null;
  if (!v.is(EntryRef, entry) || (measure !== undefined && !v.is(ControlId, measure))) return null;
  return { list: readRef(entry).list, entry, measure: measure ?? null };
}

/** One followed item; texts of any other form are refused. */
export const FollowRef = v.pipe(
  v.string(),
  v.check((ref) => readFollowed(ref) !== null),
);
