/**
 * Pages that could block themselves through us (`test/hostile/freezing.ts`): the page's own timer
 * waits at most a tenth of a second longer than beside an extension that does nothing, or 1.3 times
 * as long if that is more.
 */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause, until } from '../../lib/tools/browser/wait.ts';
import { FREEZING_PAGES, freezing, type FreezingPage } from '../hostile/freezing.ts';
import { emptyExtension } from '../support/empty-extension.ts';
import { IS_LONG } from '../support/runs.ts';
import { type TestUser, startTestUser, useTestUser } from '../support/test-user.ts';
import { useSettings } from '../support/settings.ts';

const ours = useTestUser();
let empty: TestUser | null = null;
beforeAll(async () => {
  empty = await startTestUser({ extension: emptyExtension(inject('browser')) });
});
afterAll(() => empty?.end());

/** Users notice a longer delay. */
const MAX_MORE_MS = 100;
/**
 * On a slow machine a page that blocks itself for half a second takes longer, and so does our part
 * of it. Users do not notice a third more of a wait that they see anyway.
 */
const MAX_TIMES = 1.3;
/** Other work on the machine sometimes lengthens a measurement, so the best of this many counts. */
const TRIES = 4;
/** How long a page is watched; if its timer waits longer, until it fires. */
const SPAN_MS = 2000;

/** The longest delay of the page's own timer, in milliseconds. */
async function longestWait(user: TestUser, page: FreezingPage, isOurs: boolean): Promise<number> {
  const tab = await user.tab();
  await tab.goto(user.url(user.serve(freezing(page))), { timeout: 60_000 });
  await tab.waitForFunction('window.isDrawn', { timeout: 60_000 });
  const marks = () => inPage(tab, () => CSS.highlights.size);
  if (page.act !== undefined) {
    if (isOurs) expect(await until(marks)).toBeGreaterThan(0);
    // Wait for the cards and counts, which come after the marks.
    await pause(1000);
    await inPage(tab, () => Reflect.get(window, 'act')());
  }
  // The page measures the delays of its timer in this time.
  await pause(SPAN_MS);
  const longest = await inPage(tab, (): number => Reflect.get(window, 'wait').longest);
  if (isOurs && page.marked !== false) expect(await until(marks)).toBeGreaterThan(0);
  await tab.close();
  return longest;
}

/**
 * CI shows the pages marked for it, each to one browser in turn, because all would take a sixth of
 * its time. `npm run test:long` shows all pages to both.
 */
const ofCi = FREEZING_PAGES.filter(({ inCi }) => inCi);
const PAGES = IS_LONG ? FREEZING_PAGES : ofCi.filter((_, k) => k % 2 === (inject('browser') === 'firefox' ? 1 : 0));

it.each(PAGES.map((page) => [page.name, page] as const))('%s', async (_, page) => {
  if (!empty) throw new Error('the browser has not started');
  await useSettings(ours().launched, { scope: page.inArticle ? 'article' : 'page' });
  const most = (inject('browser') === 'firefox' ? page.maxMoreInFirefoxMs : page.maxMoreInChromiumMs) ?? MAX_MORE_MS;
  const least = { ours: Infinity, empty: 0 };
  const allowed = () => Math.max(least.empty + most, least.empty * MAX_TIMES);
  for (let n = 0; n < TRIES && !(least.ours < allowed()); n++) {
    least.ours = Math.min(least.ours, await longestWait(ours(), page, true));
    // Most pages need no second measurement.
    if (least.ours < most) break;
    least.empty = Math.min(least.empty || Infinity, await longestWait(empty, page, false));
  }
  expect(least.ours, `${least.empty} ms without us`).toBeLessThan(allowed());
});

it('has thrown no error', async () => {
  expect(await ours().errors()).toEqual([]);
});
