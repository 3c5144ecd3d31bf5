/**
 * Changing pages: the cost of their own changes, and the cost of a frame, with and without marks.
 */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { firstMarks, settledMarks } from '../../../lib/tools/browser/drive.ts';
import { pause } from '../../../lib/tools/browser/wait.ts';
import { ELSEWHERE, NEWS } from '../../support/test-user.ts';
import { ratioOf, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import type { Lab } from '../lab.ts';
import { chat, liveBlog, newsPage, ticker } from '../made-pages.ts';

/**
 * The page's own work: it adds and removes paragraphs, and changes texts. Returns the milliseconds
 * of one turn.
 */
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

/**
 * Waits until the ranges that reading the marks created are collected, because they slow the page's
 * changes.
 */
async function collected(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

const Ms = v.number();
const change = async (page: Page) => v.parse(Ms, await page.evaluate('change(40)'));

/** An observer that does nothing: the cost for any script that observes a page's changes. */
const TOLD = `new MutationObserver(() => {}).observe(document, { childList: true, characterData: true, subtree: true });`;

/**
 * Script time of the page's own changes, with and without Tradegloss. The browser's recording of
 * each change for an observer is part of it, so the same page with an idle observer is measured
 * too.
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
      // Waits until the work of the previous turn is finished.
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

interface Registered {
  marks: readonly { at: number; length: number }[];
  /**
   * The words of marks to register once a second, as we do, in new children of the element `grows`
   * too.
   */
  words: readonly string[];
  grows: string | null;
}

/**
 * For the bare page: registers the same ranges as in the annotated page, by position in the text,
 * and does nothing else.
 */
const registerAs = ({ marks, words, grows }: Registered) => `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentNode.nodeName === 'SCRIPT' || node.parentNode.nodeName === 'STYLE') continue;
    nodes.push([length, node]);
    length += node.data.length;
  }
  const highlight = new Highlight();
  const add = (startContainer, startOffset, endContainer, endOffset) =>
    highlight.add(new StaticRange({ startContainer, startOffset, endContainer, endOffset }));
  const point = (at) => { const found = nodes.findLast(([start]) => start <= at); return [found[1], at - found[0]]; };
  for (const { at, length } of ${JSON.stringify(marks)}) add(...point(at), ...point(at + length));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('::highlight(bench) { text-decoration: underline dotted 2px #a56a24; text-underline-offset: 0.2em }');
  document.adoptedStyleSheets.push(sheet);
  CSS.highlights.set('bench', highlight);
  const growing = ${grows === null ? 'null' : `document.querySelector('${grows}')`};
  if (!growing) return;
  const known = new WeakSet(growing.children);
  setInterval(() => {
    for (let next = growing.firstElementChild; next && !known.has(next); next = next.nextElementSibling) {
      known.add(next);
      const texts = document.createTreeWalker(next, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        for (const word of ${JSON.stringify(words)}) {
          const at = node.data.indexOf(word);
          if (at >= 0) add(node, at, node, at + word.length);
        }
    }
  }, 1000);
})()`;

/** Milliseconds of work on the main thread during a period, as Chromium counts them. */
async function taskTime(page: Page, ms: number): Promise<number> {
  await page.bringToFront();
  await pause(300);
  const before = (await page.metrics()).TaskDuration ?? 0;
  await pause(ms);
  return (((await page.metrics()).TaskDuration ?? 0) - before) * 1000;
}

/** `grows`: the element whose new children are visible, so that their marks are registered. */
export const MOVING = {
  ticker: { html: ticker(''), grows: null },
  'chat of 10,000': { html: chat('', 10_000), grows: null },
  'live blog': { html: liveBlog(''), grows: '#posts' },
} as const;

/** The page with Tradegloss, and the same page where a bare script registers the same ranges. */
async function pairOf(lab: Lab, name: keyof typeof MOVING): Promise<{ annotated: Page; bare: Page }> {
  const { html, grows } = MOVING[name];
  const path = lab.serve(html);
  const annotated = await lab.tab(path, NEWS);
  await annotated.bringToFront();
  await firstMarks(annotated);
  const marks = await settledMarks(annotated, { rest: 1200, limit: 3000 });
  const bare = await lab.tab(path, ELSEWHERE);
  await bare.evaluate(
    registerAs({
      marks: marks.map(({ at, text }) => ({ at, length: text.length })),
      words: [...new Set(marks.map(({ text }) => text))],
      grows,
    }),
  );
  return { annotated, bare };
}

/** Main-thread time of a changing page, with Tradegloss and with only the ranges. Chromium only. */
export async function motionFigures(
  lab: Lab,
  pages: readonly (keyof typeof MOVING)[],
  rounds: number,
  ms: number,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of pages) {
    const { annotated, bare } = await pairOf(lab, name);
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
