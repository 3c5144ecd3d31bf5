/** A filter for records: the first under an id is taken, later ones are refused and noted. */
import { DigestSet } from '../core/digest-set.ts';
import type { Notes } from './notes.ts';

/** `called`: what a record is to its publisher, where the id is of our making. */
export function takeOnce<T extends { id: string }>(
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
