/** What the reader owns as a file, and what a bug report needs. */
import { useId } from 'preact/hooks';
import type { OptionsProps } from '../pages/options.tsx';

export function DataSection({ t, exportAll, importAll }: OptionsProps) {
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
    </div>
  );
}

export function DiagnosticsSection({ t, settings, change, diagnostics, copyDiagnostics }: OptionsProps) {
  const id = useId();
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
          <button type="button" class="btn line" onClick={copyDiagnostics}>
            {t('options_copy')}
          </button>
        </p>
      </div>
    </>
  );
}
