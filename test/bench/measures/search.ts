/**
 * Search while the user types, in a page of each browser, compared with MiniSearch set up for the
 * same; and the time to build and open it.
 */
import * as v from 'valibot';
import { HAN_TABLE } from '../../../lib/tools/build/han-table.ts';
import { allWords } from '../../../lib/search/languages/all.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
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

/** Questions in several languages and of several kinds, typed key by key. */
const QUESTIONS = [
  'china gallium ban',
  'is smic on the entity list',
  'who is head of bis',
  'rare earth export licence',
  'hs 8112.92',
  '0981.HK',
  'Seltene Erden Exportkontrolle',
  '稀土出口管制',
  'galium restrictons',
];
const MORE = [
  { more: 0, page: 'built-in list', goal: GOALS.popupKey },
  { more: 100_000, page: 'built-in list and 100,000 entries', goal: GOALS.popupKeyLarge },
] as const;
const Questions = v.object({ names: v.array(v.number()), questions: v.array(v.number()), first: v.array(v.number()) });

/** The times of the keys of questions, and of the search by names only for comparison. */
export async function questionFigures(lab: Lab, script: string, rounds: number): Promise<Figure[]> {
  const { id, entries, controls, acts } = builtInList();
  const path = lab.serve(JSON.stringify({ list: { id, entries, controls, acts }, ...allWords(), han: HAN_TABLE }), {
    type: 'application/json',
  });
  const figures: Figure[] = [];
  for (const { more, page: its, goal } of MORE) {
    const page = await lab.benchTab(lab.serve('<!doctype html><title>Questions</title>'), script);
    const asked = JSON.stringify(QUESTIONS);
    const answer = await page.evaluate(`bench.questions(${JSON.stringify(path)}, ${asked}, ${more}, ${rounds})`);
    await page.close();
    const { names, questions, first } = v.parse(Questions, answer);
    const about = { browser: lab.name, page: its, unit: 'ms' } as const;
    const p95 = (what: string, samples: readonly number[], bound?: typeof goal): Figure => ({
      ...figureOf({ what, ...about, ...(bound && { goal: bound }) }, samples),
      value: quantile(samples, 0.95),
    });
    figures.push(
      p95('a key of a question, 95th percentile', questions, goal),
      p95('the same by names alone, as before facets', names),
      figureOf({ what: 'opening the search and its first question', ...about }, first),
    );
  }
  return figures;
}
