/** Pages that no one wrote for us: none stops working, none makes us throw, and each can be left marked or unmarked with reason. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { firstMarks, hoverMark, openCard, readMarks, settledMarks } from '../../lib/publish/drive.ts';
import { inPage } from '../../lib/publish/in-page.ts';
import { ELSEWHERE, NEWS, useReader } from '../support/reader.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';

const reader = useReader();

/** The longest time in milliseconds that the page had to wait for its turn in the next `ms`. */
const longestWait = (page: Page, ms: number): Promise<number> =>
  inPage(
    page,
    async (span) => {
      let longest = 0;
      const until = performance.now() + span;
      for (let last = performance.now(); last < until;) {
        await new Promise((resolve) => setTimeout(resolve));
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
      }
      return longest;
    },
    ms,
  );

/** Notes how long the page's own timers have to wait: until it is drawn, by its parsing and layout, and after that. */
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

/** How long a page's timers wait at most once it is drawn, until its first mark stands; and for its own layout where it is left alone. */
async function longestWaits(body: string): Promise<{ page: Page; reading: number; layout: number }> {
  const path = reader().serve(article(body, { head: WATCH }));
  const waitsOn = async (host: string, marks: number) => {
    const page = await reader().tab();
    await page.goto(reader().url(path, host), { timeout: 60_000 });
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

it('a million nodes: the page’s own timers go on', async () => {
  const line = `<p>${'Nothing <b>of</b> note <i>came</i> in. '.repeat(50)}</p>`;
  const { reading, layout } = await longestWaits(`<p>${STORY[0]}</p>${line.repeat(3_400)}<p>${STORY[1]}</p>`);
  expect(reading).toBeLessThan(layout);
});

it('one text node of 10 MB: read in parts, the page answers meanwhile', async () => {
  const line = 'Nothing of note came over the wire while the ship lay in harbour. ';
  const text = `${line.repeat(70_000)} Exports of gallium need a licence. ${line.repeat(90_000)} China’s exports of germanium need one as well.`;
  expect(text.length).toBeGreaterThan(10_000_000);
  const { page, reading, layout } = await longestWaits(`<div id="wire">${text}</div>`);
  expect(reading).toBeLessThan(layout);
  const found = await firstMarks(page, 30_000);
  expect(found.length).toBeGreaterThan(0);
  expect(await inPage(page, () => document.querySelector('#wire')?.childNodes.length)).toBe(1);
});

it('a page whose body a script took away, and gave back', async () => {
  const { page } = await reader().open(article(paragraphs(STORY)));
  await inPage(page, () => document.body.remove());
  expect(await settledMarks(page)).toEqual([]);
  await inPage(
    page,
    (text) => {
      const body = document.createElement('body');
      body.innerHTML = `<p>${text}</p>`;
      document.documentElement.append(body);
    },
    STORY[0] ?? '',
  );
  expect((await firstMarks(page)).map(({ text }) => text)).toContain('gallium');
});

it('a document emptied to its last node', async () => {
  const { page } = await reader().open(article(paragraphs(STORY)));
  await inPage(page, () => document.documentElement.remove());
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
});

it.each([
  [
    'XML with a sheet of its own',
    {
      type: 'application/xml',
      body: '<?xml version="1.0"?><?xml-stylesheet type="text/css" href="data:text/css,story{display:block}"?><story><line>Exports of gallium and germanium need a licence.</line></story>',
    },
  ],
  [
    'XHTML',
    {
      type: 'application/xhtml+xml',
      body: '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Trade</title></head><body><p>Exports of gallium and germanium need a licence.</p><p><![CDATA[Antimony & tungsten followed.]]></p></body></html>',
    },
  ],
  [
    'plain text',
    {
      type: 'text/plain; charset=utf-8',
      body: 'Exports of gallium and germanium need a licence.\n\nAntimony followed.',
    },
  ],
  [
    'a picture',
    {
      type: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><text x="5" y="40">gallium and germanium</text></svg>',
    },
  ],
  ['JSON', { type: 'application/json', body: '{"text":"gallium and germanium"}' }],
  ['an empty document', { body: '' }],
  [
    'a frameset',
    {
      body: '<!doctype html><html><head><title>Old</title></head><frameset cols="*"><frame src="about:blank"></frameset></html>',
    },
  ],
])('%s: shown as ever', async (_, served) => {
  const page = await reader().tab();
  await page.goto(reader().url(reader().serve(served)));
  expect(await longestWait(page, 700)).toBeLessThan(700);
  const texts = (await readMarks(page)).map(({ text }) => text);
  expect(texts.filter((text) => !/gallium|germanium|antimony|tungsten/i.test(text))).toEqual([]);
});

it('XHTML and plain text are marked like any page', async () => {
  for (const served of [
    {
      type: 'application/xhtml+xml',
      body: '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Trade</title></head><body><p>Exports of gallium and germanium need a licence.</p></body></html>',
    },
    { type: 'text/plain; charset=utf-8', body: 'Exports of gallium and germanium need a licence.' },
  ]) {
    const { page, marks } = await reader().open(served);
    expect(marks.map(({ text }) => text)).toEqual(['gallium', 'germanium']);
    await hoverMark(page, 'gallium');
    expect(await openCard(page, 'Gallium')).not.toBeNull();
  }
});

it('100,000 mentions: few are registered, those nearest the window, and the page answers', async () => {
  const page = await reader().tab();
  await page.goto(
    reader().url(
      reader().serve(
        article(
          `<p>${STORY[0]}</p>${'<p>Exports of gallium, germanium, antimony, tungsten and graphite need a licence.</p>\n'.repeat(20_000)}`,
        ),
      ),
    ),
  );
  // Not a measure of speed (the bench has those): the page must not hang, also on a busy machine.
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

it.each([
  ['broken JSON-LD', '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-07-1</script>'],
  [
    'JSON-LD of another shape',
    '<script type="application/ld+json">[null,7,{"@graph":{"@type":["NewsArticle"],"datePublished":{"@value":1}}}]</script>',
  ],
  [
    'a date that is none',
    '<meta property="article:published_time" content="yesterday"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-13-45"}</script>',
  ],
])('%s: the page is marked all the same', async (_, head) => {
  const { page, marks } = await reader().open(
    `<!doctype html><html lang="en"><head><title>Trade</title>${head}</head><body>${paragraphs(STORY)}</body></html>`,
  );
  expect(marks.map(({ text }) => text)).toContain('gallium');
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
});

it('has thrown nothing meanwhile', async () => {
  expect(await reader().errors()).toEqual([]);
});
