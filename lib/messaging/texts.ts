/** The texts of the interface in this context of the extension. */
import { browser } from 'wxt/browser';
import { loadBothTexts, loadTexts } from '../i18n/load-texts.ts';
import type { Locale, Translate, Translations } from '../i18n/translate.ts';
import { fileUrl } from './pages.ts';

const source = {
  getMessage: (key: string) => browser.i18n.getMessage(key as never),
  load: (path: string) => fetch(fileUrl(path)),
};

export const texts = (locale: Locale): Promise<Translate> => loadTexts(locale, source);
export const bothTexts = (): Promise<Translations> => loadBothTexts(source);
