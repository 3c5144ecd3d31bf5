/**
 * Leaves the empty fields of language packs out of scripts: some 370 that each page would parse and
 * keep. In the sources they must be there, so that nobody who adds a language forgets one.
 */
import type { Plugin } from 'vite';

const FOLDER = '/lib/match/languages/';
const PACK = ': LanguagePack = {';
const EMPTY_FIELD = /\b\w+: (?:null|''|false)(?:, |,\n| (?=\}))/g;

/** The source of a language pack without its empty fields. */
export const withoutEmptyFields = (source: string): string => source.replace(EMPTY_FIELD, '');

export function leanLanguages(): Plugin {
  return {
    name: 'tradegloss:lean-languages',
    enforce: 'pre',
    transform: (source, id) => (id.includes(FOLDER) && source.includes(PACK) ? withoutEmptyFields(source) : null),
  };
}
