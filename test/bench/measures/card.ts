/**
 * The time from the end of the delay to the first frame with the card, as the page observes it: the
 * host of the card is added next to the body.
 */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { boxOfMark, settledMarks } from '../../../lib/tools/browser/drive.ts';
import { pause } from '../../../lib/tools/browser/wait.ts';
import { NEWS } from '../../support/test-user.ts';
import { figureOf, quantile, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import type { Lab } from '../lab.ts';
import { newsPage } from '../made-pages.ts';
import { stopBackground } from './first-mark.ts';

/** Milliseconds that the pointer has to rest. */
const DELAY = 500;

// Uses the clock, because the time stamp of a frame can be from before the card was drawn; in
// Chromium it misses the whole drawing.
const WATCH = `globalThis.card = {};
new MutationObserver(() => {
  if (!document.querySelector(':root > [popover]') || card.frame) return;
  requestAnimationFrame(() => { card.frame = performance.now(); });
}).observe(document, { childList: true, subtree: true });
addEventListener('pointermove', (event) => { card.moved = event.timeStamp; }, true);`;

const Seen = v.object({ moved: v.number(), frame: v.number() });

/** Opens and closes the card of one word. Returns the time until it was drawn. */
async function openOnce(page: Page, word: string): Promise<number> {
  const box = await boxOfMark(page, word);
  await page.evaluate('card = {}');
  await page.mouse.move(4, 400);
  await pause(700);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForFunction('card.frame !== undefined', { timeout: 10_000 });
  const { moved, frame } = v.parse(Seen, await page.evaluate('card'));
  await page.mouse.move(4, 400);
  await page.keyboard.press('Escape');
  await pause(900);
  return frame - moved - DELAY;
}

export async function cardFigures(lab: Lab, rounds: number): Promise<Figure[]> {
  const path = lab.serve(newsPage(WATCH));
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const page = await lab.tab(path, NEWS);
    const marks = await settledMarks(page);
    const word = marks.find(({ name }) => name === 'mineral')?.text;
    if (word === undefined) throw new Error('the page has no mineral');
    await stopBackground(lab);
    await page.bringToFront();
    cold.push(await openOnce(page, word));
    warm.push(await openOnce(page, word), await openOnce(page, word));
    await page.close();
  }
  const about = { browser: lab.name, page: 'news', unit: 'ms' } as const;
  return [
    { ...figureOf({ what: 'card, first in its tab, background stopped', ...about, goal: GOALS.cardCold }, cold) },
    {
      ...figureOf({ what: 'card, warm (two frames are 33 ms)', ...about, goal: GOALS.cardWarm }, warm),
      high: quantile(warm, 0.95),
    },
  ];
}
