/** The settings: each saved at once, and only where it differs from the default. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { KINDS } from '../../lib/knowledge/ids.ts';
import type { Settings } from '../../lib/store/settings.ts';

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
        <p class="vh" role="status">
          {notice}
        </p>
        {own.map(({ id, title, body }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            <div class="sheet">{body}</div>
          </section>
        ))}
      </main>
    </div>
  );
}

/** One of a few: radio buttons drawn as a bar. */
function Pick<T extends string | number>({ label, hint, value, options, onPick }: { label: string; hint?: string; value: T; options: readonly { value: T; label: string }[]; onPick: (value: T) => void }) {
  const name = useId();
  return (
    <fieldset class="set one-of">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="picks">
        {options.map((option) => (
          <label key={String(option.value)}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onPick(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function MarksSection({ t, settings, change }: OptionsProps) {
  const { hiddenKinds } = settings;
  return (
    <>
      <fieldset class="set kinds">
        <legend>{t('options_kinds')}</legend>
        {[...KINDS, 'term' as const].map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={!hiddenKinds.includes(kind)} onChange={(event) => change({ hiddenKinds: event.currentTarget.checked ? hiddenKinds.filter((one) => one !== kind) : [...hiddenKinds, kind] })} />
            <span class="sw" data-k={kind === 'term' ? 'own' : kind} aria-hidden="true" />
            {t(`kind_${kind}` as MessageKey)}
          </label>
        ))}
      </fieldset>
      <Pick
        label={t('options_repeats')}
        hint={t('options_repeats_hint')}
        value={settings.repeats}
        onPick={(repeats) => change({ repeats })}
        options={[
          { value: 'fainter', label: t('options_repeats_fainter') },
          { value: 'same', label: t('options_repeats_same') },
          { value: 'first only', label: t('options_repeats_first') },
        ]}
      />
      <Pick
        label={t('options_scope')}
        value={settings.scope}
        onPick={(scope) => change({ scope })}
        options={[
          { value: 'page', label: t('options_scope_page') },
          { value: 'article', label: t('options_scope_article') },
        ]}
      />
    </>
  );
}

function LookSection({ t, settings, change }: OptionsProps) {
  return (
    <>
      <Pick label={t('options_delay')} value={settings.openAfter} onPick={(openAfter) => change({ openAfter })} options={[300, 500, 800, 1500].map((value) => ({ value, label: t('options_seconds', value / 1000) }))} />
      <Pick
        label={t('options_theme')}
        value={settings.theme}
        onPick={(theme) => change({ theme })}
        options={[
          { value: 'system', label: t('options_theme_system') },
          { value: 'light', label: t('options_theme_light') },
          { value: 'dark', label: t('options_theme_dark') },
          { value: 'page', label: t('options_theme_page') },
        ]}
      />
      <Pick
        label={t('options_size')}
        value={settings.textSize}
        onPick={(textSize) => change({ textSize })}
        options={[
          { value: 0.92, label: t('options_size_small') },
          { value: 1, label: t('options_size_normal') },
          { value: 1.15, label: t('options_size_large') },
          { value: 1.3, label: t('options_size_largest') },
        ]}
      />
      <Pick
        label={t('options_language')}
        value={settings.language}
        onPick={(language) => change({ language })}
        options={[
          { value: 'browser', label: t('options_language_browser') },
          { value: 'en', label: 'English' },
          { value: 'zh_CN', label: '简体中文' },
        ]}
      />
    </>
  );
}

function Removable({ label, hint, action, remove }: { label: string; hint?: string; action: string; remove: () => void }) {
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

function SitesSection({ t, origins, removeOrigin, addSites, settings, change }: OptionsProps) {
  return (
    <>
      <p class="set hint">{t('options_sites_hint')}</p>
      <div class="long" role="group" aria-label={t('options_sites')} tabindex={0}>
        <ul>
          {origins.length === 0 && <li class="held hint">{t('options_sites_none')}</li>}
          {origins.map((origin) => (
            <Removable key={origin} label={origin.replace(/^[^:]+:\/\/|\/\*$/g, '')} action={t('options_remove')} remove={() => removeOrigin(origin)} />
          ))}
          {settings.offSites.map((site) => (
            <Removable key={`off ${site}`} label={site} hint={t('options_site_off')} action={t('options_site_on')} remove={() => change({ offSites: settings.offSites.filter((one) => one !== site) })} />
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

function ChoicesSection({ t, settings, change, nameOf }: OptionsProps) {
  const { muted, choices } = settings;
  return (
    <ul>
      {muted.length + choices.length === 0 && <li class="held hint">{t('options_choices_none')}</li>}
      {muted.map((mute) => (
        <Removable key={`${mute.entry} ${mute.site}`} label={nameOf(mute.entry)} hint={mute.site ? t('options_muted_on', mute.site) : t('options_muted')} action={t('options_undo')} remove={() => change({ muted: muted.filter((one) => one !== mute) })} />
      ))}
      {choices.map((choice) => (
        <Removable key={choice.name} label={`“${choice.name}”`} hint={choice.entry ? t('options_choice', nameOf(choice.entry)) : t('options_choice_none')} action={t('options_undo')} remove={() => change({ choices: choices.filter((one) => one !== choice) })} />
      ))}
    </ul>
  );
}

function DataSection({ t, exportAll, importAll, notice }: OptionsProps) {
  const id = useId();
  return (
    <div class="set">
      <p class="hint">{t('options_data_hint')}</p>
      <p class="acts">
        <button type="button" class="btn line" onClick={exportAll}>
          {t('options_export')}
        </button>
        <label class="btn line" for={id}>
          {t('options_import')}
        </label>
        <input
          id={id}
          class="vh"
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) importAll(file);
            event.currentTarget.value = '';
          }}
        />
      </p>
      {notice && <p class="note">{notice}</p>}
    </div>
  );
}

function DiagnosticsSection({ t, settings, change, diagnostics, copyDiagnostics }: OptionsProps) {
  const id = useId();
  return (
    <>
      <div class="set">
        <label for={id}>
          <b>{t('options_as_of')}</b>
        </label>
        <p class="hint">{t('options_as_of_hint')}</p>
        <p class="acts">
          <input id={id} type="date" value={settings.asOf ?? ''} onChange={(event) => change({ asOf: event.currentTarget.value || null })} />
          {settings.asOf && (
            <button type="button" class="btn line" onClick={() => change({ asOf: null })}>
              {t('options_as_of_today')}
            </button>
          )}
        </p>
      </div>
      <div class="set">
        <p class="hint">{t('options_diagnostics_hint')}</p>
        <pre tabIndex={0}>{diagnostics}</pre>
        <p class="acts">
          <button type="button" class="btn line" onClick={copyDiagnostics}>
            {t('options_copy')}
          </button>
        </p>
      </div>
    </>
  );
}
