/** Protects the search of the site: its data are small, and it finds what the extension finds. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createLexicon } from '../../../../lib/search/lexicon.ts';
import { allWords } from '../../../../lib/search/languages/all.ts';
import { searchTextOf } from '../../../../lib/search/make-search-text.ts';
import { createSearch } from '../../../../lib/search/search.ts';
import { builtInList } from '../../../../lib/tools/build/built-in.ts';
import {
  dataScript,
  NAMES,
  namesOf,
  QUESTIONS,
  searchTextFrom,
} from '../../../../lib/tools/publish/site/search-data.ts';

const list = builtInList();
const text = searchTextOf(list.id, list);
const names = namesOf(text);
const questions = { words: allWords(), facets: text.facets };

/** Of gzip's 431,863 with 1,932 entries; with offsets and printed names it was 890,695. */
const MAX_BYTES = 460_000;

it.each(['gallium', '镓', 'huawie', 'GB300', '3B001', 'announcement 46 of 2024', 'who restricts germanium to the US'])(
  'answers %s as the extension does',
  (query) => {
    const entries = (one: typeof text) =>
      createSearch([one], createLexicon(questions.words))
        .find(query)
        .hits.map(({ entry, how, field }) => [entry, how, field]);
    const found = entries({ ...searchTextFrom(names), facets: text.facets });
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(entries(text));
  },
);

it('is loaded in few bytes', () => {
  const bytes = [dataScript(NAMES, names), dataScript(QUESTIONS, questions)].map(
    ([, content]) => gzipSync(content).length,
  );
  expect(bytes[0]).toBeLessThan(MAX_BYTES / 2);
  expect(bytes[1]).toBeLessThan(MAX_BYTES / 2);
});
