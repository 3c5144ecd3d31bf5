/** The heap of a page after a forced collection, as each browser reports it. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { inFirefoxWindow } from '../../lib/tools/browser/launch.ts';
import type { Reader } from './reader.ts';

/**
 * Chromium tells it of one page: bytes of its script, its nodes, its listeners. Firefox of a
 * process, by its memory reports: bytes of script and DOM of all pages of the site and all that
 * runs in them, bytes of their nodes, their listeners; the pages that were closed count where
 * anything still holds them.
 */
const Sample = v.object({ heap: v.number(), nodes: v.number(), listeners: v.number() });
export type Sample = v.InferOutput<typeof Sample>;

async function inChrome(page: Page): Promise<() => Promise<Sample>> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
}

/** Each web process gives back what it can, and is asked when it has had the time to. */
const REPORTS = `(async () => {
  Services.obs.notifyObservers(null, 'child-mmu-request');
  await new Promise((done) => setTimeout(done, 4000));
  const sum = { heap: 0, nodes: 0, listeners: 0 };
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  const add = (process, path, kind, units, amount) => {
    if (!/^web/.test(process)) return;
    if (/^explicit\\/(?:window-objects|js-non-window)\\//.test(path)) sum.heap += amount;
    if (/^explicit\\/window-objects\\/.*\\/dom\\/.*-nodes$/.test(path)) sum.nodes += amount;
    if (/^event-counts\\/.*\\/event-listeners$/.test(path)) sum.listeners += amount;
  };
  await new Promise((done) => manager.getReports(add, null, done, null, false));
  return JSON.stringify(sum);
})()`;

/** A way to look at what `page` holds. */
export const samplerOf = (reader: Reader, page: Page): Promise<() => Promise<Sample>> =>
  reader.name === 'chrome'
    ? inChrome(page)
    : Promise.resolve(async () =>
        v.parse(v.pipe(v.string(), v.parseJson(), Sample), await inFirefoxWindow(reader.launched.browser, REPORTS)),
      );
