/** Asks where the user's own terms may appear. Shown once, when the first term is added. */
import type { Translate } from '../lib/i18n/translate.ts';
import type { Settings } from '../lib/settings/settings.ts';

/** Where own terms appear, once the user has answered. */
export type OwnPlace = Exclude<Settings['ownTerms'], 'unasked'>;

export function OwnQuestion({ t, answer }: { t: Translate; answer: (place: OwnPlace) => void }) {
  return (
    <section class="own-question" aria-labelledby="own-question">
      <p id="own-question">{t('own_ask')}</p>
      <p class="acts">
        <button type="button" class="btn solid" onClick={() => answer('underline')}>
          {t('own_underline')}
        </button>
        <button type="button" class="btn line" onClick={() => answer('panel')}>
          {t('own_panel')}
        </button>
      </p>
    </section>
  );
}
