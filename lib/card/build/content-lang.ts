import type { Voice } from '../../knowledge/wording/terms.ts';

/** The language in which entries and controls are written, BCP 47. */
export const CONTENT_LANG = 'en';

/**
 * The language of a text if the user's `words` for it are the list's own (there is no translation);
 * otherwise undefined.
 */
export const langOf = (text: string, words: string, { lang }: Pick<Voice, 'lang'>): string | undefined =>
  words !== text || lang.startsWith(CONTENT_LANG) || !/\p{L}{3}/u.test(text) ? undefined : CONTENT_LANG;
