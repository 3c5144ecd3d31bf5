/**
 * For the build: the built-in list as documents (`list.json` and two files of entries), and its
 * names compiled into a script that is registered beside the content script, so that a tab needs
 * no message to know them.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { WxtDevServer } from 'wxt';
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { digestText } from '../../core/digest.ts';
import { compileNames } from '../../match/names/compile.ts';
import { encodeNames } from '../../match/names/serialize.ts';
import { allWords } from '../../search/languages/all.ts';
import { BUILT_IN_FOLDER, builtInList } from './built-in.ts';
import { channelOfBuild } from './channel-of-build.ts';
import { HAN_TABLE } from './han-table.ts';
import { loadList } from './load-list.ts';

const BUILT_IN = 'virtual:built-in-list';
/**
 * The file name of the module of the built-in list, so that WXT rebuilds its importers when the
 * file changes.
 */
const BUILT_IN_FILE = `${BUILT_IN_FOLDER}list.yaml`;
/**
 * Stands where the names come in, in a comment, which no minifier may take away: to read over a
 * comment takes Chromium a millisecond in each tab, to make a text of as many letters eight.
 */
const NAMES_HERE = 'built-in names';
/**
 * The texts that a glance in a page needs, out of all of the interface's, and those that a full
 * card needs.
 */
const CARD_TEXTS = 'virtual:card-texts';
const FULL_CARD_TEXTS = 'virtual:full-card-texts';
const LOCALES = new URL('../../../public/_locales/', import.meta.url).pathname;
/** The file name of their module, for the same reason. */
const CARD_TEXTS_FILE = `${LOCALES}card-texts`;
const FULL_CARD_TEXTS_FILE = `${LOCALES}full-card-texts`;
export const FULL_CARD_KEYS = /^(?:(?:card|kind|look|measure)_|follow(?:_stop)?$)/;
/** All but those that only full cards ask for. */
export const CARD_KEYS =
  /^(?:kind_|follow(?:_stop)?$|card_(?!all_sources|apart|article|cited|foot|fresh|horizontal|in_words|less|measures|members|misreported|more_facts|more_rows|names|no_measure|related|show|sources|taken|today_pin|two|unchanged|unread|newest))/;

function cardTexts(keys: RegExp): string {
  const texts = (locale: string) => {
    const all = JSON.parse(readFileSync(`${LOCALES}${locale}/messages.json`, 'utf8')) as Record<
      string,
      { message: string }
    >;
    return Object.fromEntries(Object.entries(all).filter(([key]) => keys.test(key)));
  };
  return JSON.stringify({ en: texts('en'), zh_CN: texts('zh_CN') });
}

let loaded: { changed: number; names: string; list: KnowledgeList } | null = null;

/** In milliseconds since 1970. */
const lastChange = (): number =>
  Math.max(
    ...readdirSync(BUILT_IN_FOLDER, { recursive: true, encoding: 'utf8' }).map((file) =>
      Math.floor(statSync(BUILT_IN_FOLDER + file).mtimeMs),
    ),
  );

/**
 * `trying`: the version is the day and time of the last change, so that a browser that holds the
 * list takes it again.
 */
function load(trying: boolean) {
  const changed = trying ? lastChange() : 0;
  if (loaded?.changed === changed) return loaded;
  // Read again: in `npm run dev` it has changed.
  const list = builtInList(loadList(BUILT_IN_FOLDER));
  if (trying) list.version = changed;
  loaded = { changed, names: encodeNames(compileNames(list)), list };
  return loaded;
}

const isTrying = (mode: string) => mode === 'development';

export function builtInModules(): Plugin {
  let trying = false;
  return {
    name: 'tradegloss:built-in-list',
    configResolved({ mode }) {
      trying = isTrying(mode);
    },
    resolveId: (id) =>
      ({ [BUILT_IN]: BUILT_IN_FILE, [CARD_TEXTS]: CARD_TEXTS_FILE, [FULL_CARD_TEXTS]: FULL_CARD_TEXTS_FILE })[id] ??
      null,
    load(id) {
      if (id === BUILT_IN_FILE)
        return `export const names = () => ${JSON.stringify(NAMES_HERE)}; export const version = ${load(trying).list.version}; export const namesDigest = ${JSON.stringify(digestText(load(trying).names))};`;
      if (id === CARD_TEXTS_FILE) return `export default ${cardTexts(CARD_KEYS)};`;
      if (id === FULL_CARD_TEXTS_FILE) return `export default ${cardTexts(FULL_CARD_KEYS)};`;
      return null;
    },
    generateBundle(_, files) {
      for (const file of Object.values(files))
        if (file.type === 'chunk')
          for (const quote of ['"', "'", '`'])
            file.code = file.code.replace(quote + NAMES_HERE + quote, () => `/*${load(trying).names}*/0`);
    },
  };
}

