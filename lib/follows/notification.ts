/** The words of the one notification a day: what changed, without a word of any page. */
import type { Translate } from '../i18n/translate.ts';
import type { FollowChange } from './follow-record.ts';

/** Lines that browsers show of a notification. */
const MAX_LINES = 3;

function lineOf({ name, from, to }: FollowChange, t: Translate): string {
  const none = t('follow_none');
  return t('follow_line', name, from?.title ?? none, to?.title ?? none);
}

export const notificationOf = (changes: readonly FollowChange[], t: Translate): { title: string; message: string } => ({
  title: t('follow_count', changes.length),
  message: changes
    .slice(0, MAX_LINES)
    .map((change) => lineOf(change, t))
    .join('\n'),
});
