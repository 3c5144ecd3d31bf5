/** The search index of the site, as JSON: numbers in place of arrays of bytes. */
import type { SearchWords } from '../../../search/lexicon.ts';
import type { SearchText } from '../../../search/search-text.ts';

type Arrays = 'entries' | 'kinds' | 'languages';

export interface SearchData {
  text: Omit<SearchText, Arrays> & Record<Arrays, number[]>;
  words: SearchWords;
}

export const searchDataOf = (text: SearchText, words: SearchData['words']): SearchData => ({
  text: { ...text, entries: [...text.entries], kinds: [...text.kinds], languages: [...text.languages] },
  words,
});

export const searchTextFrom = ({ text }: SearchData): SearchText => ({
  ...text,
  entries: Uint32Array.from(text.entries),
  kinds: Uint8Array.from(text.kinds),
  languages: Uint16Array.from(text.languages),
});
