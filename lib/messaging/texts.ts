/** The texts of the interface in this context of the extension. */
import { browser } from 'wxt/browser';
import { loadBothTexts, loadTexts } from '../i18n/load-texts.ts';
import { languageTag, localeOf, type Locale, type Translations } from '../i18n/translate.ts';
import type { Speech } from '../knowledge/wording/dates.ts';
import { fileUrl } from './pages.ts';

const source = {
  getMessage: (key: string) => browser.i18n.getMessage(key as never),
  load: (path: string) => fetch(fileUrl(path)),
};

/** The language and texts of the interface for the user's setting. */
export async function speechFor(language: 'browser' | Locale): Promise<Speech & { locale: Locale }> {
  const locale = localeOf(language, browser.i18n.getUILanguage());
  return { locale, lang: languageTag(locale), t: await loadTexts(locale, source) };
}

/** Both languages, read once. */
export const bothTexts = (): Promise<Translations> => loadBothTexts(source);
