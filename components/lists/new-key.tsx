/** Shown if a publisher signs with another key, which the user may decide to trust. */
import { useState } from 'preact/hooks';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Notice } from '../notice.tsx';
import { KeyField } from './form-fields.tsx';

/** `trust` returns false if the update is not signed by this key. */
export function NewKey({ t, trust }: { t: Translate; trust: (key: string) => Promise<boolean> }) {
  const [state, setState] = useState<'asked' | 'trying' | 'wrong'>('asked');
  return (
    <form
      class="new-key"
      onSubmit={(event) => {
        event.preventDefault();
        const key = new FormData(event.currentTarget).get('key');
        if (typeof key !== 'string') return;
        setState('trying');
        void trust(key).then((trusted) => setState(trusted ? 'asked' : 'wrong'));
      }}
    >
      <p>{t('lists_new_key_hint')}</p>
      <p class="acts">
        <KeyField label={t('lists_new_key')} />
        <button class="btn line" disabled={state === 'trying'}>
          {t('lists_new_key_trust')}
        </button>
      </p>
      <Notice said={state === 'wrong' ? { words: t('lists_new_key_wrong'), bad: true } : null} />
    </form>
  );
}
