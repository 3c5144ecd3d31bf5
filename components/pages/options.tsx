/** The settings. Each change is stored at once, and only if it differs from the default. */
import type { ComponentChildren } from 'preact';
import type { Settings } from '../../lib/settings/settings.ts';
import { DataSection, DiagnosticsSection } from '../options/data-sections.tsx';
import { ChoicesSection, SitesSection } from '../options/held-sections.tsx';
import { LookSection, MarksSection } from '../options/look-sections.tsx';
import { isHidden, type Feature } from '../../lib/settings/policy.ts';
import { SetByPolicy, usePolicy } from '../policy.tsx';
import { Notice, useNotice } from '../notice.tsx';
import type { OptionsProps, SectionProps } from '../options/section-props.ts';

/** The sections that a policy can hide. */
const FEATURE_OF: Readonly<Record<string, Feature>> = { own: 'own-terms', devices: 'sync', data: 'backup' };

export function Options(props: OptionsProps) {
  const { t, sections } = props;
  const { said, say } = useNotice();
  const policy = usePolicy();
  const change = (changed: Partial<Settings>) =>
    void props
      .change(changed)
      .then(() => say(null))
      .catch((error: unknown) => say({ words: t('options_not_saved', String(error)), bad: true }));
  const held: SectionProps = { ...props, change };
  const all: { id: string; title: string; body: ComponentChildren }[] = [
    { id: 'marks', title: t('options_marks'), body: <MarksSection {...held} /> },
    { id: 'look', title: t('options_look'), body: <LookSection {...held} /> },
    { id: 'sites', title: t('options_sites'), body: <SitesSection {...held} /> },
    { id: 'choices', title: t('options_choices'), body: <ChoicesSection {...held} /> },
    ...sections,
    { id: 'data', title: t('options_data'), body: <DataSection {...props} /> },
    { id: 'diagnostics', title: t('options_diagnostics'), body: <DiagnosticsSection {...held} /> },
  ];
  const own = all.filter(({ id }) => !(FEATURE_OF[id] && isHidden(policy, FEATURE_OF[id])));
  return (
    <div class="options ui">
      <nav aria-label={t('options_title')}>
        <p class="brand">
          <img src="/icon/icon.svg" alt="" width="22" height="22" />
          Tradegloss
        </p>
        <ul>
          {own.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1 class="vh">{t('options_title')}</h1>
        {Object.keys(policy).length > 0 && (
          <div class="note" role="note">
            <SetByPolicy t={t} />
          </div>
        )}
        {own.map(({ id, title, body }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            <div class="sheet">{body}</div>
          </section>
        ))}
        {/* Visible wherever on the page the user changed a setting. */}
        <div class="said">
          <Notice said={said} />
        </div>
      </main>
    </div>
  );
}
