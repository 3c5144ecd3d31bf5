/**
 * The model of a result's line, and its text. Apart from the code that makes lines, because a page
 * draws results before it has loaded that code.
 */
import type { Translate } from '../../i18n/translate.ts';
import type { StatusRow } from '../model/card-model.ts';

/** A line below a search result: the state of one measure that the query asks for. */
export interface AskedLine {
  /** Issuer and target; '' if the measure names none. */
  who: string;
  toward: string;
  glyph: StatusRow['glyph'];
  barred: boolean;
  /** The state in the words of the card. */
  state: string;
  /** The product or member that the measure is on, if it is not on the entry itself. */
  of?: string;
  /** A sentence shown first if no measure of the entry is of a country in the query. */
  none?: string;
}

/** "China → United States: Licence needed; since 1 Aug 2023". */
export function lineText({ who, toward, state, of, none }: AskedLine, t: Translate): string {
  const whose = toward ? t('result_toward', who, toward) : who;
  const text = t('status_with_amount', whose, state);
  const whole = of ? t('status_with_amount', of, text) : text;
  return none ? t('result_none_then', none, whole) : whole;
}
