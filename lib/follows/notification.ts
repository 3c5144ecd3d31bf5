/** The text of the daily notification: what changed, without anything from pages the user read. */
import type { Translate } from '../i18n/translate.ts';
import type { FollowChange } from './follow-record.ts';

/** Lines of a notification that browsers show. */
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
