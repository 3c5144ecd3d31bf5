/**
 * Collecting, folding, matching and choosing senses: compared with a bare walk, with more names,
 * and with the peers.
 */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { figureOf, noFigure, ratioOf, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import type { Lab } from '../lab.ts';

const Times = v.array(v.number());
const Warm = v.object({ walk: Times, ours: v.array(Times) });
const First = v.object({ make: v.number(), run: v.number() });
const Starts = v.object({ small: Times, large: Times });
const Contest = v.object({
  ours: Times,
  peers: v.record(
    v.string(),
    v.union([v.object({ times: Times, found: v.number() }), v.object({ failed: v.string() })]),
  ),
});

const call = async <S extends v.GenericSchema>(
  page: Page,
  schema: S,
  name: string,
  ...args: unknown[]
): Promise<v.InferOutput<S>> => v.parse(schema, await page.evaluate(`bench.${name}(...${JSON.stringify(args)})`));

export interface TextSetting {
  lab: Lab;
  script: string;
  page: { name: string; path: string };
  /** The address of compiled names. */
  builtIn: string;
  rounds: number;
  /** Milliseconds that one sample fills. */
  fill: number;
}

/** Times of warm code, with the built-in list alone and with more names. */
export async function warmFigures(
  { lab, script, page, builtIn, rounds, fill }: TextSetting,
  more: readonly { names: string; path: string }[],
): Promise<Figure[]> {
  const tab = await lab.benchTab(page.path, script);
  const { walk, ours } = await call(
    tab,
    Warm,
    'warm',
    [[builtIn], ...more.map(({ path }) => [builtIn, path])],
    rounds,
    fill,
  );
  await tab.close();
  const about = { browser: lab.name, page: page.name };
  const own = ours[0] ?? [];
  return [
    figureOf({ what: 'bare walk', ...about, unit: 'ms' }, walk),
    ratioOf({ what: 'text to mentions, warm, of the walk', ...about, goal: GOALS.warm }, own, walk),
    ...more.map(({ names }, k) =>
      ratioOf(
        { what: `with ${names} names, of the built-in list`, ...about, goal: GOALS.moreNames },
        ours[k + 1] ?? [],
        own,
      ),
    ),
  ];
}

/** Times of first passes, each in a new tab where no code ran before. */
export async function firstFigures({ lab, script, page, builtIn }: TextSetting, tabs: number): Promise<Figure[]> {
  const walks: number[] = [];
  const runs: number[] = [];
  const makes: number[] = [];
  for (let k = 0; k < tabs; k++) {
    const bare = await lab.benchTab(page.path, script);
    walks.push(await call(bare, v.number(), 'firstWalk'));
    await bare.close();
    const tab = await lab.benchTab(page.path, script);
    const { make, run } = await call(tab, First, 'firstOurs', [builtIn]);
    makes.push(make);
    runs.push(run);
    await tab.close();
  }
  const about = { browser: lab.name, page: page.name };
  return [
    ratioOf({ what: 'first pass in a fresh tab, of the walk’s', ...about, goal: GOALS.firstPass }, runs, walks),
    figureOf({ what: 'names made ready in a fresh tab', ...about, unit: 'ms' }, makes),
  ];
}

/** The time to prepare a tab with a list of 100,000 names, compared with one of 2,000. */
export async function startFigures(
  { lab, script, page, builtIn, rounds, fill }: TextSetting,
  small: string,
  large: string,
): Promise<Figure[]> {
  const tab = await lab.benchTab(page.path, script);
  const times = await call(tab, Starts, 'starts', builtIn, small, large, rounds, fill);
  await tab.close();
  const about = { browser: lab.name, page: '' };
  return [
    ratioOf(
      { what: 'a tab made ready with 100,000 names, of 2,000', ...about, goal: GOALS.start },
      times.large,
      times.small,
    ),
    figureOf({ what: 'a tab made ready with 2,000 names', ...about, unit: 'ms' }, times.small),
  ];
}

const WRITERS: ReadonlySet<string> = new Set(['mark.js', 'findAndReplaceDOMText']);

export interface PeerNames {
  label: string;
  /** Addresses of other lists than the built-in one, and of all names as plain texts. */
  compiled: readonly string[];
  plain: string;
  large: boolean;
}

/**
 * Compares with the peers on the same page with the same names. Ours must be faster than those that
 * change the page and, with a large list, than the fastest that works at all.
 */
export async function peerFigures(
  { lab, script, page, builtIn, rounds, fill }: TextSetting,
  names: PeerNames,
  only?: readonly string[],
): Promise<Figure[]> {
  const tab = await lab.benchTab(page.path, script);
  const { ours, peers } = await call(
    tab,
    Contest,
    'contest',
    [builtIn, ...names.compiled],
    names.plain,
    rounds,
    fill,
    only,
  );
  await tab.close();
  const about = { browser: lab.name, page: page.name };
  const best = Math.min(
    ...Object.values(peers).map((result) => ('failed' in result ? Infinity : Math.min(...result.times))),
  );
  const figures: Figure[] = [figureOf({ what: `ours, with marks, ${names.label} names`, ...about, unit: 'ms' }, ours)];
  for (const [peer, result] of Object.entries(peers)) {
    const what = `ours of ${peer}, ${names.label} names`;
    if ('failed' in result) {
      figures.push(noFigure({ what, ...about }, `it cannot be built: ${result.failed}`));
      continue;
    }
    const counts = names.large ? Math.min(...result.times) === best : WRITERS.has(peer);
    figures.push(ratioOf({ what, ...about, goal: counts ? GOALS.peer : undefined }, ours, result.times));
  }
  return figures;
}
