/**
 * The popup's page: from its opening to a field that answers, and from each key to what it finds.
 */
import * as v from 'valibot';
import type { Page } from 'puppeteer-core';
import { openExtensionPage } from '../../../lib/tools/browser/extension.ts';
import { pause } from '../../../lib/tools/browser/wait.ts';
import { figureOf, quantile, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import type { Lab } from '../lab.ts';

const QUERY = 'gallium export';

/**
 * Notes when the search field can be typed into, and after each key when the page has drawn what it
 * found.
 */
const WATCH = `if (!globalThis.popup) {
globalThis.popup = { usable: null, keys: [] };
const look = () => {
  const field = document.querySelector('input[type="search"], input[role="combobox"], input');
  if (!field) return void requestAnimationFrame(look);
  popup.usable = performance.now();
  field.focus();
  field.addEventListener('input', () => {
    const from = performance.now();
    setTimeout(() => popup.keys.push(performance.now() - from), 0);
  }, true);
};
look();
}`;

/**
 * The popup in a tab, watched from its own start. Firefox's driver reaches a page of the extension
 * only when it stands already: there the time is that of the first frame with something in it,
 * which has the field.
 */
async function openPopup(lab: Lab): Promise<Page> {
  const { name, launched } = lab;
  if (name === 'chrome') return openWatched(lab, '/popup.html');
  const page = await openExtensionPage(launched, '/popup.html');
  await page.evaluate(WATCH);
  await page.waitForFunction('popup.usable !== null', { timeout: 20_000 });
  await page.evaluate(
    `popup.usable = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? popup.usable`,
  );
  return page;
}

async function openWatched({ launched }: Lab, path: string): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.evaluateOnNewDocument(WATCH);
  await page.goto(`${launched.origin}${path}`, { waitUntil: 'domcontentloaded' });
  return page;
}

/**
 * Opens the popup with words in a frame of another page of ours, which watches it from its start:
 * Firefox's driver cannot. Milliseconds until the first result stands in it.
 */
const OPEN_WITH_WORDS = `new Promise((done) => {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 400px; height: 560px';
  const from = performance.now();
  frame.src = '/popup.html#?${encodeURIComponent(QUERY)}';
  document.body.replaceChildren(frame);
  const look = () => {
    if (frame.contentDocument?.querySelector('[role="option"]')) done(performance.now() - from);
    else requestAnimationFrame(look);
  };
  look();
})`;

/** From the opening with words, as the menu of a selection does it, to the first find. */
async function resultsFigures(lab: Lab, rounds: number): Promise<Figure[]> {
  const found: number[] = [];
  const page = await openExtensionPage(lab.launched, '/welcome.html');
  for (let round = 0; round <= rounds; round++) {
    const at = v.parse(v.number(), await page.evaluate(OPEN_WITH_WORDS));
    await pause(300);
    if (round > 0) found.push(at);
  }
  await page.close();
  const about = { browser: lab.name, page: 'popup', unit: 'ms' } as const;
  return [figureOf({ what: 'opened with words to what they find', ...about, goal: GOALS.popupOpened }, found)];
}

export async function popupFigures(lab: Lab, rounds: number): Promise<Figure[]> {
  const opened: number[] = [];
  const keys: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const page = await openPopup(lab);
    await page.waitForFunction('popup.usable !== null', { timeout: 20_000 });
    const at = v.parse(v.number(), await page.evaluate('popup.usable'));
    await pause(300);
    await page.keyboard.type(QUERY, { delay: 60 });
    await pause(300);
    const taken = v.parse(v.array(v.number()), await page.evaluate('popup.keys'));
    await page.close();
    if (round === 0) continue;
    opened.push(at);
    keys.push(...taken);
  }
  const about = { browser: lab.name, page: 'popup', unit: 'ms' } as const;
  return [
    figureOf({ what: 'opened to a field that answers', ...about, goal: GOALS.popupOpened }, opened),
    {
      ...figureOf(
        { what: 'a key to its results, 95th percentile, built-in list', ...about, goal: GOALS.popupKey },
        keys,
      ),
      value: quantile(keys, 0.95),
    },
    ...(await resultsFigures(lab, rounds)),
  ];
}
