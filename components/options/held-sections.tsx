/** Sites that the user allowed, entries muted, senses chosen: each can be taken back. */
import type { SectionProps } from './section-props.ts';

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

export function SitesSection({ t, origins, removeOrigin, addSites, settings, change }: SectionProps) {
  return (
    <>
      <p class="set hint">{t('options_sites_hint')}</p>
      <div class="long" role="group" aria-label={t('options_sites')} tabindex={0}>
        <ul>
          {origins.length === 0 && <li class="held hint">{t('options_sites_none')}</li>}
          {origins.map((origin) => (
            <Removable
              key={origin}
              label={origin.replace(/^[^:]+:\/\/|\/\*$/g, '')}
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
