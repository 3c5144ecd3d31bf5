/**
 * For the build: the built-in list as the document `list.json`, and its names compiled into a script that
 * is registered beside the content script, so that a tab needs no message to know them.
 */
import type { Plugin } from 'vite';
import { compileNames } from '../match/compile.ts';
import { encodeNames } from '../match/encode.ts';
import { loadList } from './load-list.ts';

const LIST = new URL('../knowledge/list/', import.meta.url).pathname;
const NAMES = 'virtual:built-in-names';
const VERSION = 'virtual:built-in-version';

let loaded: { names: string; document: string; version: number } | null = null;

function load() {
  if (loaded) return loaded;
  const { list, problems } = loadList(LIST);
  if (!list) throw new Error(`The built-in list has problems: ${problems.map(({ file, message }) => `${file}: ${message}`).join('\n')}`);
  loaded = { names: encodeNames(compileNames(list)), document: JSON.stringify(list), version: list.version };
  return loaded;
}

export function builtInList(): Plugin {
  return {
    name: 'tradegloss:built-in-list',
    resolveId: (id) => (id === NAMES || id === VERSION ? `\0${id}` : null),
    load(id) {
      if (id === `\0${NAMES}`) return `export default ${JSON.stringify(load().names)};`;
      if (id === `\0${VERSION}`) return `export default ${load().version};`;
      return null;
    },
  };
}

/** The list document, for the build to put beside the pages. */
export const builtInDocument = (): string => load().document;
