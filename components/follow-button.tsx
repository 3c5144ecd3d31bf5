/** A star: the user is told when the state of this entry changes, and sees its dates apart. */
import type { Desk } from '../lib/card/lookup/lookup.ts';
import { IconButton } from './icon-button.tsx';

export function FollowButton({ desk: { follows, t }, entry }: { desk: Pick<Desk, 'follows' | 't'>; entry: string }) {
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
