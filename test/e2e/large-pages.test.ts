/**
 * Pages far larger than any article: their own timers keep running while they are read, and few
 * marks are registered.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { firstMarks, settledMarks } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { longestWait } from '../support/longest-wait.ts';
import { ELSEWHERE, NEWS, useTestUser } from '../support/test-user.ts';
import { article, STORY } from '../support/stories.ts';

const user = useTestUser();

/**
 * Records the delays of the page's own timers: until it is drawn, caused by its parsing and layout,
 * and after that.
 */
const WATCH = `<script>
  window.waits = { drawn: 0, after: 0 };
  let drawn = Infinity;
  addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => (drawn = performance.now()))));
  (function again(last) {
    const now = performance.now();
    waits.drawn = Math.max(waits.drawn, Math.min(now, drawn) - last);
    waits.after = Math.max(waits.after, now - Math.max(last, drawn));
    setTimeout(again, 0, now);
  })(performance.now());
</script>`;

/**
 * The longest delay of a page's timers from its drawing until its first mark is painted, and the
 * delay that its own layout causes without us.
 */
async function longestWaits(body: string): Promise<{ page: Page; reading: number; layout: number }> {
  const path = user().serve(article(body, { head: WATCH }));
  const waitsOn = async (host: string, marks: number) => {
    const page = await user().tab();
    await page.goto(user().url(path, host), { timeout: 60_000 });
    await page.waitForFunction(
      (least) => Reflect.get(window, 'waits').after > 0 && CSS.highlights.size >= least,
      { timeout: 60_000 },
      marks,
    );
    return { page, ...(await inPage(page, (): { drawn: number; after: number } => Reflect.get(window, 'waits'))) };
  };
  const alone = await waitsOn(ELSEWHERE, 0);
  await alone.page.close();
  const { page, after } = await waitsOn(NEWS, 1);
  return { page, reading: after, layout: alone.drawn };
}

it("reads a million nodes while the page's own timers keep running", async () => {
  const line = `<p>${'Nothing <b>of</b> note <i>came</i> in. '.repeat(50)}</p>`;
  const { reading, layout } = await longestWaits(`<p>${STORY[0]}</p>${line.repeat(3_400)}<p>${STORY[1]}</p>`);
  expect(reading).toBeLessThan(layout);
});

it('reads a text node of 10 MB in parts, while the page stays responsive', async () => {
  const line = 'Nothing of note came over the wire while the ship lay in harbour. ';
  const text = `${line.repeat(70_000)} Exports of gallium need a licence. ${line.repeat(90_000)} China’s exports of germanium need one as well.`;
  expect(text.length).toBeGreaterThan(10_000_000);
  const { page, reading, layout } = await longestWaits(`<div id="wire">${text}</div>`);
  expect(reading).toBeLessThan(layout);
  const found = await firstMarks(page, 30_000);
  expect(found.length).toBeGreaterThan(0);
  expect(await inPage(page, () => document.querySelector('#wire')?.childNodes.length)).toBe(1);
});

it('of 100,000 mentions registers only those nearest the window, and the page stays responsive', async () => {
  const page = await user().tab();
  await page.goto(
    user().url(
      user().serve(
        article(
          `<p>${STORY[0]}</p>${'<p>Exports of gallium, germanium, antimony, tungsten and graphite need a licence.</p>\n'.repeat(20_000)}`,
        ),
      ),
    ),
  );
  // This does not measure speed (the bench does): the page must not hang, even on a busy machine.
  expect(await longestWait(page, 5000)).toBeLessThan(15_000);
  const top = await firstMarks(page, 40_000);
  expect(top.length).toBeGreaterThan(20);
  expect(top.length).toBeLessThanOrEqual(200);
  await inPage(page, () => scrollTo(0, 200_000));
  const lower = await settledMarks(page);
  expect(lower.length).toBeGreaterThan(20);
  expect(lower.length).toBeLessThanOrEqual(200);
  expect(lower[0]?.at).toBeGreaterThan(top.at(-1)?.at ?? Infinity);
});

it('marks the visible ones of a thousand lines in a scrollable box, whatever moved them', async () => {
  const lines = Array.from({ length: 1000 }, (_, n) => `<p>Line ${n}: gallium, germanium and tungsten.</p>`).join('');
  const page = await user().tab();
  await page.goto(
    user().url(
      user().serve(
        article(`<p>${STORY[0]}</p><div id="gap"></div><div id="box">${lines}</div>`, {
          head: '<style>#gap { height: 20000px } #box { height: 500px; overflow: auto }</style>',
        }),
      ),
    ),
  );
  const top = await firstMarks(page, 20_000);
  expect(top.some(({ text }) => text === 'tungsten')).toBe(false);
  // No observer of the document reports this rule.
  await inPage(page, () => document.styleSheets[0]?.insertRule('#gap { display: none }'));
  const moved = await settledMarks(page);
  expect(moved.filter(({ text }) => text === 'tungsten').length).toBeGreaterThan(10);
  await inPage(page, () => document.querySelector('#box')?.scrollTo(0, 15_000));
  const scrolled = await settledMarks(page);
  expect(scrolled.filter(({ text }) => text === 'tungsten').length).toBeGreaterThan(10);
  expect(scrolled.length).toBeLessThanOrEqual(200);
  expect(scrolled.filter(({ at }) => at > (moved.at(-1)?.at ?? Infinity)).length).toBeGreaterThan(30);
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