/**
 * The browser's own interface. It is made when it is first touched, which takes Chromium some
 * milliseconds: not while a script is still read in.
 */
const NATIVE =
  'export const browser = new Proxy({}, { get: (_, name) => globalThis.browser[name], has: (_, name) => globalThis.browser[name] !== undefined });';

/**
 * In the browsers that we run on (Chromium since 148) the polyfill hands out the browser's own
 * interface and does nothing: its code stays away.
 */
export function nativeBrowser(): Plugin {
  const virtual = 'virtual:native-browser';
  return {
    name: 'tradegloss:native-browser',
    enforce: 'pre',
    resolveId: (id) => (id === '@wxt-dev/webextension-polyfill/browser' ? virtual : null),
    load: (id) => (id === virtual ? NATIVE : null),
  };
}

/**
 * In Chromium a highlight's style is inherited from the element around it, so that rules for the
 * root are enough. Rules for all elements would be matched with each of them: 4 µs for every
 * element of every page. Firefox inherits nothing:
 * https://bugzilla.mozilla.org/show_bug.cgi?id=1703963.
 */
export function highlightsFromRoot(): Plugin {
  return {
    name: 'tradegloss:highlights-from-root',
    enforce: 'pre',
    transform: (css, id) =>
      id.includes('/entrypoints/marks.css') ? css.replaceAll('::highlight(', ':root::highlight(') : null,
  };
}

/**
 * Scripts for pages in ASCII alone: of one accent, Chromium makes a text of two bytes a letter of
 * the whole file, on the page's thread, each time a page loads.
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

/**
 * Files that the build puts beside the pages: the list document in three parts, the table that
 * compiling names needs, the words of questions, and where newer versions of the list come from.
 */
export function builtInFiles(mode: string): { relativeDest: string; contents: string }[] {
  const { entries, ...rest } = load(isTrying(mode)).list;
  const half = Math.ceil(entries.length / 2);
  return [
    { relativeDest: 'list.json', contents: JSON.stringify(rest) },
    { relativeDest: 'entries.json', contents: JSON.stringify({ entries: entries.slice(0, half) }) },
    { relativeDest: 'more-entries.json', contents: JSON.stringify({ moreEntries: entries.slice(half) }) },
    { relativeDest: 'han.txt', contents: HAN_TABLE },
    { relativeDest: 'words.json', contents: JSON.stringify(allWords()) },
    { relativeDest: 'channel.json', contents: JSON.stringify(channelOfBuild(process.env)) },
  ];
}

/** An editor saves several files at once, and WXT takes no second change within 800 ms. */
const SETTLED_MS = 1000;

/**
 * For `npm run dev`: a change of any file of the built-in list, or of the interface's texts, is one
 * of the module made of them.
 */
export function reloadWhatIsMade({ watcher }: WxtDevServer): void {
  let soon: NodeJS.Timeout | undefined;
  watcher.on('all', (_, path: string) => {
    if (!path.startsWith(BUILT_IN_FOLDER) || path === BUILT_IN_FILE) return;
    clearTimeout(soon);
    soon = setTimeout(() => watcher.emit('all', 'change', BUILT_IN_FILE), SETTLED_MS);
  });
  // Before WXT hears of it: for a public file alone it copies that file, and takes no other change
  // meanwhile.
  watcher.prependListener('all', (_, path: string) => {
    if (!path.startsWith(LOCALES) || path === CARD_TEXTS_FILE || path === FULL_CARD_TEXTS_FILE) return;
    for (const made of [CARD_TEXTS_FILE, FULL_CARD_TEXTS_FILE]) watcher.emit('all', 'change', made);
  });
}
