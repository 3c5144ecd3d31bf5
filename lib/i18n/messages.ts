/**
 * The texts of the interface, in the reader's language. Bundled rather than asked of the browser, since
 * the reader can choose a language apart from the browser's.
 */
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };

export type Locale = 'en' | 'zh_CN';
export type MessageKey = keyof typeof en;
/** The text under `key`, its places {1}, {2} ... filled in (two of Chrome's own $1 side by side break its parser). */
export type Translate = (key: MessageKey, ...values: (string | number)[]) => string;

type Messages = Partial<Record<string, { message: string }>>;
const LOCALES: Record<Locale, Messages> = { en, zh_CN: zhCN };

export function createMessages(locale: Locale): Translate {
  const messages = LOCALES[locale];
  return (key, ...values) => {
    const text = messages[key]?.message ?? LOCALES.en[key]?.message ?? key;
    return text.replace(/\{(\d)\}/g, (_, n: string) => String(values[Number(n) - 1] ?? ''));
  };
}

/** The locale for a setting; `browser` follows the browser's language. */
export function localeOf(setting: 'browser' | Locale, browserLanguage: string): Locale {
  return setting === 'browser' ? (/^zh\b/i.test(browserLanguage) ? 'zh_CN' : 'en') : setting;
}

/** BCP 47 for `lang` attributes and Intl. */
export const languageTag = (locale: Locale): string => (locale === 'zh_CN' ? 'zh-CN' : 'en-GB');
