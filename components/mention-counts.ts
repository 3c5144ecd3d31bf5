/**
 * The number of mentions on a page in words. A page lists mentions only up to a limit, and the
 * words say so.
 */
import type { Translate } from '../lib/i18n/translate.ts';
import { MAX_ENTRIES } from '../lib/messaging/limits.ts';

/** "12 mentions", or that there are more than a page lists. */
export const mentionCount = (t: Translate, mentions: number): string =>
  mentions < MAX_ENTRIES ? t('list_mention_count', mentions) : t('list_mention_many');

/** "12 mentions of 5 entries"; at the limit only the entries have a number. */
export const mentionCounts = (t: Translate, mentions: number, entries: number): string =>
  mentions < MAX_ENTRIES ? t('list_counts', mentions, entries) : t('list_counts_many', entries);
