/**
 * The build's plugins. They write the built-in list as documents (`list.json` and two files of
 * entries), and its names as a script that is registered beside the content script, so that a tab
 * needs no message to get them.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { WxtDevServer } from 'wxt';
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { digestText } from '../../core/digest.ts';
import { compileGate } from '../../match/names/compile-gate.ts';
import { compileNames } from '../../match/names/compile.ts';
import { GATE_END } from '../../match/names/name-gate.ts';
import { encodeGate, encodeNames } from '../../match/names/serialize.ts';
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
 * The placeholder for the names and their gate. It stands in a comment that minifiers must keep:
 * Chromium skips a comment in a millisecond in each tab, but takes eight to make a string of the
 * same length.
 */
const NAMES_HERE = 'built-in names';
/** The texts of the interface that a glance in a page needs, and those that a full card needs. */
const CARD_TEXTS = 'virtual:card-texts';
const FULL_CARD_TEXTS = 'virtual:full-card-texts';
const LOCALES = new URL('../../../public/_locales/', import.meta.url).pathname;
/** The file names of their modules, for the same reason. */
const CARD_TEXTS_FILE = `${LOCALES}card-texts`;
const FULL_CARD_TEXTS_FILE = `${LOCALES}full-card-texts`;
export const FULL_CARD_KEYS = /^(?:(?:card|kind|look|measure)_|follow(?:_stop)?$)/;
/** All card texts except those that only full cards use. */
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

let loaded: { changed: number; names: string; gate: string; list: KnowledgeList } | null = null;

/** In milliseconds since 1970. */
const lastChange = (): number =>
  Math.max(
    ...readdirSync(BUILT_IN_FOLDER, { recursive: true, encoding: 'utf8' }).map((file) =>
      Math.floor(statSync(BUILT_IN_FOLDER + file).mtimeMs),
    ),
  );

/**
 * `trying`: the version is the time of the last change, so that a browser that already holds the
 * list stores it again.
 */
function load(trying: boolean) {
  const changed = trying ? lastChange() : 0;
  if (loaded?.changed === changed) return loaded;
  // Read again, because files have changed in `npm run dev`.
  const list = builtInList(loadList(BUILT_IN_FOLDER));
  if (trying) list.version = changed;
  const names = compileNames(list);
  loaded = { changed, names: encodeNames(names), gate: encodeGate(compileGate(names)), list };
  return loaded;
}

const isTrying = (mode: string) => mode === 'development';

/** Serves the built-in list and the texts of cards as virtual modules. */
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
            file.code = file.code.replace(quote + NAMES_HERE + quote, () => {
              const { gate, names } = load(trying);
              return `/*${gate}${GATE_END}${names}*/0`;
            });
    },
  };
}

/**
 * The browser's own interface. Chromium takes some milliseconds to create it on first access, so
 * scripts do not access it while they load.
 */
const NATIVE =
  'export const browser = new Proxy({}, { get: (_, name) => globalThis.browser[name], has: (_, name) => globalThis.browser[name] !== undefined });';

/**
 * In the browsers that we support (Chromium since 148) the polyfill only returns the browser's own
 * interface, so the build leaves it out.
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
 * In Chromium a highlight's style is inherited from the surrounding element, so rules for the root
 * are enough. Chromium would match rules for all elements with each element of every page, at 4 µs
 * each. Firefox inherits nothing: https://bugzilla.mozilla.org/show_bug.cgi?id=1703963.
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
 * Writes scripts for pages in ASCII only. For a single accent Chromium stores the whole file as a
 * string of two bytes a letter (`String::FromUTF8` in Blink's wtf_string.cc), on the page's thread,
 * each time a page loads.
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
 * Files that the build puts beside the pages: the list document in three parts, the table for
 * compiling names, the words of questions, and the address of the list's channel.
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

/**
 * Milliseconds to wait for further changes: an editor saves several files at once, and WXT ignores
 * a second change within 800 ms.
 */
const SETTLED_MS = 1000;

/**
 * For `npm run dev`: reports a change of any file of the built-in list, or of the interface's
 * texts, as a change of the module that is made from it.
 */
export function reloadWhatIsMade({ watcher }: WxtDevServer): void {
  let soon: NodeJS.Timeout | undefined;
  watcher.on('all', (_, path: string) => {
    if (!path.startsWith(BUILT_IN_FOLDER) || path === BUILT_IN_FILE) return;
    clearTimeout(soon);
    soon = setTimeout(() => watcher.emit('all', 'change', BUILT_IN_FILE), SETTLED_MS);
  });
  // This must run before WXT hears of the change: WXT would only copy a public file, and ignore
  // other changes meanwhile.
  watcher.prependListener('all', (_, path: string) => {
    if (!path.startsWith(LOCALES) || path === CARD_TEXTS_FILE || path === FULL_CARD_TEXTS_FILE) return;
    for (const made of [CARD_TEXTS_FILE, FULL_CARD_TEXTS_FILE]) watcher.emit('all', 'change', made);
  });
}
