/**
 * `npx tsx test/support/reader-times.ts --browser chrome --pages 500`: measures how soon a long PDF
 * is visible, marked and read in the reader, and the memory of the browser once all text is read,
 * after scrolling through all pages, and at rest after that.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ElementHandle, Page } from 'puppeteer-core';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause, until } from '../../lib/tools/browser/wait.ts';
import type { BrowserName } from '../../lib/tools/browser/browsers.ts';
import { longReport } from './pdf-files.ts';
import { megabytes } from './process-memory.ts';
import { TestUser } from './test-user.ts';

/** Milliseconds between looks in the page. */
const LOOK_MS = 10;
const READ_LIMIT_MS = 600_000;
const READ_NOTE_MS = 2_000;
/** Screens that are scrolled through at most. */
const MAX_STEPS = 400;
/** Two walks, because a leak of pages that were seen would grow with each. */
const WALKS = 2;
/** Chromium collects what the walks left behind only once the page rests. */
const REST_MS = 20_000;

/** Records in the page when each thing first appears. */
const watch = (everyMs: number, noteMs: number): void => {
  const times: Record<string, number> = {};
  const longest = { wait: 0, canvases: 0, pixels: 0 };
  const read: string[] = [];
  Object.assign(window, { times, longest, read });
  addEventListener('change', () => (times['chosen'] ??= performance.now()), { capture: true, once: true });
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (times['chosen'] !== undefined && times['allRead'] === undefined)
      longest.wait = Math.max(longest.wait, now - last - everyMs);
    last = now;
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.pdf-page canvas')];
    longest.canvases = Math.max(longest.canvases, canvases.length);
    longest.pixels = Math.max(
      longest.pixels,
      canvases.reduce((sum, { width, height }) => sum + width * height, 0),
    );
    const isThere: Record<string, boolean> = {
      page: document.querySelector('.pdf-page') !== null,
      drawn: canvases.length > 0,
      text: document.querySelector('.text-layer p') !== null,
      marks: [...CSS.highlights].some(([name, { size }]) => name.startsWith('tradegloss-') && size > 0),
      listed: document.querySelector('.reader-rail .row') !== null,
      allRead: times['listed'] !== undefined && document.querySelector('.reader-reading') === null,
    };
    const progress = document.querySelector('.reader-reading progress');
    const isDue = times['chosen'] !== undefined && now - times['chosen'] > noteMs * read.length;
    if (progress instanceof HTMLProgressElement && isDue) read.push(`${progress.value}`);
    for (const [name, is] of Object.entries(isThere)) if (is) times[name] ??= now;
  }, everyMs);
};

async function walkThrough(page: Page): Promise<void> {
  for (let step = 0; step < MAX_STEPS; step++) {
    const isEnd = await inPage(page, () => {
      const scroller = document.querySelector('.reader-scroller');
      if (!scroller) return true;
      const before = scroller.scrollTop;
      scroller.scrollBy(0, scroller.clientHeight * 2);
      return scroller.scrollTop === before;
    });
    if (isEnd) break;
    await pause(100);
  }
  await inPage(page, () => document.querySelector('.reader-scroller')?.scrollTo(0, 0));
}

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chrome' },
    pages: { type: 'string', default: '500' },
    file: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'tradegloss-times-'));
const user = await TestUser.start(values.browser as BrowserName);
try {
  const file = values.file ?? join(folder, 'report.pdf');
  if (!values.file) writeFileSync(file, (await longReport(Number(values.pages))).bytes);
  const page = await openExtensionPage(user.launched, '/reader.html');
  await page.setViewport({ width: 1200, height: 800 });
  const pid = user.launched.browser.process()?.pid ?? 0;
  const atStart = megabytes(pid);
  await inPage(page, watch, LOOK_MS, READ_NOTE_MS);
  const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(file);
  const readState = () =>
    inPage(page, () => ({
      times: Reflect.get(window, 'times') as Record<string, number>,
      longest: Reflect.get(window, 'longest') as Record<string, number>,
    }));
  const { times } = await until(readState, (now) => now.times['allRead'] !== undefined, READ_LIMIT_MS);
  const afterReading = megabytes(pid);
  const afterWalks: number[] = [];
  for (let walk = 0; walk < WALKS; walk++) {
    await walkThrough(page);
    await pause(2_000);
    afterWalks.push(megabytes(pid));
  }
  await pause(REST_MS);
  const atRest = megabytes(pid);
  const { longest } = await readState();
  const since = (name: string, from = 'chosen') => Math.round((times[name] ?? NaN) - (times[from] ?? NaN));
  console.log(
    JSON.stringify(
      {
        browser: values.browser,
        pages: values.pages,
        'ms from choosing the file': Object.fromEntries(Object.keys(times).map((name) => [name, since(name)])),
        'ms from the first page drawn to the first marks': since('marks', 'drawn'),
        'pages read, every two seconds': (await inPage(page, () => Reflect.get(window, 'read') as string[])).join(' '),
        longest: {
          'wait of a timer while reading, ms': Math.round(longest['wait'] ?? NaN),
          canvases: longest['canvases'],
          'megapixels of canvases': Math.round((longest['pixels'] ?? NaN) / 1e5) / 10,
        },
        megabytes: { atStart, afterReading, afterWalks, atRest },
      },
      null,
      2,
    ),
  );
} finally {
  await user.end();
  rmSync(folder, { recursive: true, force: true });
}
