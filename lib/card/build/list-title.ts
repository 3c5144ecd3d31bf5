import type { Translate } from '../../i18n/translate.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';

/** The title of a list: translated for the built-in list, the publisher's own for others. */
export const listTitle = (list: string, title: string, t: Translate): string =>
  list === BUILT_IN ? t('built_in_title') : title;
