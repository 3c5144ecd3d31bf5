/**
 * The line of a result and its text, apart from what makes it: a page draws results before it has
 * that.
 */
import type { Translate } from '../../i18n/translate.ts';
import type { StatusRow } from '../model/card-model.ts';

export interface AskedLine {
  /** Issuer and target; '' where the measure names nobody. */
  who: string;
  toward: string;
  glyph: StatusRow['glyph'];
  barred: boolean;
  /** The state in the words of the card. */
  state: string;
  /** The product or member that the measure is on, where it is not the entry itself. */
  of?: string;
  /** Said first where none of the entry's measures is of a country that the query asks about. */
  none?: string;
}

/** "China → United States: Licence needed; since 1 Aug 2023". */
export function lineText({ who, toward, state, of, none }: AskedLine, t: Translate): string {
  const whose = toward ? t('result_toward', who, toward) : who;
  const text = t('status_with_amount', whose, state);
  const whole = of ? t('status_with_amount', of, text) : text;
  return none ? t('result_none_then', none, whole) : whole;
}
