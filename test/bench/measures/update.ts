/** One entry changed in a list of 100,000: making its names anew, against making all of them. Runs here, as in the background. */
import { StartIndexBuilder, type StartIndex } from '../../../lib/match/start-index.ts';
import { ratioOf, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import { madeUpList } from '../made-names.ts';

const COUNT = 100_000;
const CHANGED = 41_000;

export function updateFigures(rounds: number): Figure[] {
  const { id, entries } = madeUpList(COUNT);
  const build = (old: StartIndex | null) => {
    const from = performance.now();
    const builder = new StartIndexBuilder(id, old);
    entries.forEach((entry, k) => builder.add(k === CHANGED && old ? { ...entry, names: { en: ['Renamed Works'] } } : entry, old !== null && k !== CHANGED));
    const index = builder.finish();
    return { index, time: performance.now() - from };
  };
  const full: number[] = [];
  const one: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const { index, time } = build(null);
    const again = build(index).time;
    if (round === 0) continue;
    full.push(time);
    one.push(again);
  }
  return [ratioOf({ what: 'names after a change of one entry, of all anew', browser: `Node ${process.versions.node}`, page: '100,000 entries', goal: GOALS.update }, one, full)];
}
