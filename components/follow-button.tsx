/** A star: it notifies the user when the state of this changes, and shows its dates apart. */
import type { Lookup } from '../lib/card/lookup/lookup-model.ts';
import { isOwn } from '../lib/knowledge/model/ids.ts';
import { IconButton } from './icon-button.tsx';

interface FollowButtonProps {
  lookup: Pick<Lookup, 'follows' | 't'>;
  /** An entry, a measure or a list, as the settings hold it. */
  of: string;
  /** The name of its thing, where several stars stand side by side. */
  name?: string;
}

/** The user's own terms have no state. */
export function FollowButton({ lookup: { follows, t }, of, name }: FollowButtonProps) {
  if (!follows || isOwn(of)) return null;
  const isOn = follows.has(of);
  return (
    <IconButton
      icon="star"
      label={name === undefined ? t(isOn ? 'follow_stop' : 'follow') : t(isOn ? 'follow_stop_of' : 'follow_of', name)}
      pressed={isOn}
      run={() => follows.set(of, !isOn)}
    />
  );
}
