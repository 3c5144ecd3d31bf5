/**
 * Search while the user types, in a page: each key of some queries, compared with MiniSearch set up
 * for the same.
 */
import MiniSearch from 'minisearch';
import { takeHanPairs } from '../../../lib/match/text/simplify-chinese.ts';
import { fold } from '../../../lib/search/fold.ts';
import { createLexicon, type SearchWords } from '../../../lib/search/lexicon.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { searchTextOf } from '../../../lib/search/make-search-text.ts';
import type { SearchText } from '../../../lib/search/search-text.ts';
import { madeUpList } from '../made-names.ts';

const SHORT = 4;
const OPTIONS = {
  fields: ['text'],
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term || null,
};

/**
 * Full names, halves of two names, names with their words reversed, and names with typing errors.
 */
function queriesFrom(names: readonly string[]): string[] {
  const [a = '', b = '', c = '', d = ''] = [7, 501, 1003, 1777].map((k) => names[k]);
  const turned = c.split(' ').reverse().join(' ');
  return [a, b.slice(0, b.length / 2), turned, `${d.slice(0, 3)}${d.slice(4)}`, 'metals', 'qqxyzz works'];
}

const typed = (query: string): string[] => [...query].map((_, k) => query.slice(0, k + 1));

type Find = (query: string) => unknown;
const edits = (term: string) => (term.length < SHORT || /\d/.test(term) ? false : term.length < 6 ? 1 : 2);
const asked =
  (index: MiniSearch): Find =>
  (query) => {
    const words = fold(query);
    const found = index.search(words, { prefix: true, combineWith: 'AND' });
    return (
      found.length > 0 || words.length < SHORT
        ? found
        : index.search(words, { fuzzy: edits, maxFuzzy: 2, combineWith: 'AND' })
    ).slice(0, 30);
  };

function timed<T>(run: () => T): { time: number; made: T } {
  const from = performance.now();
  const made = run();
  return { time: performance.now() - from, made };
}

export interface SearchTimes {
  /**
   * Milliseconds to build the search: from entries, and from the stored data of an unchanged list.
   */
  making: number[];
  opening: number[];
  keys: number[];
}

export function searchTimes(count: number, rounds: number): { ours: SearchTimes; peer: SearchTimes } {
  const { id, entries } = madeUpList(count);
  const queries = queriesFrom(entries.map(({ name }) => name)).flatMap(typed);
  const measure = <Stored>(make: () => Stored, open: (stored: Stored) => Find): SearchTimes => {
    const times: SearchTimes = { making: [], opening: [], keys: [] };
    for (let round = 0; round <= rounds; round++) {
      const made = timed(make);
      const stored = structuredClone(made.made);
      const opened = timed(() => open(stored));
      const keys = queries.map((query) => timed(() => opened.made(query)).time);
      if (round === 0) continue;
      times.making.push(made.time);
      times.opening.push(opened.time);
      times.keys.push(...keys);
    }
    return times;
  };
  const ours = measure(
    () => searchTextOf(id, { entries }),
    (text: SearchText) => {
      const search = createSearch([text]);
      return (query) => search.find(query, { limit: 30 });
    },
  );
  const peer = measure(
    () => {
      const index = new MiniSearch<{ id: number; text: string }>(OPTIONS);
      index.addAll(entries.map(({ name }, k) => ({ id: k, text: fold(name) })));
      return JSON.stringify(index);
    },
    (json: string) => asked(MiniSearch.loadJSON(json, OPTIONS)),
  );
  return { ours, peer };
}

/** The built-in list, the words of questions and the table of Chinese characters, as JSON. */
export interface BuiltInSearch extends SearchWords {
  list: Parameters<typeof searchTextOf>[1] & { id: string };
  han: string;
}

export interface QuestionTimes {
  /** Milliseconds for each key, by names only, and with facets. */
  names: number[];
  questions: number[];
  /** Milliseconds to open the search and answer the first question, which reads the facets. */
  first: number[];
}

/**
 * Times of the keys of questions, typed in turns over the built-in list and `more` made-up entries.
 */
export function questionTimes(
  builtIn: BuiltInSearch,
  asked: readonly string[],
  more: number,
  rounds: number,
): QuestionTimes {
  takeHanPairs(builtIn.han);
  const lexicon = createLexicon(builtIn);
  const lists = [searchTextOf(builtIn.list.id, builtIn.list)];
  if (more > 0) {
    const { id, entries } = madeUpList(more);
    lists.push(searchTextOf(id, { entries }));
  }
  const keys = asked.flatMap(typed);
  const times: QuestionTimes = { names: [], questions: [], first: [] };
  for (let round = 0; round <= rounds; round++) {
    const stored = structuredClone(lists);
    const byNames = createSearch(stored);
    const first = timed(() => {
      const search = createSearch(stored, lexicon);
      search.find(asked[0] ?? '');
      return search;
    });
    const its = keys.map((key) => [
      timed(() => byNames.find(key, { limit: 30 })).time,
      timed(() => first.made.find(key, { limit: 30 })).time,
    ]);
    if (round === 0) continue;
    times.first.push(first.time);
    times.names.push(...its.map(([name = 0]) => name));
    times.questions.push(...its.map(([, question = 0]) => question));
  }
  return times;
}
