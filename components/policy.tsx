/**
 * The administrator's policy in our pages: which settings are fixed, and the administrator's text.
 */
import type { Translate } from '../lib/i18n/translate.ts';
import { fixedBy, NO_POLICY, type Policy } from '../lib/settings/policy.ts';
import type { SettingName } from '../lib/settings/settings.ts';

let ofPage: Policy = NO_POLICY;

/** Call before a page is drawn. One policy applies to all of it. */
export const drawUnder = (policy: Policy): void => void (ofPage = policy);
/** The administrator's policy for this page of the extension; an empty one if there is none. */
export const usePolicy = (): Policy => ofPage;

/** True if the user cannot change this setting. */
export const useIsFixed = (name: SettingName): boolean => fixedBy(usePolicy()).includes(name);

/** Shown next to a setting that the administrator fixed. */
export function SetByPolicy({ t }: { t: Translate }) {
  const { message } = usePolicy();
  return (
    <p class="hint set-by-policy">
      {t('policy_set')} {message}
    </p>
  );
}
