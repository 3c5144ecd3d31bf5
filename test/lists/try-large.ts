/**
 * `npm run try-large -- BROWSER ROWS`: subscribes to a made-up table with this many names in the
 * preview build. Measures the time of its import, the memory of the page that reads it, the work of
 * pages with and without it, and a search while the user types. Prints one line for each figure.
 */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { median, quantile } from '../bench/figures.ts';
import { Lab } from '../bench/lab.ts';
import { madeUpNames } from '../bench/made-names.ts';
import { densePage } from '../bench/made-pages.ts';
import { workOf } from '../bench/measures/page-work.ts';
import { serveList } from '../support/lists.ts';
import { openOwn, press, says } from '../support/own-terms.ts';
import { TestUser } from '../support/test-user.ts';

const [name = '', count = ''] = process.argv.slice(2);
const rows = Number(count);
if ((name !== 'chrome' && name !== 'firefox') || !(rows > 0))
  throw new Error('npm run try-large -- chrome|firefox ROWS');

/** Milliseconds after which an import is given up here. */
const MAX_IMPORT_MS = 900_000;
const ROUNDS = 5;

const names = madeUpNames(rows);
const at = (part: number) => names[Math.floor(rows * part)] ?? '';
const table = [
  'name,aliases',
  ...names.map(
    (own, k) =>
      `${own},${own.split(' ')[0]} ${at((k * 0.618) % 1)
        .split(' ')
        .at(-1)}`,
  ),
];
const tell = (what: string, value: string) => console.log(`${what}: ${value}`);
const ms = (value: number) => `${value.toFixed(1)} ms`;

const user = await TestUser.start(name);
const lab = new Lab(name, user.launched, user.site);
const blank = lab.serve('<!doctype html><title>Blank</title>');
const named = [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => `${at(part)} shipped gallium for ${at(part / 2)}.`).join(' ');
const pages = { dense: lab.serve(densePage()), 'names of the list': lab.serve(`<!doctype html><p>${named}</p>`) };

async function workOfPages(): Promise<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const [page, path] of Object.entries(pages)) {
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round++) times.push(await workOf(lab, path, blank));
    all[page] = median(times.slice(1));
  }
  return all;
}

/** Follows the heap of a page. Firefox does not report it. */
async function watch(page: Page): Promise<() => Promise<string>> {
  if (name === 'firefox') return async () => 'not told';
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const end = new AbortController();
  let most = 0;
  const watching = (async () => {
    for (; !end.signal.aborted; await pause(250)) {
      const { usedSize = 0, backingStorageSize = 0 }: Record<string, number> = {
        ...(await session.send('Runtime.getHeapUsage')),
      };
      most = Math.max(most, usedSize + backingStorageSize);
    }
  })().catch(() => undefined);
  return async () => {
    end.abort();
    await watching;
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0;
    return `heap ${Math.round(most / 1e6)} MB at most, ${seconds.toFixed(1)} s on the processor`;
  };
}

async function takeList(): Promise<void> {
  const address = serveList(user, '/lists/large.csv', table.join('\n'), 'text/csv');
  const page = await openOwn(user, `/subscribe.html#${encodeURIComponent(address)}`);
  await press(page, `Fetch from ${new URL(address).host}`);
  const began = Date.now();
  const watched = await watch(page);
  const progress = setInterval(() => {
    void inPage(page, () => document.body.innerText.match(/[\d,]+ entries/)?.[0] ?? '')
      .then((text) => tell(`after ${((Date.now() - began) / 1000).toFixed(0)} s`, text))
      .catch(() => undefined);
  }, 10_000);
  await says(page, 'Nothing is in use until you add it.', MAX_IMPORT_MS).finally(() => clearInterval(progress));
  tell(`${rows} rows read and staged`, ms(Date.now() - began));
  tell('the page that read them', await watched());
  const adding = Date.now();
  await press(page, 'Add this list');
  await says(page, 'is added.', 120_000);
  tell('added', ms(Date.now() - adding));
  await page.close();
}

const KEYS = `if (!globalThis.keys) {
  globalThis.keys = [];
  document.querySelector('input').focus();
  document.querySelector('input').addEventListener('input', () => {
    const from = performance.now();
    setTimeout(() => keys.push(performance.now() - from), 0);
  }, true);
}`;

async function search(): Promise<void> {
  const opening = Date.now();
  const page = await openOwn(user, `/entry.html#?${encodeURIComponent(at(0.5))}`);
  await page.waitForSelector('[role="option"]');
  tell('opened with a name to its results', ms(Date.now() - opening));
  await pause(8000);
  await page.evaluate(KEYS);
  const samples: number[] = [];
  for (const words of [
    at(0.2),
    at(0.6).slice(0, 9),
    'gallium export',
    'metals',
    at(0.8).split(' ').reverse().join(' '),
  ]) {
    await page.evaluate(`{ const field = document.querySelector('input'); field.value = ''; keys.length = 0; }`);
    await page.type('input', words, { delay: 120 });
    await pause(1000);
    samples.push(...v.parse(v.array(v.number()), await page.evaluate('keys')));
  }
  tell(`${samples.length} keys of a search`, `median ${ms(median(samples))}, p95 ${ms(quantile(samples, 0.95))}`);
  await page.close();
}

try {
  const before = await workOfPages();
  await takeList();
  const after = await workOfPages();
  for (const [page, work] of Object.entries(after))
    tell(`page work, ${page}`, `${ms(work)} with the list, ${ms(before[page] ?? 0)} without`);
  const { marks } = await user.open(`<!doctype html><p>${named}</p>`);
  tell('marks on five sentences with ten names', String(marks.length));
  await search();
  const errors = await user.errors();
  if (errors.length > 0) throw new Error(errors.join('\n'));
} finally {
  await user.end();
}
