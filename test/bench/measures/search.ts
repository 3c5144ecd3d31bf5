/** Search as one types: each key of some queries, against MiniSearch set up for the same; and what building takes. Runs here. */
import MiniSearch from 'minisearch';
import { fold } from '../../../lib/search/fold.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { searchTextOf } from '../../../lib/search/search-text.ts';
import { figureOf, quantile, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import { madeUpList } from '../made-names.ts';

const COUNTS = [
  { count: 2000, goal: GOALS.popupKey },
  { count: 100_000, goal: GOALS.popupKeyLarge },
] as const;
const SHORT = 4;

/** Names as they are, halves of two of them, the words turned round, and slips of the finger. */
function queriesFrom(names: readonly string[]): string[] {
  const [a = '', b = '', c = '', d = ''] = [7, 501, 1003, 1777].map((k) => names[k]);
  const turned = c.split(' ').reverse().join(' ');
  return [a, b.slice(0, b.length / 2), turned, `${d.slice(0, 3)}${d.slice(4)}`, 'metals', 'qqxyzz works'];
}

const typed = (query: string): string[] => [...query].map((_, k) => query.slice(0, k + 1));

function miniSearch(entries: readonly { name: string }[]): (query: string) => unknown {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: (text) => text.split(' '), processTerm: (term) => term || null });
  index.addAll(entries.map(({ name }, id) => ({ id, text: fold(name) })));
  const edits = (term: string) => (term.length < SHORT || /\d/.test(term) ? false : term.length < 6 ? 1 : 2);
  return (query) => {
    const asked = fold(query);
    const found = index.search(asked, { prefix: true, combineWith: 'AND' });
    return (found.length > 0 || asked.length < SHORT ? found : index.search(asked, { fuzzy: edits, maxFuzzy: 2, combineWith: 'AND' })).slice(0, 30);
  };
}

export function searchFigures(rounds: number): Figure[] {
  const browser = `Node ${process.versions.node}`;
  return COUNTS.flatMap(({ count, goal }) => {
    const { entries } = madeUpList(count);
    const queries = queriesFrom(entries.map(({ name }) => name)).flatMap(typed);
    const page = `${count.toLocaleString('en')} entries`;
    const time = (run: () => void) => {
      const from = performance.now();
      run();
      return performance.now() - from;
    };
    const made: number[] = [];
    const keys = (find: (query: string) => unknown) =>
      Array.from({ length: rounds + 1 }, () => queries.map((query) => time(() => find(query))))
        .slice(1)
        .flat();
    const ours = Array.from({ length: rounds }, () => {
      let search = createSearch([]);
      made.push(time(() => (search = createSearch([searchTextOf('large', entries)]))));
      return search;
    }).at(-1);
    const peers: number[] = [];
    let peer: ReturnType<typeof miniSearch> = () => null;
    peers.push(time(() => (peer = miniSearch(entries))));
    const about = { browser, page, unit: 'ms' } as const;
    const p95 = (what: string, samples: readonly number[], its?: typeof goal) => ({ ...figureOf({ what, ...about, goal: its }, samples), value: quantile(samples, 0.95) });
    return [
      p95(
        'search for a key, 95th percentile',
        keys((query) => ours?.find(query, 30)),
        goal,
      ),
      p95('the same by MiniSearch', keys(peer)),
      figureOf({ what: 'making the search', ...about }, made),
      figureOf({ what: 'the same by MiniSearch', ...about }, peers),
    ];
  });
}
