/**
 * A list of 100,000 names: popup and pages stay usable while it is imported, and afterwards pages
 * find its names without holding them.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, inject, it } from 'vitest';
import { firstMarks } from '../../lib/tools/browser/drive.ts';
import { mentionsAt } from '../../lib/tools/browser/extension.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { opensanctionsCsv } from '../lists/make-opensanctions.ts';
import { marked, marksThat, serveList } from '../support/lists.ts';
import { openOwn, press, says } from '../support/own-terms.ts';
import { useTestUser } from '../support/test-user.ts';
import { endBackground } from '../support/toolbar.ts';

const user = useTestUser();
const PATH = '/lists/targets.simple.csv';
const ROWS = opensanctionsCsv({ names: 100_000 });
/** Firms from the start, the middle and the end of the list. */
const FIRMS = (() => {
  const firms = ROWS.split('\n').flatMap((line) => {
    const cells = line.slice(1, -1).split('","');
    return cells[1] === 'Company' && /^[A-Z][a-z]+ [A-Z][a-z]+ (?:Group|Holding)$/.test(cells[2] ?? '')
      ? [cells[2] ?? '']
      : [];
  });
  return [0.02, 0.5, 0.98].map((part) => firms[Math.floor(firms.length * part)] ?? '');
})();
const ARTICLE = `<!doctype html><title>Freight</title><p>${FIRMS[0]} shipped gallium for ${FIRMS[1]}.</p><p id="later">Nothing yet.</p>`;

/** The most memory that a page of the extension may use while it reads such a list. */
const MOST_HEAP = 400e6;

/**
 * Watches the page's heap. Returns its maximum, uncollected garbage included; 0 in Firefox, which
 * does not report it.
 */
async function watchHeap(page: Page): Promise<() => Promise<number>> {
  if (inject('browser') === 'firefox') return () => Promise.resolve(0);
  const session = await page.createCDPSession();
  const ending = new AbortController();
  let most = 0;
  const looking = (async () => {
    for (; !ending.signal.aborted; await pause(100)) {
      const usage: Record<string, number> = { ...(await session.send('Runtime.getHeapUsage')) };
      most = Math.max(most, (usage['usedSize'] ?? 0) + (usage['backingStorageSize'] ?? 0));
    }
  })();
  return async () => {
    ending.abort();
    await looking;
    return most;
  };
}

let article: Page;
let url = '';

beforeAll(async () => {
  ({ page: article, url } = await user().open(ARTICLE));
});

it('a list is imported while the popup finds entries and other pages get their marks', async () => {
  const address = serveList(user(), PATH, ROWS, 'text/csv');
  const page = await openOwn(user(), `/subscribe.html#${encodeURIComponent(address)}`);
  await press(page, `Fetch from ${new URL(address).host}`);
  const began = Date.now();
  const heapMost = await watchHeap(page);
  await says(page, 'entries');
  const popup = await openOwn(user(), '/entry.html#?germanium');
  await says(popup, 'Mineral');
  await popup.close();
  const { page: other, marks } = await user().open(
    '<!doctype html><title>Other</title><p>Antimony needs a licence.</p>',
  );
  expect(marked(marks)).toEqual(['mineral: Antimony']);
  const usable = Date.now() - began;
  await other.close();
  await page.bringToFront();
  await says(page, 'Nothing is in use until you add it.', 120_000);
  const took = Date.now() - began;
  const heap = await heapMost();
  console.log(
    `100,000 names (${(ROWS.length / 1e6).toFixed(0)} MB) read in ${took} ms; search and another page were looked at within the first ${usable} ms; heap of the page ${Math.round(heap / 1e6)} MB at most`,
  );
  expect(heap).toBeLessThan(MOST_HEAP);
  await press(page, 'Add this list');
  await says(page, 'is added.');
  await page.close();
}, 400_000);

it('its names are marked in a page that was already open, also where the page grows', async () => {
  await article.bringToFront();
  expect((await marksThat(article, ({ length }) => length === 3)).map(({ text }) => text)).toEqual([
    FIRMS[0],
    'gallium',
    FIRMS[1],
  ]);
  await article.evaluate(
    `document.getElementById('later').textContent = ${JSON.stringify(`${FIRMS[2]} said nothing.`)}`,
  );
  expect((await marksThat(article, ({ length }) => length === 4)).map(({ text }) => text)).toEqual([
    FIRMS[0],
    'gallium',
    FIRMS[1],
    FIRMS[2],
  ]);
});

it('its names are marked in a page that is opened right after the background started, and listed in its panel', async () => {
  await endBackground(user().launched);
  const began = Date.now();
  const { page, url: again } = await user().open(ARTICLE);
  const builtIn = Date.now() - began;
  expect((await marksThat(page, ({ length }) => length === 3)).map(({ text }) => text)).toEqual([
    FIRMS[0],
    'gallium',
    FIRMS[1],
  ]);
  console.log(
    `with the background just started: built-in marks ${builtIn} ms after the page was asked for, those of the large list after ${Date.now() - began} ms`,
  );
  const [first] = (await mentionsAt(user().launched, again))?.mentions ?? [];
  expect(first?.name).toBe(FIRMS[0]);
  const own = await openOwn(user(), `/entry.html#${first?.entry}`);
  await says(own, 'Export control');
  await own.close();
  await page.close();
});

it('the search finds its entries while the user types, and a result opens', async () => {
  const page = await openOwn(user(), `/entry.html#?${encodeURIComponent(FIRMS[2]?.slice(0, -3) ?? '')}`);
  const result = await page.waitForSelector(
    `::-p-xpath(//*[@role="option" and contains(., ${JSON.stringify(FIRMS[2])})])`,
  );
  expect(await result?.evaluate((element) => element.textContent)).toContain('OpenSanctions');
  await result?.click();
  await says(page, 'Company that OpenSanctions holds from');
  await page.close();
});

it('a page that names nothing of it gets no marks and no errors', async () => {
  const { page } = await user().open(
    '<!doctype html><title>Plain</title><p>A rare find for the holding group of the north, and gallium.</p>',
  );
  expect(marked(await firstMarks(page))).toEqual(['mineral: gallium']);
  // No error may follow.
  await pause(500);
  expect(await user().errors()).toEqual([]);
  expect(url).not.toBe('');
});
