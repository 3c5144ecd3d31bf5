/** The first few of a list, the rest folded behind a line that says how many there are. */
import type { ComponentChildren } from 'preact';

interface FoldedProps<T> {
  items: readonly T[];
  /**
   * How many are shown at once; one more is shown too, since a fold for a single one saves nothing.
   */
  most: number;
  more: (count: number) => string;
  list: (some: T[]) => ComponentChildren;
}

export function Folded<T>({ items, most, more, list }: FoldedProps<T>) {
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
