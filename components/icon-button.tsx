/** A button with an icon; its label names its action. */
import { Icon, type IconName } from './icons.tsx';

/**
 * `label`: the name for screen readers, also shown as a tooltip. `pressed`: set for a switch only.
 */
export interface IconButtonProps {
  icon: IconName;
  label: string;
  run: () => void;
  pressed?: boolean | undefined;
  /** Placed at the end of its row. */
  end?: boolean;
}

export const IconButton = ({ icon, label, run, pressed, end }: IconButtonProps) => (
  <button
    type="button"
    class={end ? 'btn icon end' : 'btn icon'}
    aria-label={label}
    title={label}
    onClick={run}
    {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
  >
    <Icon name={icon} filled={icon === 'star' && pressed} />
  </button>
);
