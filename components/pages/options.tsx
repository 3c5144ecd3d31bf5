/** The settings: each saved at once, and only where it differs from the default. */
import type { ComponentChildren } from 'preact';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { Settings } from '../../lib/store/settings.ts';
import { DataSection, DiagnosticsSection } from '../options/data-sections.tsx';
import { ChoicesSection, SitesSection } from '../options/held-sections.tsx';
import { LookSection, MarksSection } from '../options/look-sections.tsx';

export interface OptionsProps {
  t: Translate;
  settings: Settings;
  change: (change: Partial<Settings>) => void;
  /** Origins that the browser holds as granted. */
  origins: readonly string[];
  removeOrigin: (origin: string) => void;
  addSites: () => void;
  /** The name of an entry, for muted ones and choices. */
  nameOf: (entry: string) => string;
  exportAll: () => void;
  importAll: (file: File) => void;
  diagnostics: string;
  copyDiagnostics: () => void;
  notice: string;
  /** Sections of others: lists, personal terms, sync. Titles with ids for the way there. */
  sections: readonly { id: string; title: string; body: ComponentChildren }[];
}

export function Options(props: OptionsProps) {
  const { t, sections, notice } = props;
  const own: { id: string; title: string; body: ComponentChildren }[] = [
    { id: 'marks', title: t('options_marks'), body: <MarksSection {...props} /> },
    { id: 'look', title: t('options_look'), body: <LookSection {...props} /> },
    { id: 'sites', title: t('options_sites'), body: <SitesSection {...props} /> },
    { id: 'choices', title: t('options_choices'), body: <ChoicesSection {...props} /> },
    ...sections,
    { id: 'data', title: t('options_data'), body: <DataSection {...props} /> },
    { id: 'diagnostics', title: t('options_diagnostics'), body: <DiagnosticsSection {...props} /> },
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
        {/* In sight wherever on the page something was done. */}
        <div class="said" role="status">
          {notice && <p>{notice}</p>}
        </div>
      </main>
    </div>
  );
}
