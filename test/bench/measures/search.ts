/**
 * Search as one types, in a page of each browser, against MiniSearch set up for the same; and what
 * making and opening it takes.
 */
import * as v from 'valibot';
import { figureOf, quantile, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import type { Lab } from '../lab.ts';

const COUNTS = [
  { count: 2000, goal: GOALS.popupKey },
  { count: 100_000, goal: GOALS.popupKeyLarge },
] as const;
const Times = v.object({ making: v.array(v.number()), opening: v.array(v.number()), keys: v.array(v.number()) });
const Answer = v.object({ ours: Times, peer: Times });

export async function searchFigures(lab: Lab, script: string, rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { count, goal } of COUNTS) {
    const page = await lab.benchTab(lab.serve('<!doctype html><title>Search</title>'), script);
    const { ours, peer } = v.parse(Answer, await page.evaluate(`bench.searchTimes(${count}, ${rounds})`));
    await page.close();
    const about = { browser: lab.name, page: `${count.toLocaleString('en')} entries`, unit: 'ms' } as const;
    const p95 = (what: string, samples: readonly number[], its?: typeof goal) => ({
      ...figureOf({ what, ...about, goal: its }, samples),
      value: quantile(samples, 0.95),
    });
    figures.push(
      p95('search for a key, 95th percentile', ours.keys, goal),
      p95('the same by MiniSearch', peer.keys),
      figureOf({ what: 'making what a list is searched by, when it changes', ...about }, ours.making),
      figureOf({ what: 'the same by MiniSearch, as JSON', ...about }, peer.making),
      figureOf({ what: 'opening the search from what is stored', ...about }, ours.opening),
      figureOf({ what: 'the same by MiniSearch', ...about }, peer.opening),
    );
  }
  return figures;
}
