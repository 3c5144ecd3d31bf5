/** Something of the reader's own database, read again whenever it changes, wherever that is done. */
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** undefined until it is read. `read` only reads, and must be the same function each time, or the reading starts anew. */
export function useOwn<T>(read: () => Promise<T>): T | undefined {
  const [value, setValue] = useState<T | undefined>(undefined);
  useEffect(() => {
    const subscription = liveQuery(read).subscribe({ next: setValue, error: () => undefined });
    return () => subscription.unsubscribe();
  }, [read]);
  return value;
}
