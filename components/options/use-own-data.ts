/**
 * Reads from the database of the user's own data, and reads again after each change in any context.
 */
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** The state of one reading. */
export interface OwnDataRead<T> {
  /** Undefined until it is read. */
  value: T | undefined;
  /** True if the database could not be read. */
  hasFailed: boolean;
}

/**
 * `read` must only read. It must be the same function at each call, otherwise reading starts again.
 */
export function useOwnData<T>(read: () => Promise<T>): OwnDataRead<T> {
  const [state, setState] = useState<OwnDataRead<T>>({ value: undefined, hasFailed: false });
  useEffect(() => {
    const subscription = liveQuery(read).subscribe({
      next: (value) => setState({ value, hasFailed: false }),
      error: () => setState({ value: undefined, hasFailed: true }),
    });
    return () => subscription.unsubscribe();
  }, [read]);
  return state;
}
