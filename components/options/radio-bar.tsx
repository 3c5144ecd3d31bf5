/** A choice of one of a few: radio buttons drawn as a bar. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export function RadioBar<T extends string | number>({
  label,
  hint,
  value,
  options,
  onPick,
  fixed = null,
}: {
  label: string;
  hint?: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onPick: (value: T) => void;
  /** Shown if an administrator fixed the setting. */
  fixed?: ComponentChildren;
}) {
  const name = useId();
  return (
    <fieldset class="set radio-bar" disabled={Boolean(fixed)}>
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {fixed}
      <div class="picks">
        {options.map((option) => (
          <label key={String(option.value)}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onPick(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
