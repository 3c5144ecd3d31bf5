/**
 * Controls of the extension's pages: switch, one of several, filter chip. They use native elements
 * where there are any.
 */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

/**
 * A switch that takes effect at once. `words`: the text beside it; `label`: its name for screen
 * readers.
 */
export function Switch({
  on,
  label,
  words,
  change,
}: {
  on: boolean;
  label: string;
  words: string;
  change: (on: boolean) => void;
}) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} aria-label={label} onClick={() => change(!on)}>
      {words}
      <span aria-hidden="true" />
    </button>
  );
}

interface SegmentsProps<T extends string | number> {
  /** The name of the group for screen readers. */
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  change: (value: T) => void;
  /** Unique in the document. */
  name: string;
}

/** A choice of one among few options, shown side by side. */
export function Segments<T extends string | number>({ label, options, value, change, name }: SegmentsProps<T>) {
  return (
    <div class="seg" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            class="vh"
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => change(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

/** A filter that can be on or off, with its number of items. */
export function Chip({
  on,
  label,
  count,
  icon,
  toggle,
}: {
  on: boolean;
  label: string;
  count?: number;
  icon?: IconName;
  toggle: () => void;
}) {
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={toggle}>
      {icon && <Icon name={icon} />}
      {label}
      {count !== undefined && <i>{count}</i>}
    </button>
  );
}

/** A checkbox with its label. */
export function Tick({
  on,
  change,
  children,
}: {
  on: boolean;
  change: (on: boolean) => void;
  children: ComponentChildren;
}) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={(event) => change(event.currentTarget.checked)} />
      {children}
    </label>
  );
}
