/**
 * The work that an extension adds to that of a page: processor time of the page's main thread from
 * navigation until it is idle, and the heap after collection, compared with an extension that has
 * an empty script. Processor time hardly depends on other work on the machine. In Firefox it is
 * read from Linux, and the heap is not measured.
 */
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { inFirefoxWindow } from '../../../lib/tools/browser/launch.ts';
import { pause } from '../../../lib/tools/browser/wait.ts';
import { NEWS } from '../../support/test-user.ts';
import { figureOf, median, type Figure } from '../figures.ts';
import type { Goal } from '../goals.ts';
import type { Lab } from '../lab.ts';
import { heapOf } from './heap.ts';

/** Milliseconds until a page has been read, including its cards. */
const AT_REST_MS = 2500;

/** The name of the contender that has goals. */
export const OURS = 'Tradegloss';

/** An extension in its own browser. */
export interface Contender {
  called: string;
  lab: Lab;
  /** Paths at which its pages are served. */
  paths: readonly string[];
}

export interface WorkPage {
  name: string;
  goals: { added?: Goal; heap?: Goal };
  /** Set if the page takes longer than usual to be read. */
  restMs?: number;
}

/** Processor seconds of the main thread in the page's process, as Chromium counts them. */
async function chromeSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

async function chromeWork(page: Page, url: string, restMs: number): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await chromeSeconds(session);
  await page.goto(url);
  await pause(restMs);
  const after = await chromeSeconds(session);
  await session.detach();
  return (after - before) * 1000;
}

/** The processes that may show a page. */
const FIREFOX_PROCESSES = `ChromeUtils.requestProcInfo().then(({ children }) =>
  JSON.stringify(children.filter(({ type }) => type.startsWith('web')).map(({ pid }) => pid)))`;

/**
 * Milliseconds of their main threads. Firefox counts hundredths of a second; Linux is more precise.
 */
async function firefoxTimes(lab: Lab): Promise<Map<number, number>> {
  const found = await inFirefoxWindow(lab.launched.browser, FIREFOX_PROCESSES);
  const pids = v.parse(v.array(v.number()), JSON.parse(String(found)));
  return new Map(pids.map((pid) => [pid, Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6]));
}

/**
 * The work of the process that worked most, which is that of the page. The others wait for pages.
 */
async function firefoxWork(lab: Lab, page: Page, url: string, restMs: number): Promise<number> {
  const before = await firefoxTimes(lab);
  await page.goto(url);
  await pause(restMs);
  const after = await firefoxTimes(lab);
  return Math.max(...[...before].map(([pid, ms]) => (after.get(pid) ?? ms) - ms));
}

/** Milliseconds of work for one visit. */
export async function workOf(lab: Lab, path: string, before: string, restMs = AT_REST_MS): Promise<number> {
  // A page of the same site was open before, so its process exists already.
  const page = await lab.tab(before, NEWS);
  try {
    await page.bringToFront();
    await pause(300);
    const url = lab.url(path, NEWS);
    return await (lab.name === 'chrome' ? chromeWork(page, url, restMs) : firefoxWork(lab, page, url, restMs));
  } finally {
    await page.close();
  }
}

/** Measures in a new tab, because the browser keeps the previous page of a tab with its heap. */
async function heapAfter(lab: Lab, path: string, restMs: number): Promise<number> {
  const page = await lab.tab(path, NEWS);
  try {
    await page.bringToFront();
    await pause(restMs);
    return await heapOf(page);
  } finally {
    await page.close();
  }
}

/** Few rounds are enough, because the heap hardly differs between visits. */
const HEAP_ROUNDS = 3;

interface Rounds {
  rounds: number;
  /**
   * True if all contenders visit at the same time, each in its own browser: most of a visit is
   * waiting.
   */
  atOnce: boolean;
}

/**
 * Samples of all contenders, in turns or at once. The first visit of each fills the caches of code
 * and connections.
 */
async function sampled(
  contenders: readonly Contender[],
  { rounds, atOnce }: Rounds,
  sample: (contender: Contender) => Promise<number>,
): Promise<number[][]> {
  const samples: number[][] = contenders.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    const all: Promise<number>[] = [];
    for (const contender of contenders) {
      const one = sample(contender);
      all.push(one);
      if (!atOnce) await one;
    }
    const values = await Promise.all(all);
    if (round > 0) for (const [k, value] of values.entries()) samples[k]?.push(value);
  }
  return samples;
}

/**
 * Compares each contender with the first, empty one. The ratio is the added work divided by the
 * page's own.
 */
export async function workFigures(
  contenders: readonly Contender[],
  pages: readonly WorkPage[],
  { rounds, atOnce }: Rounds,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  const before = new Map(contenders.map(({ lab }) => [lab, lab.serve('<!doctype html><title>Before</title>')]));
  for (const [k, { name: page, goals, restMs = AT_REST_MS }] of pages.entries()) {
    const path = ({ paths }: Contender) => paths[k] ?? '';
    const work = await sampled(contenders, { rounds, atOnce }, (one) =>
      workOf(one.lab, path(one), before.get(one.lab) ?? '', restMs),
    );
    const inChrome = contenders[0]?.lab.name === 'chrome';
    const heap = inChrome
      ? await sampled(contenders, { rounds: Math.min(rounds, HEAP_ROUNDS), atOnce }, (one) =>
          heapAfter(one.lab, path(one), restMs),
        )
      : [];
    const [own, ownHeap] = [median(work[0] ?? []), median(heap[0] ?? [])];
    for (const [c, { called, lab }] of contenders.entries()) {
      const about = { browser: lab.name, page };
      const of = (goal: Goal | undefined) => (called === OURS ? goal : undefined);
      const ms = work[c] ?? [];
      if (c === 0) figures.push(figureOf({ what: 'the page’s own work', ...about, unit: 'ms' }, ms));
      else {
        const what = { work: `work added, of the page’s own: ${called}`, heap: `heap added: ${called}` };
        const ratios = ms.map((one) => (one - own) / own);
        figures.push(figureOf({ what: what.work, ...about, unit: 'x', goal: of(goals.added) }, ratios));
        const more = (heap[c] ?? []).map((one) => one - ownHeap);
        if (inChrome) figures.push(figureOf({ what: what.heap, ...about, unit: 'MB', goal: of(goals.heap) }, more));
      }
    }
  }
  return figures;
}
