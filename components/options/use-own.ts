/**
 * Something from the database of the user's own terms, read again whenever it changes, wherever
 * that is done.
 */
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

export interface OwnRead<T> {
  /** undefined until it is read. */
  value: T | undefined;
  /** The database could not be read. */
  hasFailed: boolean;
}

/** `read` only reads, and must be the same function each time, or the reading starts again. */
export function useOwn<T>(read: () => Promise<T>): OwnRead<T> {
  const [state, setState] = useState<OwnRead<T>>({ value: undefined, hasFailed: false });
  useEffect(() => {
    const subscription = liveQuery(read).subscribe({
      next: (value) => setState({ value, hasFailed: false }),
      error: () => setState({ value: undefined, hasFailed: true }),
    });
    return () => subscription.unsubscribe();
  }, [read]);
  return state;
}
