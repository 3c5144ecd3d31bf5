/** Shown in place of a card if no list has the entry. */
import type { Translate } from '../lib/i18n/translate.ts';

export const EntryGone = ({ t }: { t: Translate }) => (
  <div class="blank">
    <h2>{t('entry_gone')}</h2>
    <p>{t('entry_gone_more')}</p>
  </div>
);
