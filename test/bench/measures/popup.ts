/** The popup: the time until its field accepts input, and from each key to its results. */
import * as v from 'valibot';
import type { Page } from 'puppeteer-core';
import { openExtensionPage } from '../../../lib/tools/browser/extension.ts';
import { pause } from '../../../lib/tools/browser/wait.ts';
import { figureOf, quantile, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import type { Lab } from '../lab.ts';

const QUERY = 'gallium export';
const ASKED = `/popup.html#?${encodeURIComponent(QUERY)}`;

/**
 * Records when the search field accepts input, when the first result is shown, and after each key
 * when its results are drawn.
 */
const WATCH = `if (!globalThis.popup) {
globalThis.popup = { usable: null, found: null, keys: [] };
const lookForResults = () => {
  if (!document.querySelector('[role="option"]')) return void requestAnimationFrame(lookForResults);
  popup.found = performance.now();
};
lookForResults();
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
 * Opens the popup in a tab that is observed from its start. Firefox's driver reaches a page of the
 * extension only after it loaded, so there the time is that of the first frame with content, which
 * contains the field.
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
 * For Firefox, whose driver reaches a page of the extension only after it loaded: another page of
 * ours opens the popup in a window and looks for results in each frame. Returns the milliseconds
 * from the start of the popup's page to its first result.
 */
const OPENED_WITH_WORDS = `new Promise((found) => {
  const opening = browser.windows.create({ url: ${JSON.stringify(ASKED)}, width: 460, height: 700 });
  const find = () => {
    const view = browser.extension.getViews().find(({ location }) => location.pathname === '/popup.html');
    if (!view) return void setTimeout(find, 1);
    const look = () => {
      if (!view.document.querySelector('[role="option"]')) return void view.requestAnimationFrame(look);
      const at = view.performance.now();
      void opening.then(({ id }) => browser.windows.remove(id)).then(() => found(at));
    };
    look();
  };
  find();
})`;

/** The time from the start of the popup's page to the first result of its query. */
async function timeToResults(lab: Lab, opener: Page | null): Promise<number> {
  if (opener) return v.parse(v.number(), await opener.evaluate(OPENED_WITH_WORDS));
  const page = await openWatched(lab, ASKED);
  await page.waitForFunction('popup.found !== null', { timeout: 20_000 });
  const at = v.parse(v.number(), await page.evaluate('popup.found'));
  await pause(300);
  await page.close();
  return at;
}

/** Opens the popup with a query, as the menu of a selection does. */
async function resultsFigures(lab: Lab, rounds: number): Promise<Figure[]> {
  const opener = lab.name === 'chrome' ? null : await openExtensionPage(lab.launched, '/welcome.html');
  const found: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const at = await timeToResults(lab, opener);
    await pause(300);
    if (round > 0) found.push(at);
  }
  await opener?.close();
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
