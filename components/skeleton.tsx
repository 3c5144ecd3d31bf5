/** A placeholder that is drawn while something loads. */
import type { Translate } from '../lib/i18n/translate.ts';

export function Skeleton({ t }: { t: Translate }) {
  return (
    <div role="status" aria-label={t('card_loading')}>
      {['90%', '70%', '82%'].map((width) => (
        <svg key={width} class="sk" width={width} height="10" aria-hidden="true" />
      ))}
    </div>
  );
}
