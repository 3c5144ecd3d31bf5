/** The administrator's policy in all parts of a page: shown as set, with their text. */
import type { Translate } from '../lib/i18n/translate.ts';
import { fixedBy, NO_POLICY, type Policy } from '../lib/settings/policy.ts';
import type { SettingName } from '../lib/settings/settings.ts';

let ofPage: Policy = NO_POLICY;

/** Before a page of ours is drawn: one policy applies to all that it shows. */
export const drawUnder = (policy: Policy): void => void (ofPage = policy);
export const usePolicy = (): Policy => ofPage;

/** The user cannot change this setting. */
export const useIsFixed = (name: SettingName): boolean => fixedBy(usePolicy()).includes(name);

/** Beside what an administrator set. */
export function SetByPolicy({ t }: { t: Translate }) {
  const { message } = usePolicy();
  return (
    <p class="hint set-by-policy">
      {t('policy_set')} {message}
    </p>
  );
}
