/**
 * Pages that current libraries draw and keep updating: in the end the marks are those of a fresh
 * load, and the page's memory does not grow. `FRAMEWORK_SECONDS=60` for the long form.
 */
import { expect, inject, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause, until } from '../../lib/tools/browser/wait.ts';
import { bundlePage } from '../support/bundle-page.ts';
import { useTestUser } from '../support/test-user.ts';
import { article, STORY } from '../support/stories.ts';

const user = useTestUser();
const SECONDS = Number(process.env['FRAMEWORK_SECONDS'] ?? 4);
/** Bytes by which a heap of some megabytes may differ after a collection. */
const MAX_GROWTH_BYTES = 1_500_000;

/**
 * Bytes of the page's heap and ours after a collection; null if the browser does not report them.
 */
async function heapOf(page: Page): Promise<number | null> {
  if (inject('browser') === 'firefox') return null;
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

const PAGES = ['react', 'vue', 'svelte', 'lit', 'virtual-list', 'editor'];

it.each(PAGES)(`${SECONDS} seconds of updates by %s leave right marks and no larger heap`, async (name) => {
  user().serve({ body: await bundlePage(`frameworks/${name}.mjs`), type: 'text/javascript' }, `/${name}.js`);
  const page = await user().tab();
  const html = article(`<p>${STORY[0]}</p><div id="root"></div><script type="module" src="/${name}.js"></script>`);
  await page.goto(user().url(user().serve(html)));
  // The page never comes to rest.
  expect(await until(() => inPage(page, () => CSS.highlights.size))).toBeGreaterThan(0);
  // The page updates itself meanwhile.
  await pause(SECONDS * 500);
  const half = await heapOf(page);
  // The same time again, in which the heap may not grow.
  await pause(SECONDS * 500);
  const whole = await heapOf(page);
  await inPage(page, () => Reflect.get(window, 'halt')());
  expect(await inPage(page, (): number => Reflect.get(window, 'turns'))).toBeGreaterThan(SECONDS * 5);
  await user().expectFresh(page);
  expect(await inPage(page, (): unknown => Reflect.get(window, 'differs'))).not.toBe(true);
  if (half !== null && whole !== null) expect(whole - half).toBeLessThan(MAX_GROWTH_BYTES);
  await page.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
