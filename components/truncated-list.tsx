/** The first items of a list; the others are folded behind a line with their number. */
import type { ComponentChildren } from 'preact';

interface TruncatedListProps<T> {
  items: readonly T[];
  /**
   * The number of items shown at once. A single further item is shown too, since folding it would
   * save nothing.
   */
  most: number;
  more: (count: number) => string;
  list: (some: T[]) => ComponentChildren;
}

export function TruncatedList<T>({ items, most, more, list }: TruncatedListProps<T>) {
  const shown = items.length === most + 1 ? [...items] : items.slice(0, most);
  const rest = items.slice(shown.length);
  return (
    <>
      {list(shown)}
      {rest.length > 0 && (
        <details class="fold">
          <summary>{more(rest.length)}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}
