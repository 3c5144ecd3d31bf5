/** A field for the day of an article whose page states no day or a wrong one. */
import type { Translate } from '../lib/i18n/translate.ts';

interface DayFieldProps {
  t: Translate;
  day?: string | null | undefined;
  /** Null: use the day that the page states. */
  change: (day: string | null) => void;
}

/** The first day that counts: while the user types a year, the field holds years such as 0020. */
const FIRST_DAY = '1990-01-01';

export const DayField = ({ t, day, change }: DayFieldProps) => (
  <label class="day-field hint">
    {t('card_article_day')}{' '}
    <input
      type="date"
      value={day ?? ''}
      min={FIRST_DAY}
      onChange={({ currentTarget: { value, validity } }) => validity.valid && change(value || null)}
    />
  </label>
);
