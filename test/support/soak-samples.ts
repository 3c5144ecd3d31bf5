/** The heap of a page after a forced collection, as each browser reports it. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { inFirefoxWindow } from '../../lib/tools/browser/launch.ts';
import type { TestUser } from './test-user.ts';

/**
 * Chromium reports one page: bytes of its scripts, its nodes, its listeners. Firefox's memory
 * reports cover a process: bytes of scripts and DOM of all pages of the site, bytes of nodes,
 * listeners. There, closed pages count as long as anything holds them.
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

/** Asks each web process to free memory, and measures once it has had the time. */
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

/** A function that measures the memory of `page`. */
export const samplerOf = (user: TestUser, page: Page): Promise<() => Promise<Sample>> =>
  user.name === 'chrome'
    ? inChrome(page)
    : Promise.resolve(async () =>
        v.parse(v.pipe(v.string(), v.parseJson(), Sample), await inFirefoxWindow(user.launched.browser, REPORTS)),
      );
