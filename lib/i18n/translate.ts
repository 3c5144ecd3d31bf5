/** Texts by key and language, and filling in their places. Knows no texts itself. */
import type en from '../../public/_locales/en/messages.json';

export type Locale = 'en' | 'zh_CN';
export type MessageKey = keyof typeof en;
/**
 * The text under `key`, its places {1}, {2} ... filled in (two of Chrome's own $1 side by side
 * break its parser). {1:entry|entries} is a word that goes by the number at that place, where a
 * language has two forms.
 */
export type Translate = (key: MessageKey, ...values: (string | number)[]) => string;
export type Translations = Record<Locale, Translate>;

export type Texts = Partial<Record<string, { message: string }>>;

/** `textOf`: the text under a key, empty or undefined where there is none. */
export const translateBy =
  (textOf: (key: string) => string | undefined): Translate =>
  (key, ...values) =>
    (textOf(key) || key).replace(
      /\{(\d)(?::([^|{}]*)\|([^{}]*))?\}/g,
      (_, n: string, one: string | undefined, many: string | undefined) => {
        const value = String(values[Number(n) - 1] ?? '');
        return one === undefined || many === undefined ? value : value === '1' ? one : many;
      },
    );

export const translator = (locales: Record<Locale, Texts>, locale: Locale): Translate =>
  translateBy((key) => locales[locale][key]?.message ?? locales.en[key]?.message);

/** The locale for a setting; `browser` follows the browser's language. */
export function localeOf(setting: 'browser' | Locale, browserLanguage: string): Locale {
  return setting === 'browser' ? (/^zh\b/i.test(browserLanguage) ? 'zh_CN' : 'en') : setting;
}

/** BCP 47 for `lang` attributes and Intl. */
export const languageTag = (locale: Locale): string => (locale === 'zh_CN' ? 'zh-CN' : 'en-GB');
