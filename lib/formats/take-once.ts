/** A filter for records: the first under an id is taken, later ones are refused and noted. */
import type { Notes } from './notes.ts';

export function takeOnce(notes: Notes): (record: { id: string }) => boolean {
  const seen = new Set<string>();
  return ({ id }) => {
    if (seen.has(id)) {
      notes.add(id, '', 'twice', true);
      return false;
    }
    seen.add(id);
    return true;
  };
}
