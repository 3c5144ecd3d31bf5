/**
 * Search as one types, in a page: each key of some queries, ours against MiniSearch set up for the
 * same.
 */
import MiniSearch from 'minisearch';
import { fold } from '../../../lib/search/fold.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { searchTextOf, type SearchText } from '../../../lib/search/search-text.ts';
import { madeUpList } from '../made-names.ts';

const SHORT = 4;
const OPTIONS = {
  fields: ['text'],
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term || null,
};

/** Names as they are, halves of two of them, the words turned round, and slips of the finger. */
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
  /** Milliseconds: from entries, and from what is stored of a list that did not change. */
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
