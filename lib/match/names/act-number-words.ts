/**
 * The act words. They are compiled with the names of a list, so that only texts with one of them
 * are searched for act numbers.
 */
import { LANGUAGES } from '../languages/index.ts';
import { lazily } from '../../core/lazily.ts';
import type { ACT_SERIES } from './compiled-names.ts';

/** A word before or after the number of an act, such as "Announcement" or 公告. */
export interface ActWord {
  series: (typeof ACT_SERIES)[number];
  /** True for words that always mean a numbered act; a "notice" may hang on any door. */
  isFirm: boolean;
}

const parts = (words = ''): string[] => words.split(' ').filter(Boolean);

/** English plurals need no entry of their own: the matcher accepts them. */
export const ACT_NUMBER_WORDS: readonly string[] = LANGUAGES.flatMap(({ acts, numbers }) => [
  ...parts(acts.announcements),
  ...parts(acts.orders),
  ...(numbers.east?.signs ?? ''),
]);

/** UTF-16 units of the longest act word. */
export const MAX_ACT_WORD_UNITS = Math.max(...ACT_NUMBER_WORDS.map((word) => word.length));

/** Act words in lower case. */
const actWords = lazily(() => {
  const found = new Map<string, ActWord>();
  for (const { acts } of LANGUAGES) {
    const firm = new Set(parts(acts.firm));
    for (const word of parts(acts.announcements))
      found.set(word.toLowerCase(), { series: 'announcement', isFirm: firm.has(word) });
    for (const word of parts(acts.orders)) found.set(word.toLowerCase(), { series: 'order', isFirm: false });
  }
  return found;
});

export const actWord = (word: string): ActWord | undefined => actWords().get(word.toLowerCase());

/** Act words of scripts without spaces. */
export const EASTERN_ACT_WORDS: readonly string[] = LANGUAGES.filter(({ numbers }) => numbers.east).flatMap(
  ({ acts }) => [...parts(acts.announcements), ...parts(acts.orders)],
);
