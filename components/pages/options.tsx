/** The settings: each saved at once, and only where it differs from the default. */
import type { ComponentChildren } from 'preact';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { DataSection, DiagnosticsSection } from '../options/data-sections.tsx';
import { ChoicesSection, SitesSection } from '../options/held-sections.tsx';
import { LookSection, MarksSection } from '../options/look-sections.tsx';
import { Notice, useNotice } from '../notice.tsx';

export interface OptionsProps {
  t: Translate;
  settings: Settings;
  /** Rejects where it can't be kept. */
  change: (change: Partial<Settings>) => Promise<unknown>;
  /** Origins that the browser holds as granted. */
  origins: readonly string[];
  removeOrigin: (origin: string) => void;
  addSites: () => void;
  /** The name of an entry, for muted ones and choices. */
  nameOf: (entry: string) => string;
  exportAll: () => Promise<void>;
  /** false: it is not a file of ours, and nothing was changed. */
  importAll: (file: File) => Promise<boolean>;
  diagnostics: string;
  copy: (text: string) => Promise<void>;
  /** Sections of others: lists, personal terms, sync. Titles with ids for the way there. */
  sections: readonly { id: string; title: string; body: ComponentChildren }[];
}

/** What a section is given: a change that can't be kept is told of below. */
export type SectionProps = Omit<OptionsProps, 'change'> & { change: (change: Partial<Settings>) => void };

export function Options(props: OptionsProps) {
  const { t, sections } = props;
  const { said, say } = useNotice();
  const change = (changed: Partial<Settings>) =>
    void props
      .change(changed)
      .then(() => say(null))
      .catch((error: unknown) => say({ words: t('options_not_saved', String(error)), bad: true }));
  const held: SectionProps = { ...props, change };
  const own: { id: string; title: string; body: ComponentChildren }[] = [
    { id: 'marks', title: t('options_marks'), body: <MarksSection {...held} /> },
    { id: 'look', title: t('options_look'), body: <LookSection {...held} /> },
    { id: 'sites', title: t('options_sites'), body: <SitesSection {...held} /> },
    { id: 'choices', title: t('options_choices'), body: <ChoicesSection {...held} /> },
    ...sections,
    { id: 'data', title: t('options_data'), body: <DataSection {...props} /> },
    { id: 'diagnostics', title: t('options_diagnostics'), body: <DiagnosticsSection {...held} /> },
  ];
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
        {own.map(({ id, title, body }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            <div class="sheet">{body}</div>
          </section>
        ))}
        {/* In sight wherever on the page a setting was changed. */}
        <div class="said">
          <Notice said={said} />
        </div>
      </main>
    </div>
  );
}
