/** One of a few: radio buttons drawn as a bar. */
import { useId } from 'preact/hooks';

export function OneOf<T extends string | number>({
  label,
  hint,
  value,
  options,
  onPick,
}: {
  label: string;
  hint?: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onPick: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset class="set one-of">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
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
