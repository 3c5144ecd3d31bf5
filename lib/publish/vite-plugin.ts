/**
 * For the build: the built-in list as the document `list.json`, and its names compiled into a script that
 * is registered beside the content script, so that a tab needs no message to know them.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { compileNames } from '../match/compile.ts';
import { encodeNames } from '../match/encode.ts';
import { BUILT_IN_FOLDER } from './built-in.ts';
import { HAN_TABLE } from './han-table.ts';
import { loadList } from './load-list.ts';

const NAMES = 'virtual:built-in-names';
/**
 * Stands where the names come in, in a comment, which no minifier may take away: to read over a comment takes
 * Chromium a millisecond in each tab, to make a text of as many letters eight.
 */
const NAMES_HERE = 'built-in names';
const VERSION = 'virtual:built-in-version';
/** The texts that a card in a page needs, out of all of the interface's. */
const CARD_TEXTS = 'virtual:card-texts';
export const CARD_KEYS = /^(?:card|kind|look)_/;

function cardTexts(): string {
  const texts = (locale: string) => {
    const all = JSON.parse(
      readFileSync(new URL(`../../public/_locales/${locale}/messages.json`, import.meta.url), 'utf8'),
    ) as Record<string, { message: string }>;
    return Object.fromEntries(Object.entries(all).filter(([key]) => CARD_KEYS.test(key)));
  };
  return JSON.stringify({ en: texts('en'), zh_CN: texts('zh_CN') });
}

let loaded: { names: string; document: string; version: number } | null = null;

function load() {
  if (loaded) return loaded;
  const { list, problems } = loadList(BUILT_IN_FOLDER);
  if (!list)
    throw new Error(
      `The built-in list has problems: ${problems.map(({ file, message }) => `${file}: ${message}`).join('\n')}`,
    );
  loaded = { names: encodeNames(compileNames(list)), document: JSON.stringify(list), version: list.version };
  return loaded;
}

export function builtInList(): Plugin {
  return {
    name: 'tradegloss:built-in-list',
    resolveId: (id) => (id === NAMES || id === VERSION || id === CARD_TEXTS ? `\0${id}` : null),
    load(id) {
      if (id === `\0${NAMES}`) return `export default () => ${JSON.stringify(NAMES_HERE)};`;
      if (id === `\0${VERSION}`) return `export default ${load().version};`;
      if (id === `\0${CARD_TEXTS}`) return `export default ${cardTexts()};`;
      return null;
    },
    generateBundle(_, files) {
      for (const file of Object.values(files))
        if (file.type === 'chunk')
          file.code = file.code.replace(new RegExp(`(["'\`])${NAMES_HERE}\\1`), () => `/*${load().names}*/0`);
    },
  };
}

/** For scripts in pages: the browser's own interface in the place of the polyfill. */
export function nativeBrowser(): Plugin {
  return {
    name: 'tradegloss:native-browser',
    enforce: 'pre',
    resolveId(id) {
      return id === '@wxt-dev/webextension-polyfill/browser' ? this.resolve('@wxt-dev/browser') : null;
    },
  };
}

/**
 * Scripts for pages in ASCII alone: of one accent, Chromium makes a text of two bytes a letter of the whole
 * file, on the page's thread, each time a page loads.
 */
export function plainLetters(): Plugin {
  const escaped = (unit: string) => {
    const code = unit.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code}`;
  };
  return {
    name: 'tradegloss:plain-letters',
    generateBundle(_, files) {
      for (const file of Object.values(files))
        if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
    },
  };
}

/** Files that the build puts beside the pages: the list document, and the table that compiling names needs. */
export const builtInFiles = (): { relativeDest: string; contents: string }[] => [
  { relativeDest: 'list.json', contents: load().document },
  { relativeDest: 'han.txt', contents: HAN_TABLE },
];
