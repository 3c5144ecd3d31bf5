/** In the place of a card of an entry that no list holds. */
import type { Translate } from '../lib/i18n/translate.ts';

export const EntryGone = ({ t }: { t: Translate }) => (
  <div class="blank">
    <h2>{t('entry_gone')}</h2>
    <p>{t('entry_gone_more')}</p>
  </div>
);
