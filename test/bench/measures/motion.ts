/** Pages in motion: what their own changes cost, and what a frame costs, with marks and without. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { settledMarks } from '../../../lib/publish/drive.ts';
import { pause } from '../../../lib/publish/wait.ts';
import { ELSEWHERE, NEWS } from '../../support/reader.ts';
import { ratioOf, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import type { Lab } from '../lab.ts';
import { chat, liveBlog, newsPage, ticker } from '../made-pages.ts';

/** The page's own work: paragraphs come and go, texts change. In milliseconds of one turn. */
const CHANGES = `globalThis.change = (fill) => {
  const paragraphs = [...document.querySelectorAll('p')];
  let turns = 0;
  const from = performance.now();
  do {
    for (let k = 0; k < 400; k++) {
      const line = document.createElement('p');
      line.textContent = 'Line ' + k + ' on gallium and nothing else';
      paragraphs[k % paragraphs.length].after(line);
      line.firstChild.data = 'Line ' + k + ' on germanium';
      line.remove();
    }
    turns++;
  } while (performance.now() - from < fill);
  return (performance.now() - from) / turns;
};`;

/** Ranges that reading the marks left behind slow the page's changes down until they are collected. */
async function collected(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

const Ms = v.number();
const change = async (page: Page) => v.parse(Ms, await page.evaluate('change(40)'));

/** What any script pays that is told of a page's changes: an observer that does nothing. */
const TOLD = `new MutationObserver(() => {}).observe(document, { childList: true, characterData: true, subtree: true });`;

/**
 * Script time of the page's own changes, annotated against not. What it counts is noting each change for
 * whoever is told of it, before anybody does a thing: so the same page told of by a script of its own is beside it.
 */
export async function changeFigures(lab: Lab, rounds: number): Promise<Figure[]> {
  const path = lab.serve(newsPage(CHANGES));
  const bare = await lab.tab(path, ELSEWHERE);
  const told = await lab.tab(path, ELSEWHERE);
  await told.evaluate(TOLD);
  const annotated = await lab.tab(path, NEWS);
  await settledMarks(annotated);
  const tabs = [bare, told, annotated];
  const times: number[][] = tabs.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [k, page] of tabs.entries()) {
      await page.bringToFront();
      // What was seen of the turn before is worked off first.
      await pause(1200);
      if (lab.name === 'chrome') await collected(page);
      const time = await change(page);
      if (round > 0) times[k]?.push(time);
    }
  }
  for (const page of tabs) await page.close();
  const [plain = [], observed = [], ours = []] = times;
  const about = { browser: lab.name, page: 'news' } as const;
  return [
    ratioOf(
      { what: 'script time of the page’s own changes, of the bare page’s', ...about, goal: GOALS.changes },
      ours,
      plain,
    ),
    ratioOf({ what: 'the same of a page that observes itself and does nothing', ...about }, observed, plain),
  ];
}

/** For the bare page: registers the ranges that the annotated one has, by place in the text, and nothing more. */
const registerAs = (marks: readonly { at: number; length: number }[]) => `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentNode.nodeName === 'SCRIPT' || node.parentNode.nodeName === 'STYLE') continue;
    nodes.push([length, node]);
    length += node.data.length;
  }
  const point = (at) => { const found = nodes.findLast(([start]) => start <= at); return [found[1], at - found[0]]; };
  const highlight = new Highlight();
  for (const { at, length } of ${JSON.stringify(marks)}) {
    const [from, start] = point(at);
    const [to, end] = point(at + length);
    highlight.add(new StaticRange({ startContainer: from, startOffset: start, endContainer: to, endOffset: end }));
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('::highlight(bench) { text-decoration: underline dotted 2px #a56a24; text-underline-offset: 0.2em }');
  document.adoptedStyleSheets.push(sheet);
  CSS.highlights.set('bench', highlight);
})()`;

/** Milliseconds of the main thread over a time, from Chromium's own count. */
async function taskTime(page: Page, ms: number): Promise<number> {
  await page.bringToFront();
  await pause(300);
  const before = (await page.metrics()).TaskDuration ?? 0;
  await pause(ms);
  return (((await page.metrics()).TaskDuration ?? 0) - before) * 1000;
}

export const MOVING = {
  ticker: ticker(''),
  'chat of 10,000': chat('', 10_000),
  'live blog': liveBlog(''),
} as const;

/** Main-thread time of a page in motion, against the same page where a bare script registers the same ranges. Chromium only. */
export async function motionFigures(
  lab: Lab,
  pages: readonly (keyof typeof MOVING)[],
  rounds: number,
  ms: number,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of pages) {
    const path = lab.serve(MOVING[name]);
    const annotated = await lab.tab(path, NEWS);
    await annotated.bringToFront();
    const marks = (await settledMarks(annotated, { rest: 500, limit: 4000 })).map(({ at, text }) => ({
      at,
      length: text.length,
    }));
    const bare = await lab.tab(path, ELSEWHERE);
    await bare.evaluate(registerAs(marks));
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      theirs.push(await taskTime(bare, ms));
      ours.push(await taskTime(annotated, ms));
    }
    await annotated.close();
    await bare.close();
    figures.push(
      ratioOf(
        { what: 'main thread, of the page with the same ranges', browser: lab.name, page: name, goal: GOALS.motion },
        ours,
        theirs,
      ),
    );
  }
  return figures;
}
