/**
 * `npx tsx test/support/reader-walks.ts --browser chrome --walks 5`: opens every PDF of the tests
 * in one tab of the reader, several times. Prints how soon each is drawn and marked, the memory
 * after each walk, and which documents of the past are still in memory.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ElementHandle, Page } from 'puppeteer-core';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { inFirefoxWindow } from '../../lib/tools/browser/launch.ts';
import { pause, until } from '../../lib/tools/browser/wait.ts';
import type { BrowserName } from '../../lib/tools/browser/browsers.ts';
import { longReport, type PdfFile } from './pdf-files.ts';
import { PDF_FILES } from './pdf-kinds.ts';
import { megabytes } from './process-memory.ts';
import { buildFolder } from './start-browser.ts';
import { TestUser } from './test-user.ts';

/** Milliseconds between looks in the page. */
const LOOK_MS = 5;
const LIMIT_MS = 120_000;
const REST_MS = 3_000;
const LONG_PAGES = 500;
const COLLECT_ALL = `for (const topic of ['child-gc-request', 'child-cc-request', 'child-mmu-request']) Services.obs.notifyObservers(null, topic); Cu.forceGC(); Cu.forceCC(); 'done'`;

interface Times {
  chosen?: number;
  drawn?: number;
  marked?: number;
  read?: number;
}

/** Records in the page when the next document is drawn, marked and read. */
const watch = (everyMs: number): void => {
  const state: { times: Times; before: Element | null; past: WeakRef<Element>[] } = {
    times: {},
    before: null,
    past: [],
  };
  Reflect.set(window, 'walk', state);
  const begin = () => {
    state.before = document.querySelector('.reader-scroller');
    if (state.before) state.past.push(new WeakRef(state.before));
    state.times = { chosen: performance.now() };
  };
  addEventListener('change', ({ target }) => (target as HTMLInputElement).type === 'file' && begin(), true);
  addEventListener('submit', begin, true);
  setInterval(() => {
    const scroller = document.querySelector('.reader-scroller');
    const { times } = state;
    if (!scroller || times.chosen === undefined || scroller === state.before) return;
    state.before = null;
    const now = performance.now();
    if (scroller.querySelector('canvas')) times.drawn ??= now;
    const isMarked = [...CSS.highlights].some(
      ([name, ranges]) =>
        name.startsWith('tradegloss-') && [...ranges].some(({ startContainer }) => scroller.contains(startContainer)),
    );
    if (isMarked) times.marked ??= now;
    if (
      times.marked !== undefined &&
      document.querySelector('.reader-rail .row') &&
      !document.querySelector('.reader-reading')
    )
      times.read ??= now;
  }, everyMs);
};

async function openFile(page: Page, path: string, { password }: PdfFile): Promise<Times> {
  const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  // A handle would keep the bar, and with it the document, in memory.
  await input.dispose();
  if (password !== undefined) {
    await (await page.waitForSelector('input[type=password]'))?.dispose();
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
  }
  const timesNow = () => inPage(page, () => (Reflect.get(window, 'walk') as { times: Times }).times);
  return until(timesNow, ({ read }) => read !== undefined, LIMIT_MS);
}

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chrome' },
    walks: { type: 'string', default: '5' },
  },
});
const name = values.browser as BrowserName;
const folder = mkdtempSync(join(tmpdir(), 'tradegloss-walks-'));
// A copy, which no build replaces meanwhile.
const extension = join(folder, 'extension');
cpSync(buildFolder(name, 'preview'), extension, { recursive: true });
const user = await TestUser.start(name, { extension });
try {
  const page = await openExtensionPage(user.launched, '/reader.html');
  await page.setViewport({ width: 1200, height: 800 });
  await inPage(page, watch, LOOK_MS);
  const kinds = [...PDF_FILES, { name: `${LONG_PAGES} pages`, make: () => longReport(LONG_PAGES) }];
  const made = await Promise.all(kinds.map(async ({ name: kind, make }) => ({ kind, file: await make() })));
  const paths = made.map(({ file }, k) => {
    const path = join(folder, `${k}.pdf`);
    writeFileSync(path, file.bytes);
    return path;
  });
  const pid = user.launched.browser.process()?.pid ?? 0;
  const session = name === 'chrome' ? await page.createCDPSession() : null;
  const atRest = async () => {
    for (let turn = 0; turn < 3; turn++) {
      if (session) await session.send('HeapProfiler.collectGarbage');
      else await inFirefoxWindow(user.launched.browser, COLLECT_ALL);
      await pause(REST_MS);
    }
    const [past, alive] = await inPage(page, () => {
      const all = (Reflect.get(window, 'walk') as { past: WeakRef<Element>[] }).past;
      return [all.length, all.flatMap((one, k) => (one.deref() === undefined ? [] : [k]))] as const;
    });
    const metrics = session ? (await session.send('Runtime.getHeapUsage')).usedSize : Number.NaN;
    return { megabytes: megabytes(pid), heap: Math.round(metrics / 1e5) / 10, documents: past, alive };
  };
  console.log(JSON.stringify({ browser: name, start: await atRest() }));
  for (let walk = 1; walk <= Number(values.walks); walk++) {
    const rows: string[] = [];
    for (const [k, { kind, file }] of made.entries()) {
      const { chosen = 0, drawn = 0, marked = 0, read = 0 } = await openFile(page, paths[k] ?? '', file);
      rows.push([drawn - chosen, marked - drawn, read - chosen].map(Math.round).join(' | ') + ` | ${kind}`);
    }
    console.log(`walk ${walk}: ms from choosing to the first page | from there to the first marks | to all read`);
    console.log(rows.join('\n'));
    console.log(JSON.stringify({ walk, ...(await atRest()) }));
  }
} finally {
  await user.end();
  rmSync(folder, { recursive: true, force: true });
}
