/** Dates in the user's language, with the precision of their source. */
import type { Translate } from '../../i18n/translate.ts';
import { momentOf, spanOf } from '../model/fuzzy-dates.ts';
import type { DateText, Day, Entry } from '../model/schema.ts';

/** `lang` is a BCP 47 tag. Plain `en` uses the British form, day first. */
export type Speech = { t: Translate; lang: string };

const tagOf = (lang: string) => (lang === 'en' ? 'en-GB' : lang);

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(lang: string, parts: 'day' | 'month'): Intl.DateTimeFormat {
  const key = `${lang} ${parts}`;
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(tagOf(lang), {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'short',
      ...(parts === 'day' && { day: 'numeric' }),
    });
  formats.set(key, made);
  return made;
}

/**
 * British English shortens all months to three letters but September: "Sept" is wider than its
 * column.
 */
const formatted = (day: Day, lang: string, parts: 'day' | 'month') =>
  formatOf(lang, parts)
    .format(momentOf(day))
    .replace(/\bSept\b/, 'Sep');

/** "27 Nov 2026" */
export const dayWords = (day: Day, { lang }: Pick<Speech, 'lang'>): string => formatted(day, lang, 'day');

/**
 * Says when a second person checked an entry against its sources and with which result, or that
 * nobody has. '' if the list does not say.
 */
export function verifiedWords(verified: Entry['verified'], { t, lang }: Speech): string {
  if (verified === undefined) return '';
  if (verified === false) return t('entry_not_verified');
  const day = dayWords(verified.day, { lang });
  const { unconfirmed } = verified;
  if (unconfirmed === undefined) return t('entry_verified_uncounted', day);
  const count = typeof unconfirmed === 'number' ? unconfirmed : unconfirmed.length;
  return count > 0 ? t('entry_verified_save', day, count) : t('entry_verified', day);
}

/** A moment in milliseconds since 1970 as a time in the user's time zone: "24 Nov 2026, 09:12". */
export const momentWords = (moment: number, lang: string): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(moment);

/** The date without its mark for "around" or "or earlier". */
function plainWords(date: DateText, { t, lang }: Speech): string {
  const bare = date.replace(/^[~<]/, '');
  const { precision, first } = spanOf(bare);
  if (precision === 'day') return dayWords(bare, { lang });
  if (precision === 'month') return formatted(first, lang, 'month');
  const year = bare.slice(0, 4);
  if (precision === 'quarter') return t('status_date_quarter', bare.slice(-1), year);
  if (precision === 'half') return t(bare.endsWith('1') ? 'status_date_half_1' : 'status_date_half_2', year);
  return lang.startsWith('zh') ? `${year}年` : year;
}

/** "around Apr 2025", "by 4 Apr 2025", "2025". */
export function dateWords(date: DateText, speech: Speech): string {
  const plain = plainWords(date, speech);
  if (date.startsWith('~')) return speech.t('status_date_about', plain);
  return date.startsWith('<') ? speech.t('status_date_by', plain) : plain;
}

/** "since 3 Dec 2024", "since 2023", "since Jan 2024 or earlier". */
export const sinceWords = (date: DateText, speech: Speech): string =>
  date.startsWith('<')
    ? speech.t('status_since_by', plainWords(date, speech))
    : speech.t('status_since', dateWords(date, speech));
