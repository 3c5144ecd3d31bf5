/**
 * A star that follows an item: the user is notified when its state changes, and its dates are
 * listed separately. It is the same on cards in pages, in popup and panel, and on our pages.
 */
import type { Follows } from '../lib/card/lookup/lookup-model.ts';
import type { Translate } from '../lib/i18n/translate.ts';
import { isOwn } from '../lib/knowledge/model/ids.ts';
import { IconButton } from './icon-button.tsx';

interface FollowButtonProps {
  /** Undefined where nothing can be followed, as on the published site. */
  follows: Follows | undefined;
  /** An entry, a measure or a list, in the form that the settings store. */
  of: string;
  /** The item's name, since several stars may stand side by side. */
  name: string;
  t: Translate;
}

/** Own terms have no state, so they have no star. */
export function FollowButton({ follows, of, name, t }: FollowButtonProps) {
  if (!follows || isOwn(of)) return null;
  const isOn = follows.has(of);
  return (
    <IconButton
      icon="star"
      label={t(isOn ? 'follow_stop' : 'follow', name)}
      pressed={isOn}
      run={() => follows.set(of, !isOn)}
    />
  );
}
