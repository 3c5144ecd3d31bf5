/**
 * The search index of the site as JSON, with byte arrays written as numbers. Each part is a script
 * that passes its data to a function under its name.
 */
import type { Locale } from '../../../i18n/translate.ts';
import type { SearchWords } from '../../../search/lexicon.ts';
import type { SearchText } from '../../../search/search-text.ts';

/** The name of the function that receives the data; the search of the page defines it. */
export const RECEIVER = 'tradeglossData';
export const SEARCH = 'search';
export const HAN = 'han';
export const ROWS: Readonly<Record<Locale, string>> = { en: 'rows-en', zh_CN: 'rows-zh' };

/**
 * A script that passes data to the page. A page opened from a disk can load scripts, but may not
 * fetch JSON.
 */
export const dataScript = (name: string, data: unknown): [path: string, content: string] => [
  `assets/${name}.js`,
  `${RECEIVER}(${JSON.stringify(name)}, ${JSON.stringify(data)});\n`,
];

type Arrays = 'entries' | 'kinds' | 'languages';

export interface SearchData {
  text: Omit<SearchText, Arrays> & Record<Arrays, number[]>;
  words: SearchWords;
}

/** The search text with plain arrays, which JSON can hold. */
export const searchDataOf = (text: SearchText, words: SearchData['words']): SearchData => ({
  text: { ...text, entries: [...text.entries], kinds: [...text.kinds], languages: [...text.languages] },
  words,
});

/** Undoes `searchDataOf`. */
export const searchTextFrom = ({ text }: SearchData): SearchText => ({
  ...text,
  entries: Uint32Array.from(text.entries),
  kinds: Uint8Array.from(text.kinds),
  languages: Uint16Array.from(text.languages),
});
