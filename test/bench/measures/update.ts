/**
 * The time to rebuild names and search data after one entry changed in a list of 100,000, compared
 * with building all of them. Runs in Node here, as in the background.
 */
import { StartIndexBuilder, type StartIndex } from '../../../lib/match/names/prefix-index.ts';
import { SearchTextBuilder } from '../../../lib/search/make-search-text.ts';
import type { SearchText } from '../../../lib/search/search-text.ts';
import { ratioOf, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import { madeUpList } from '../made-names.ts';

const COUNT = 100_000;
const CHANGED = 41_000;

interface Made {
  names: StartIndex;
  search: SearchText;
}

export function updateFigures(rounds: number): Figure[] {
  const { id, entries } = madeUpList(COUNT);
  const build = (old: Made | null) => {
    const from = performance.now();
    const [names, search] = [new StartIndexBuilder(id, old?.names), new SearchTextBuilder(id, old?.search)];
    entries.forEach((entry, k) => {
      const isOther = k === CHANGED && old !== null;
      for (const builder of [names, search])
        builder.add(isOther ? { ...entry, names: { en: ['Renamed Works'] } } : entry, old !== null && !isOther);
    });
    return { made: { names: names.finish(), search: search.finish() }, time: performance.now() - from };
  };
  const full: number[] = [];
  const one: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { made, time } = build(null);
    const again = build(made).time;
    if (round === 0) continue;
    full.push(time);
    one.push(again);
  }
  return [
    ratioOf(
      {
        what: 'names and search after a change of one entry, of all anew',
        browser: `Node ${process.versions.node}`,
        page: '100,000 entries',
        goal: GOALS.update,
      },
      one,
      full,
    ),
  ];
}
