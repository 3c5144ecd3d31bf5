/**
 * The part of the bench that runs in pages. It is added as one script, and `globalThis.bench` is
 * its interface.
 */
import * as v from 'valibot';
import { decodeFilter, decodeNames } from '../../../lib/match/names/serialize.ts';
import { createMatcher } from '../../../lib/match/index.ts';
import { KeyReader } from '../../../lib/match/names/prefix-filter.ts';
import { perRun } from './clock.ts';
import { Ours } from './ours.ts';
import { PEERS, type Peer } from './peers.ts';
import { questionTimes, searchTimes, type BuiltInSearch, type QuestionTimes } from './search.ts';
import { bareWalk } from './walk.ts';

const get = async (path: string): Promise<string> => (await fetch(path)).text();

/** Loads compiled names from the addresses at which the bench serves them. */
const oursFrom = async (paths: readonly string[]) => new Ours((await Promise.all(paths.map(get))).map(decodeNames));

/**
 * Milliseconds that each function runs before it is measured. With less, its code is still being
 * compiled, on threads that other work on the machine delays: the same build took 37 and 93 times
 * as long as the walk.
 */
const WARM_UP_MS = 1500;

/** Milliseconds of each run: the bare walk and what is compared with it, in turns. */
async function warm(
  namePaths: readonly (readonly string[])[],
  rounds: number,
  fill: number,
): Promise<{ walk: number[]; ours: number[][] }> {
  const all: Ours[] = [];
  for (const paths of namePaths) all.push(await oursFrom(paths));
  const runs = all.map((ours) => () => ours.run(document.body));
  const walk = () => bareWalk(document.body);
  for (const run of [walk, ...runs]) perRun(run, WARM_UP_MS);
  const result = { walk: [] as number[], ours: runs.map((): number[] => []) };
  for (let round = 0; round < rounds; round++) {
    result.walk.push(perRun(walk, fill));
    runs.forEach((run, k) => result.ours[k]?.push(perRun(run, fill)));
  }
  return result;
}

/** The time of a first pass, in a tab where nothing ran before, in milliseconds. */
function firstWalk(): number {
  const from = performance.now();
  bareWalk(document.body);
  return performance.now() - from;
}

async function firstOurs(paths: readonly string[]): Promise<{ make: number; run: number }> {
  const texts = await Promise.all(paths.map(get));
  const from = performance.now();
  const ours = new Ours(texts.map(decodeNames));
  const made = performance.now();
  ours.run(document.body);
  return { make: made - from, run: performance.now() - made };
}

/**
 * The work of a tab before it can read: with a small list, of which it gets all names, and with a
 * large one, of which it gets the filter of name beginnings.
 */
async function starts(
  builtIn: string,
  small: string,
  large: string,
  rounds: number,
  fill: number,
): Promise<{ small: number[]; large: number[] }> {
  const [own, whole, filter] = await Promise.all([builtIn, small, large].map(get));
  const ready = () => createMatcher([decodeNames(own ?? '')]);
  const runs = {
    small: () => [ready(), createMatcher([decodeNames(whole ?? '')])],
    large: () => [ready(), new KeyReader([decodeFilter(filter ?? '')])],
  };
  const times = { small: [] as number[], large: [] as number[] };
  for (let round = 0; round <= rounds; round++)
    for (const which of ['small', 'large'] as const) {
      const time = perRun(runs[which], fill);
      if (round > 0) times[which].push(time);
    }
  return times;
}

export interface Contest {
  /** Milliseconds of our runs, with marks registered. */
  ours: number[];
  /** The same for each peer, or the reason why it failed. */
  peers: Record<string, { times: number[]; found: number } | { failed: string }>;
}

function timesOf(peer: Peer, rounds: number, fill: number): { times: number[]; found: number } {
  const root = document.body;
  let found = peer.run(root);
  peer.undo();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    if (!peer.writes) {
      times.push(perRun(() => (found = peer.run(root)), fill));
      continue;
    }
    const from = performance.now();
    found = peer.run(root);
    times.push(performance.now() - from);
    peer.undo();
  }
  return { times, found };
}

async function contest(
  paths: readonly string[],
  namesPath: string,
  rounds: number,
  fill: number,
  only?: readonly string[],
): Promise<Contest> {
  const names = v.parse(v.array(v.string()), JSON.parse(await get(namesPath)));
  const ours = await oursFrom(paths);
  const own: Peer = { writes: false, run: () => ours.mark(document.body), undo: () => undefined };
  const result: Contest = { ours: timesOf(own, rounds, fill).times, peers: {} };
  CSS.highlights.clear();
  for (const [name, make] of Object.entries(PEERS)) {
    if (only && !only.includes(name)) continue;
    try {
      result.peers[name] = timesOf(make(names), rounds, fill);
    } catch (error) {
      result.peers[name] = { failed: error instanceof Error ? error.message.slice(0, 80) : String(error) };
    }
  }
  return result;
}

/** `path`: the address at which the bench serves the data that it just built. */
async function questions(path: string, asked: readonly string[], more: number, rounds: number): Promise<QuestionTimes> {
  return questionTimes(JSON.parse(await get(path)) as BuiltInSearch, asked, more, rounds);
}

const bench = { starts, warm, firstWalk, firstOurs, contest, searchTimes, questions };
export type BenchInPage = typeof bench;

declare global {
  var bench: BenchInPage;
}
globalThis.bench = bench;
