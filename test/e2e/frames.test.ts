/**
 * Protects marks in adjacent texts and in frames: names in menus whose links touch, and in each
 * kind of frame that the user lets us read, are marked, counted, listed and jumped to.
 */
import type { Frame, Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import {
  boxOfMark,
  cardParts,
  noCard,
  openCard,
  openFull,
  pressOnCard,
  readMarks,
  type Part,
} from '../../lib/tools/browser/drive.ts';
import { badgeAt, inExtension } from '../../lib/tools/browser/extension.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import { ELSEWHERE, useTestUser } from '../support/test-user.ts';
import { openPopup, openedPanel } from '../support/open-surface.ts';
import { article } from '../support/stories.ts';
import { command } from '../support/toolbar.ts';

/** Stands in the extension's pages only. */
declare const browser: {
  tabs: {
    query(wanted: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tab: number, message: object, options: { frameId: number }): Promise<unknown>;
  };
  storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
};

const user = useTestUser();

const links = (style: string, ...names: string[]) =>
  `<nav style="${style}">${names.map((name) => `<a href="#">${name}</a>`).join('')}</nav>`;
const framed = (attributes: string) => `<iframe width="500" height="300" ${attributes}></iframe>`;
const text = (words: string) => `<p>Exports of ${words} need a licence, the ministry said.</p>`;

/** The marks in a frame or in the page. */
const marksIn = async (frame: Frame | Page): Promise<string[]> =>
  (await readMarks(frame as Page)).map(({ text: word }) => word);
const marksInAll = async (page: Page): Promise<string[]> => {
  const all = await Promise.all(page.frames().map((frame) => marksIn(frame).catch(() => [])));
  return all.flat().sort();
};

const SITE = `
  <style>.block a { display: block } .inline-block a { display: inline-block }</style>
  <h1>Minor metals</h1>
  <div class="block">${links('', 'Gallium', 'Germanium', 'Antimony')}</div>
  ${links('display: flex', 'Tungsten', 'Niobium', 'Tantalum')}
  ${links('display: grid', 'Cobalt', 'Dysprosium', 'Terbium')}
  <div class="inline-block">${links('', 'Gadolinium', 'Samarium', 'Lutetium')}</div>`;

it('marks names in links that touch, and in each kind of frame', async () => {
  const { site } = user();
  site.serve('/inner.html', article(text('indium')));
  const { page } = await user().open(
    article(
      `${SITE}${framed('src="/inner.html"')}${framed(`srcdoc="${text('bismuth')}"`)}<div id="late"></div>
       <iframe width="200" height="100" srcdoc="${text('molybdenum')}"></iframe>
       <script>
         const frame = document.createElement('iframe');
         frame.width = 500; frame.height = 300;
         document.querySelector('#late').append(frame);
         setTimeout(() => { frame.contentDocument.body.innerHTML = '${text('tellurium')}'; }, 300);
       </script>`,
    ),
  );
  const expected =
    'Antimony Cobalt Dysprosium Gadolinium Gallium Germanium Lutetium Niobium Samarium Tantalum Terbium Tungsten bismuth indium tellurium'.split(
      ' ',
    );
  await expect.poll(() => marksInAll(page)).toEqual(expected);
  await expect.poll(() => badgeAt(user().launched, page.url())).toBe('15');
  await page.close();
});

const ALLOWED = 'www.reuters.com';

/** The day of the article in each frame of the page, as its script knows it. */
const daysIn = (url: string): Promise<unknown> =>
  inExtension(
    user().launched,
    async (wanted) => {
      const tab = (await browser.tabs.query({})).find((one) => one.url === wanted);
      if (tab?.id === undefined) return [];
      const { frames = [] } = await browser.storage.session.get('frames');
      const ids = [0, ...((frames as Record<number, number[]>)[tab.id] ?? [])];
      const { id } = tab;
      return Promise.all(ids.map((frameId) => browser.tabs.sendMessage(id, { type: 'day' }, { frameId })));
    },
    url,
  );

it('lists, exports and jumps to names in frames, uses the day of their page, and names the sites that it may not read', async () => {
  const { site } = user();
  site.serve('/other.html', article(text('molybdenum')));
  // This page states no day of its own.
  site.serve('/live.html', `<!doctype html><html lang="en"><title>Live</title>${text('tellurium')}`);
  const { page } = await user().open(
    article(
      `${text('gallium')}${framed(`id="own" srcdoc="${text('bismuth')}"`)}${framed(`src="${user().url('/other.html', ELSEWHERE)}"`)}${framed(`src="${user().url('/live.html', ALLOWED)}"`)}`,
    ),
  );
  await expect.poll(() => marksInAll(page)).toEqual(['bismuth', 'gallium', 'tellurium']);
  await expect.poll(() => daysIn(page.url())).toEqual(['2025-07-18', '2025-07-18', '2025-07-18']);
  const frame = page.frames().find((one) => one.url() === 'about:srcdoc');
  if (!frame) throw new Error('no frame');
  await command(user().launched, page, 'next-mention');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await command(user().launched, page, 'next-mention');
  const opened = async () => {
    const all = [frame, ...page.frames().filter((one) => one.url().endsWith('/live.html'))];
    const counts = await Promise.all(
      all.map((one) => one.evaluate(() => [...(CSS.highlights.get('tradegloss-open') ?? [])].length)),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
  await expect.poll(opened).toBe(1);
  const popup = await openPopup(user().launched, page);
  await popup.says('3 mentions of 3 entries');
  await popup.says(`This page shows parts of other sites that Tradegloss may not read: ${ELSEWHERE}.`);
  await popup.press('button', 'All mentions');
  const panel = await openedPanel(user().launched);
  await panel.noteFiles();
  await panel.press('button', 'Export');
  await panel.press('button', '/^JSON/');
  const [file] = await panel.files(1);
  const { mentions } = JSON.parse(file?.text ?? '') as { mentions: { entry: string }[] };
  expect(mentions.map(({ entry }) => entry).sort()).toEqual(['Bismuth', 'Gallium', 'Tellurium']);
  await panel.close();
  await page.close();
});

it('marks a page and its frames once, if the user asks for that page only', async () => {
  const { page } = await user().open(article(`${text('gallium')}${framed(`srcdoc="${text('bismuth')}"`)}`), {
    host: ELSEWHERE,
  });
  const popup = await openPopup(user().launched, page);
  await popup.press('button', 'Mark this page once');
  await popup.says('This page only, until you leave it');
  await popup.close();
  await expect.poll(() => marksInAll(page)).toEqual(['bismuth', 'gallium']);
  await page.close();
});

/** Rests the pointer on a word in a frame without a border. */
async function restOn(page: Page, frame: Frame, word: string): Promise<void> {
  const outer = await (await frame.frameElement())?.boundingBox();
  const inner = await boxOfMark(frame as unknown as Page, word);
  if (!outer) throw new Error('the frame is not shown');
  const [x, y] = [outer.x + inner.x + inner.width / 2, outer.y + inner.y + inner.height / 2];
  await page.mouse.move(x + 60, y + 30);
  await page.mouse.move(x, y, { steps: 4 });
}

/**
 * Rests the pointer again if no card opened, because a new frame does not receive the pointer at
 * once.
 */
const cardBy = (page: Page, frame: Frame, word: string, name: string): Promise<Part | null> =>
  until(
    async () => {
      await restOn(page, frame, word);
      return openCard(page, name, 5000);
    },
    Boolean,
    30_000,
  );

const small = (attributes: string) => `<iframe style="border: 0" width="400" height="150" ${attributes}></iframe>`;

it.each([
  ['of the page', 'bismuth', 'Bismuth', 'about:srcdoc'],
  ['of another site that the user allowed', 'tellurium', 'Tellurium', '/small.html'],
])(
  'shows the card of a word in a small frame %s over the page, and accepts pointer, pin and keys there',
  async (_, word, name, address) => {
    user().site.serve('/small.html', `<!doctype html><html lang="en"><title>Small</title>${text('tellurium')}`);
    const { page } = await user().open(
      article(
        `${text('gallium')}${small(`srcdoc="${text('bismuth')}"`)}${small(`src="${user().url('/small.html', ALLOWED)}"`)}`,
      ),
    );
    await expect.poll(() => marksInAll(page)).toEqual(['bismuth', 'gallium', 'tellurium']);
    const frame = page.frames().find((one) => one.url().endsWith(address));
    if (!frame) throw new Error('no frame');
    const card = await cardBy(page, frame, word, name);
    // The card is higher than the frame.
    expect(card?.box.height).toBeGreaterThan(150);
    // The pointer moves from the frame to the card, which stays open.
    expect(await openFull(page)).not.toBeNull();
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await cardParts(page, 'button', 'More')).length).toBe(1);
    await page.keyboard.press('Escape');
    expect(await noCard(page)).toBe(true);

    expect(await cardBy(page, frame, word, name)).not.toBeNull();
    expect(await pressOnCard(page, 'Keep open')).toBe(true);
    await page.mouse.move(2, 2);
    expect(await pressOnCard(page, 'Close')).toBe(true);
    expect(await noCard(page)).toBe(true);

    // By keyboard from the frame: Tab leads into the card, Escape out of it.
    await frame.evaluate(() => window.focus());
    expect(await cardBy(page, frame, word, name)).not.toBeNull();
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await openCard(page, name))?.focused).toBe(true);
    await page.keyboard.press('Escape');
    expect(await noCard(page)).toBe(true);
    expect(await user().errors()).toEqual([]);
    await page.close();
  },
);
