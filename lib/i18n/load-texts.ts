/**
 * The texts of the interface in the extension: what the browser holds is asked of it, so that no
 * context carries them; a language that the user chose apart from the browser's is read from its
 * file.
 */
import * as v from 'valibot';
import { translateBy, type Locale, type Translate, type Translations } from './translate.ts';

const TextsFile = v.record(v.string(), v.object({ message: v.string() }));

export interface TextSource {
  /** The text of the browser's own choice of language; empty where there is none. */
  getMessage: (key: string) => string;
  /** A file of the extension. */
  load: (path: string) => Promise<Response>;
}

const fromFiles = new Map<Locale, Promise<Translate>>();

async function readFile(locale: Locale, load: TextSource['load']): Promise<Translate> {
  const texts = v.parse(TextsFile, await (await load(`/_locales/${locale}/messages.json`)).json());
  return translateBy((key) => texts[key]?.message);
}

/**
 * Asks for each text once: a call to the browser costs more than all of what is done with the text.
 */
function fromBrowser(getMessage: TextSource['getMessage']): Translate {
  const asked = new Map<string, string>();
  return translateBy((key) => {
    const text = asked.get(key) ?? getMessage(key);
    asked.set(key, text);
    return text;
  });
}

/** The text `texts_locale` says of each language which one it is. */
export function loadTexts(locale: Locale, { getMessage, load }: TextSource): Promise<Translate> {
  if (getMessage('texts_locale') === locale) return Promise.resolve(fromBrowser(getMessage));
  const known = fromFiles.get(locale) ?? readFile(locale, load);
  fromFiles.set(locale, known);
  known.catch(() => fromFiles.delete(locale));
  return known;
}

export async function loadBothTexts(source: TextSource): Promise<Translations> {
  const [en, zhCN] = await Promise.all([loadTexts('en', source), loadTexts('zh_CN', source)]);
  return { en, zh_CN: zhCN };
}
