/** The parts of the bench, in the order of their run in one browser. */
import { textOf } from '../../lib/knowledge/model/name-rule.ts';
import { compileNames } from '../../lib/match/names/compile.ts';
import { encodeFilter, encodeNames } from '../../lib/match/names/serialize.ts';
import { StartIndexBuilder, filterOf } from '../../lib/match/names/prefix-index.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import type { BrowserName } from '../../lib/tools/browser/browsers.ts';
import type { Figure } from './figures.ts';
import type { BenchPage, Lab } from './lab.ts';
import { layoutWorkFigures, pageWorkFigures } from './page-work-part.ts';
import { madeUpList, madeUpNames } from './made-names.ts';
import { cardFigures } from './measures/card.ts';
import { fileFigures } from './measures/files.ts';
import { firstMarkFigures } from './measures/first-mark.ts';
import { heapFigures } from './measures/heap.ts';
import { MOVING, changeFigures, motionFigures } from './measures/motion.ts';
import { popupFigures } from './measures/popup.ts';
import { questionFigures, searchFigures } from './measures/search.ts';
import { sliceFigures } from './measures/slices.ts';
import {
  firstFigures,
  peerFigures,
  startFigures,
  warmFigures,
  type PeerNames,
  type TextSetting,
} from './measures/text.ts';
import { updateFigures } from './measures/update.ts';

export interface Setting {
  lab: Lab;
  script: string;
  pages: readonly BenchPage[];
  folder: string;
  short: boolean;
  /** Each part that goes by the clock runs in one of the two browsers. */
  turns: boolean;
}

export interface Part {
  part: string;
  /** Set if it measures processor time, which hardly depends on what runs at the same time. */
  byProcessor?: boolean;
  run: () => Promise<Figure[]>;
}

const MORE = [10_000, 100_000] as const;
/**
 * The first rounds run code that is not compiled yet. With three rounds the ratio doubles by
 * chance.
 */
const PEER_ROUNDS = 12;
const label = (count: number) => count.toLocaleString('en');

let builtIn: { compiled: string; plain: string[] } | null = null;
function builtInNames() {
  if (builtIn) return builtIn;
  const list = builtInList();
  const texts = list.entries.flatMap((entry) => Object.values(entry.names).flatMap((names) => names.map(textOf)));
  builtIn = { compiled: encodeNames(compileNames(list)), plain: [...new Set(texts)] };
  return builtIn;
}

const compiledMore = new Map<number, string>();
function moreNames(count: number): string {
  const known = compiledMore.get(count) ?? encodeNames(compileNames(madeUpList(count)));
  compiledMore.set(count, known);
  return known;
}

function filterOfMore(count: number): string {
  const { id, entries } = madeUpList(count);
  const builder = new StartIndexBuilder(id);
  for (const entry of entries) builder.add(entry, false);
  return encodeFilter(filterOf(builder.finish()));
}

/** The browser in which CI runs a part that goes by the clock. */
const IN_TURN: Partial<Record<string, BrowserName>> = {
  update: 'chrome',
  text: 'chrome',
  'start-up': 'firefox',
  'first pass': 'chrome',
  peers: 'firefox',
  'first mark': 'chrome',
  changes: 'firefox',
  motion: 'chrome',
};

export function partsOf({ lab, script, pages, folder, short, turns }: Setting): Part[] {
  const json = (text: string) => lab.serve(text, { type: 'application/json' });
  const names = builtInNames();
  const served = pages.map(({ name, html }) => ({ name, path: lab.serve(html, { still: true }) }));
  const long = served.slice(-1);
  const setting = (page: { name: string; path: string }): TextSetting => ({
    lab,
    script,
    page,
    builtIn: json(names.compiled),
    rounds: short ? 6 : 9,
    fill: 50,
  });
  const large = () => MORE.map((count) => ({ names: label(count), path: json(moreNames(count)) }));
  const each = async <T>(list: readonly T[], run: (one: T) => Promise<Figure[]>) => {
    const all: Figure[] = [];
    for (const one of list) all.push(...(await run(one)));
    return all;
  };
  const peers: PeerNames[] = [
    { label: 'built-in', compiled: [], plain: json(JSON.stringify(names.plain)), large: false },
    ...(short
      ? []
      : MORE.map((count) => ({
          label: label(count),
          compiled: [json(moreNames(count))],
          plain: json(JSON.stringify([...names.plain, ...madeUpNames(count)])),
          large: true,
        }))),
  ];
  const inChrome = lab.name === 'chrome';
  const parts: (Part | false)[] = [
    {
      part: 'page work',
      byProcessor: true,
      run: () =>
        pageWorkFigures({
          lab,
          folder,
          saved: pages.find(({ name }) => name.startsWith('wikipedia')),
          rounds: short ? 3 : 11,
          short,
        }),
    },
    // Only in the long run, because CI has no time for it.
    !short && { part: 'layout and frames', run: () => layoutWorkFigures({ lab, folder, rounds: 7 }) },
    !short && { part: 'files', run: () => Promise.resolve(fileFigures(lab.name)) },
    inChrome && { part: 'update', run: () => Promise.resolve(updateFigures(short ? 3 : 5)) },
    !short && { part: 'search', run: () => searchFigures(lab, script, 5) },
    !short && { part: 'questions', run: () => questionFigures(lab, script, 5) },
    { part: 'text', run: () => each(served, (page) => warmFigures(setting(page), large())) },
    {
      part: 'start-up',
      run: () =>
        each(served.slice(0, 1), (page) =>
          startFigures(setting(page), json(moreNames(2000)), json(filterOfMore(100_000))),
        ),
    },
    {
      part: 'first pass',
      run: () => each(short ? long : served, (page) => firstFigures(setting(page), short ? 3 : 5)),
    },
    // Peers that change the page take seconds with large lists, so those run only on the first
    // page.
    {
      part: 'peers',
      run: () =>
        each(peers, (its) =>
          each(its.large || short ? served.slice(0, 1) : served, (page) =>
            peerFigures({ ...setting(page), rounds: its.large ? 5 : PEER_ROUNDS }, its),
          ),
        ),
    },
    { part: 'first mark', run: () => firstMarkFigures(lab, folder, short ? 5 : 15) },
    { part: 'changes', run: () => changeFigures(lab, short ? 3 : 9) },
    inChrome && {
      part: 'motion',
      run: () =>
        motionFigures(
          lab,
          short ? ['ticker'] : (['ticker', 'chat of 10,000', 'live blog'] satisfies (keyof typeof MOVING)[]),
          3,
          short ? 2000 : 6000,
        ),
    },
    !short && { part: 'card', run: () => cardFigures(lab, 6) },
    !short && { part: 'popup', run: () => popupFigures(lab, 5) },
    inChrome && !short && { part: 'heap', run: () => heapFigures(lab, served, 3) },
    inChrome && !short && { part: 'slices', run: () => sliceFigures(lab, served, folder) },
  ];
  return parts
    .filter((part) => part !== false)
    .filter(({ part }) => !turns || (IN_TURN[part] ?? lab.name) === lab.name);
}
