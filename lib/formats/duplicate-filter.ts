/** Filters records: takes the first of each id, refuses and notes later ones. */
import { DigestSet } from '../core/digest-set.ts';
import type { Notes } from './notes.ts';

/** `called`: the publisher's name for a record, if we made its id. */
export function duplicateFilter<T extends { id: string }>(
  notes: Notes,
  called: (record: T) => string = ({ id }) => id,
): (record: T) => boolean {
  const seen = new DigestSet();
  return (record) => {
    const isFirst = seen.add(record.id);
    if (!isFirst) notes.add(called(record), '', 'twice', true);
    return isFirst;
  };
}
