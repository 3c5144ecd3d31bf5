/** A source on a line of text. */
import type { Translate } from '../i18n/translate.ts';
import type { CardModel } from './card-model.ts';

/** "MOFCOM, on Announcement No. 46 of 2024, 3 Dec 2024 (known from citations)". */
export const citation = ({ publisher, title, about, date, read }: CardModel['sources'][number], t: Translate): string =>
  `${[publisher, title || about, date].filter(Boolean).join(', ')}${read ? '' : ` (${t('card_unread')})`}`;
