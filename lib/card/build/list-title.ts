import type { Translate } from '../../i18n/translate.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';

/**
 * The title of a list: in the user's language for the built-in one, as the publisher writes it for
 * others.
 */
export const listTitle = (list: string, title: string, t: Translate): string =>
  list === BUILT_IN ? t('built_in_title') : title;
