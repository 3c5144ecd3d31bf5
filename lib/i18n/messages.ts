/**
 * All texts of the interface in both languages, for commands and tests. The extension loads the
 * texts it needs (`load-texts.ts`).
 */
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { translator, type Locale, type Translate, type Translations } from './translate.ts';

/** The texts in one language. */
export const createMessages = (locale: Locale): Translate => translator({ en, zh_CN: zhCN }, locale);

/** The texts in both languages. */
export const bothLanguages = (): Translations => ({ en: createMessages('en'), zh_CN: createMessages('zh_CN') });
