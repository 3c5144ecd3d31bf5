/** A field that filters a table: it keeps rows with all of the typed words. */
import { Icon } from '../icons.tsx';

interface FieldProps {
  label: string;
  words: string;
  change: (words: string) => void;
}

export const FilterField = ({ label, words, change }: FieldProps) => (
  <label class="filter-field">
    <Icon name="search" />
    <span class="vh">{label}</span>
    <input
      type="search"
      placeholder={label}
      autocomplete="off"
      spellcheck={false}
      value={words}
      onInput={(event) => change(event.currentTarget.value)}
    />
  </label>
);

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * True if the cells of a row contain all the words, in any order. Case and width make no
 * difference.
 */
export function fitsWords(words: string, cells: readonly string[]): boolean {
  const row = folded(cells.join(' '));
  return folded(words)
    .split(/\s+/)
    .every((word) => row.includes(word));
}
