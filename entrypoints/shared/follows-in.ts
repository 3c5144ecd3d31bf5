/** Lets pages of the extension query and change what the user follows. */
import type { Follows } from '../../lib/card/lookup/lookup-model.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { changeSettings } from '../../lib/store/settings.ts';

export const followsIn = ({ follows }: Pick<Settings, 'follows'>): Follows => {
  const followed = new Set(follows);
  return {
    has: (ref) => followed.has(ref),
    set: (ref, isOn) =>
      void changeSettings((now) => ({
        follows: [...now.follows.filter((one) => one !== ref), ...(isOn ? [ref] : [])],
      })),
  };
};
