/**
 * All texts of the interface, in the reader's language. Bundled rather than asked of the browser, since
 * the reader can choose a language apart from the browser's.
 */
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { translator, type Locale, type Translate } from './translate.ts';

export { languageTag, localeOf, type Locale, type MessageKey, type Translate } from './translate.ts';

export const createMessages = (locale: Locale): Translate => translator({ en, zh_CN: zhCN }, locale);
