/** Sections for allowed sites, muted entries and chosen senses. Each item can be removed. */
import { hostOf, isPolicySite } from '../../lib/settings/policy.ts';
import { SetByPolicy, usePolicy } from '../policy.tsx';
import type { SectionProps } from './section-props.ts';

/** The sites of the policy. The user must still allow those that the browser has not granted. */
function PolicySites({ t, origins, request }: Pick<SectionProps, 't' | 'origins' | 'request'>) {
  const { sites = [] } = usePolicy();
  if (sites.length === 0) return null;
  const missing = sites.filter((site) => !origins.includes(site));
  return (
    <>
      {sites.map((site) => (
        <li key={site} class="held">
          <span class="grow">
            <b>{hostOf(site)}</b>
          </span>
          <span class="hint">{t(missing.includes(site) ? 'policy_site_waits' : 'policy_site')}</span>
        </li>
      ))}
      <li class="held">
        <SetByPolicy t={t} />
        {missing.length > 0 && (
          <button type="button" class="btn line" onClick={() => request(missing)}>
            {t('policy_allow', missing.length)}
          </button>
        )}
      </li>
    </>
  );
}

function Removable({
  label,
  hint,
  action,
  remove,
}: {
  label: string;
  hint?: string;
  action: string;
  remove: () => void;
}) {
  return (
    <li class="held">
      <span class="grow">
        <b>{label}</b> {hint && <span class="hint">{hint}</span>}
      </span>
      <button type="button" class="btn line" aria-label={`${action}: ${label}`} onClick={remove}>
        {action}
      </button>
    </li>
  );
}

/** The allowed sites, those of the administrator's policy first. */
export function SitesSection({ t, origins, removeOrigin, addSites, settings, change, request }: SectionProps) {
  const policy = usePolicy();
  const own = origins.filter((origin) => !isPolicySite(policy, hostOf(origin).replace(/^\*\./, '')));
  return (
    <>
      <p class="set hint">{t('options_sites_hint')}</p>
      <div class="long" role="group" aria-label={t('options_sites')} tabindex={0}>
        <ul>
          <PolicySites t={t} origins={origins} request={request} />
          {origins.length === 0 && <li class="held hint">{t('options_sites_none')}</li>}
          {own.map((origin) => (
            <Removable
              key={origin}
              label={hostOf(origin)}
              action={t('options_remove')}
              remove={() => removeOrigin(origin)}
            />
          ))}
          {settings.offSites.map((site) => (
            <Removable
              key={`off ${site}`}
              label={site}
              hint={t('options_site_off')}
              action={t('options_site_on')}
              remove={() => change({ offSites: settings.offSites.filter((one) => one !== site) })}
            />
          ))}
        </ul>
      </div>
      <p class="set">
        <button type="button" class="btn line" onClick={addSites}>
          {t('options_sites_add')}
        </button>
      </p>
    </>
  );
}

/** Muted entries and chosen senses. */
export function ChoicesSection({ t, settings, change, nameOf }: SectionProps) {
  const { muted, choices } = settings;
  return (
    <ul>
      {muted.length + choices.length === 0 && <li class="held hint">{t('options_choices_none')}</li>}
      {muted.map((mute) => (
        <Removable
          key={`${mute.entry} ${mute.site}`}
          label={nameOf(mute.entry)}
          hint={mute.site ? t('options_muted_on', mute.site) : t('options_muted')}
          action={t('options_undo')}
          remove={() => change({ muted: muted.filter((one) => one !== mute) })}
        />
      ))}
      {choices.map((choice) => (
        <Removable
          key={choice.name}
          label={`“${choice.name}”`}
          hint={choice.entry ? t('options_choice', nameOf(choice.entry)) : t('options_choice_none')}
          action={t('options_undo')}
          remove={() => change({ choices: choices.filter((one) => one !== choice) })}
        />
      ))}
    </ul>
  );
}
