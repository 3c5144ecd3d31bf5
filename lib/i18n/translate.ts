/** Looks up texts by key and fills in their placeholders. It contains no texts itself. */
import type en from '../../public/_locales/en/messages.json';

/** The languages of the interface, by the names of their folders in `public/_locales`. */
export type Locale = 'en' | 'zh_CN';
export type MessageKey = keyof typeof en;
/**
 * The text of `key` with its placeholders {1}, {2} ... filled in. Chrome's own $1 cannot be used:
 * in "$1$2" it reads a placeholder named 1 between two dollar signs
 * (https://developer.chrome.com/docs/extensions/how-to/ui/localization-message-formats).
 * {1:entry|entries} is the singular or plural for the number in place 1.
 */
export type Translate = (key: MessageKey, ...values: (string | number)[]) => string;
export type Translations = Record<Locale, Translate>;

/** A file in `public/_locales`. */
export type Texts = Partial<Record<string, { message: string }>>;

/** `textOf`: the text of a key, empty or undefined if there is none. */
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

/** Falls back to English for a text that the locale lacks. */
export const translator = (locales: Record<Locale, Texts>, locale: Locale): Translate =>
  translateBy((key) => locales[locale][key]?.message ?? locales.en[key]?.message);

/** The locale of a setting; `browser` follows the browser's language. */
export function localeOf(setting: 'browser' | Locale, browserLanguage: string): Locale {
  return setting === 'browser' ? (/^zh\b/i.test(browserLanguage) ? 'zh_CN' : 'en') : setting;
}

/** The BCP 47 tag for `lang` attributes and Intl. */
export const languageTag = (locale: Locale): string => (locale === 'zh_CN' ? 'zh-CN' : 'en-GB');
