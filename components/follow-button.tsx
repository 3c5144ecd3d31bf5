/** A star: it notifies the user when the state of this entry changes, and shows its dates apart. */
import type { Lookup } from '../lib/card/lookup/lookup-model.ts';
import { IconButton } from './icon-button.tsx';

export function FollowButton({
  lookup: { follows, t },
  entry,
}: {
  lookup: Pick<Lookup, 'follows' | 't'>;
  entry: string;
}) {
  if (!follows) return null;
  const isOn = follows.has(entry);
  return (
    <IconButton
      icon="star"
      label={t(isOn ? 'follow_stop' : 'follow')}
      pressed={isOn}
      run={() => follows.set(entry, !isOn)}
    />
  );
}
