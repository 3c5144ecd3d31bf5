/**
 * A star: it notifies the user when the state of this changes, and shows its dates apart. The same
 * on cards in pages, in popup and panel, and on pages of the extension.
 */
import type { Follows } from '../lib/card/lookup/lookup-model.ts';
import type { Translate } from '../lib/i18n/translate.ts';
import { isOwn } from '../lib/knowledge/model/ids.ts';
import { IconButton } from './icon-button.tsx';

interface FollowButtonProps {
  /** Missing where nothing can be followed, as on the published site. */
  follows: Follows | undefined;
  /** An entry, a measure or a list, as the settings hold it. */
  of: string;
  /** Its name: several stars stand side by side. */
  name: string;
  t: Translate;
}

/** The user's own terms have no state. */
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
