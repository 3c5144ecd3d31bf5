/** The keys that go to the next and previous mention, as they are bound in the browser. */
import type { Translate } from '../lib/i18n/translate.ts';

/** The keys as the browser reports them; users can change them there. */
export interface Shortcuts {
  /** In the browser's notation, such as `Alt+Period`; '' if no key is bound. */
  next: string;
  previous: string;
}

const WRITTEN: Readonly<Record<string, string>> = { Period: '.', Comma: ',', MacCtrl: 'Ctrl' };

/** The single keys of a shortcut. A plus sign at the end is itself a key. */
const keysOf = (shortcut: string): string[] => shortcut.split(/\+(?=.)/).map((key) => WRITTEN[key] ?? key);

/** The keys of one shortcut; a hint if the user has unbound it. */
export function Keys({ t, shortcut }: { t: Translate; shortcut: string }) {
  if (shortcut === '') return <span class="hint">{t('keys_none')}</span>;
  return (
    <span class="shortcut">
      {keysOf(shortcut).map((key) => (
        <>
          <kbd>{key}</kbd>{' '}
        </>
      ))}
    </span>
  );
}

/** Both shortcuts and a link to change them. */
export function ShortcutKeys({ t, shortcuts, change }: { t: Translate; shortcuts: Shortcuts; change: () => void }) {
  return (
    <div class="set" role="group" aria-label={t('options_shortcuts')}>
      <b>{t('options_shortcuts')}</b>
      <p>
        <Keys t={t} shortcut={shortcuts.next} /> {t('command_next')}
      </p>
      <p>
        <Keys t={t} shortcut={shortcuts.previous} /> {t('command_previous')}
      </p>
      <p class="acts">
        <button type="button" class="btn line" onClick={change}>
          {t('options_shortcuts_change')}
        </button>
      </p>
    </div>
  );
}
