import type { Translate } from '../../i18n/translate.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';

/**
 * What a list is called: the one that comes with the extension in the user's language, others as
 * they call themselves.
 */
export const listTitle = (list: string, title: string, t: Translate): string =>
  list === BUILT_IN ? t('built_in_title') : title;
