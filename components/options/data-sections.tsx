/** Sections for the file with the user's own data, and for the diagnostics of a bug report. */
import { useId } from 'preact/hooks';
import { Notice, useNotice } from '../notice.tsx';
import type { SectionProps } from './section-props.ts';

/** Export and import of the file with all of the user's own data. */
export function DataSection({ t, exportAll, importAll }: Pick<SectionProps, 't' | 'exportAll' | 'importAll'>) {
  const id = useId();
  const { said, say } = useNotice();
  const failed = (error: unknown) => say({ words: t('options_not_saved', String(error)), bad: true });
  const read = (file: File) =>
    void importAll(file)
      .then((ours) =>
        say(
          ours
            ? { words: t('options_import_done', file.name) }
            : { words: t('options_import_bad', file.name), bad: true },
        ),
      )
      .catch(failed);
  return (
    <div class="set">
      <p class="hint">{t('options_data_hint')}</p>
      <p class="acts">
        <button
          type="button"
          class="btn line"
          onClick={() =>
            void exportAll()
              .then(() => say({ words: t('export_saved') }))
              .catch(failed)
          }
        >
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
            if (file) read(file);
            event.currentTarget.value = '';
          }}
        />
        <Notice said={said} />
      </p>
    </div>
  );
}

/** The day as of which the base is read, and the diagnostics, which the user copies by hand. */
export function DiagnosticsSection({ t, settings, change, diagnostics, copy }: SectionProps) {
  const id = useId();
  const { said, tell } = useNotice();
  return (
    <>
      <div class="set">
        <label for={id}>
          <b>{t('options_as_of')}</b>
        </label>
        <p class="hint">{t('options_as_of_hint')}</p>
        <p class="acts">
          <input
            id={id}
            type="date"
            value={settings.asOf ?? ''}
            onChange={(event) => change({ asOf: event.currentTarget.value || null })}
          />
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
          <button
            type="button"
            class="btn line"
            onClick={() => tell(copy(diagnostics), t('card_copied'), t('card_not_copied'))}
          >
            {t('options_copy')}
          </button>
          <Notice said={said} />
        </p>
      </div>
    </>
  );
}
