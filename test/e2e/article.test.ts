/**
 * A user opens an article: names are marked, cards open and close as they should, and the page
 * stays unchanged.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import {
  boxOfMark,
  cardParts,
  hoverMark,
  noCard,
  openCard,
  openCardRoot,
  openFull,
  pressOnCard,
  type Box,
} from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { ELSEWHERE, useTestUser } from '../support/test-user.ts';

const user = useTestUser();
const SAMPLE = readFileSync(new URL('../pages/sample-article.html', import.meta.url), 'utf8');

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const away = async (page: Page) => {
  await page.mouse.move(4, 4);
  await page.mouse.move(2, 2);
};

it('marks the names that the article mentions, each in the colour of its kind', async () => {
  const { marks } = await user().open(SAMPLE);
  const seen = marks.map(({ name, text }) => `${name.replace('-repeat', '')}: ${text}`);
  for (const expected of [
    'mineral: rare earths',
    'mineral: gallium',
    'mineral: germanium',
    'mineral: antimony',
    'mineral: Tungsten',
    'chip: H20',
    'chip: MI308',
    'chip: Ascend chips',
    'company: Huawei',
    'agency: Bureau of Industry and Security',
    'instrument: Entity List',
    'mineral: 镓',
    'agency: 国家安全部',
  ])
    expect(seen).toContain(expected);
  expect(seen.find((one) => one.includes('National Security Agency'))).toMatch(/^agency/);
});

/**
 * Records the times when the pointer came to rest, when the word was tinted (as far as a busy page
 * shows it), and when the card opened, by the page's own clock.
 */
const times = () => {
  const at = { rest: 0, tint: Infinity, card: 0 };
  Reflect.set(window, 'at', at);
  const look = () => CSS.highlights.has('tradegloss-open') && (at.tint = Math.min(at.tint, performance.now()));
  addEventListener('mousemove', ({ timeStamp }) => (at.rest = timeStamp));
  document.addEventListener('beforetoggle', ({ timeStamp }) => (at.card ||= timeStamp), true);
  setInterval(look, 5);
};

/**
 * Records how long the pointer had rested when anything in the document changed, by the page's own
 * clock.
 */
const untouched = () => {
  const at = { rest: Infinity, change: Infinity };
  Reflect.set(window, 'at', at);
  addEventListener('mousemove', ({ timeStamp }) => (at.rest = timeStamp));
  new MutationObserver(() => (at.change = Math.min(at.change, performance.now()))).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
};

it("a resting pointer changes nothing in the page before the card opens; if it moves to another word, that word's card opens", async () => {
  const { page } = await user().open(SAMPLE);
  await boxOfMark(page, 'germanium');
  await inPage(page, untouched);
  await hoverMark(page, 'germanium');
  // Long enough to prepare the card, too short to open it.
  await pause(300);
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  const at = await inPage(page, (): { rest: number; change: number } => Reflect.get(window, 'at'));
  expect(at.change - at.rest).toBeGreaterThan(450);
  await page.close();
});

it('opens the card after half a second of rest, and tints the word at once', async () => {
  const { page } = await user().open(SAMPLE);
  await inPage(page, times);
  const word = await hoverMark(page, 'gallium');
  const card = await openCard(page, 'Gallium');
  if (!card) throw new Error('no card');
  const at = await inPage(page, (): { rest: number; tint: number; card: number } => Reflect.get(window, 'at'));
  expect(at.card - at.rest).toBeGreaterThan(450);
  expect(at.tint).toBeLessThan(at.card);
  expect(card.text).toContain('Gallium');
  // The card covers neither the word nor the edge of the window.
  expect(overlap(card.box, word)).toBe(false);
  expect(card.box.x).toBeGreaterThanOrEqual(0);
  expect(card.box.y).toBeGreaterThanOrEqual(0);
  expect(card.box.x + card.box.width).toBeLessThanOrEqual(1180);
  expect(card.box.y + card.box.height).toBeLessThanOrEqual(900);
});

it('opens no card while the pointer drags, selects or moves fast', async () => {
  const { page } = await user().open(SAMPLE);
  const word = await boxOfMark(page, 'gallium');
  const [x, y] = [word.x + word.width / 2, word.y + word.height / 2];
  await page.mouse.move(x - 150, y);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 5 });
  // A resting pointer would have opened a card by now.
  await pause(900);
  expect(await inPage(page, () => getSelection()?.toString())).toMatch(/gal/);
  expect(await cardParts(page, 'dialog')).toEqual([]);
  await page.mouse.up();
  // The pointer moves to and fro over the word, without resting.
  const until = Date.now() + 1500;
  for (let turn = 0; Date.now() < until; turn++) await page.mouse.move(x + (turn % 2 ? 14 : -14), y);
  expect(await cardParts(page, 'dialog')).toEqual([]);
  await page.close();
});

it("draws the card in the user's colour scheme, light or dark", async () => {
  const { page } = await user().open(SAMPLE);
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  // All colours of the card are light-dark() pairs. Without its own color-scheme the card would
  // stay light on a dark page.
  expect(
    await inPage(
      page,
      () => getComputedStyle(document.querySelector(':root > [popover]') ?? document.body).colorScheme,
    ),
  ).toBe('light dark');
});

it('keeps the card open while the pointer moves to it and is on it, and closes it afterwards', async () => {
  const { page } = await user().open(SAMPLE);
  const word = await hoverMark(page, 'gallium');
  const card = await openCard(page, 'Gallium');
  if (!card) throw new Error('no card');
  // With slow frames, the check of an old pointer position may still be pending when the pointer
  // has reached the card.
  await inPage(page, () => {
    const draw = () => {
      for (const until = performance.now() + 60; performance.now() < until;);
      setTimeout(() => requestAnimationFrame(draw), 40);
    };
    requestAnimationFrame(draw);
  });
  const below = card.box.y > word.y;
  const x = word.x + word.width / 2;
  const edge = below ? card.box.y : card.box.y + card.box.height;
  await page.mouse.move(x, edge + (below ? -3 : 3));
  await page.mouse.move(x, edge + (below ? 40 : -40));
  // If the card had counted the pointer as outside, it would have closed by now.
  await pause(1500);
  expect(await cardParts(page, 'dialog', 'Gallium')).toHaveLength(1);
  await away(page);
  expect(await noCard(page)).toBe(true);
});

it('opens an entry that the full card names in the same place, scrolled to the top, and leads back', async () => {
  const { page } = await user().open(SAMPLE);
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await openFull(page);
  await expect.poll(() => cardParts(page, 'button', 'Germanium')).toHaveLength(1);
  const host = await openCardRoot(page);
  const scrolled = (to: number | null) =>
    inPage(
      page,
      (selector, top) => {
        const body = document.querySelector(selector)?.shadowRoot?.querySelector('[role="group"][tabindex="0"]');
        if (body && top !== null) body.scrollTop = top;
        return body?.scrollTop;
      },
      host,
      to,
    );
  expect(await scrolled(9999)).toBeGreaterThan(50);
  await pressOnCard(page, 'Germanium');
  expect(await openCard(page, 'Germanium')).not.toBeNull();
  await expect.poll(() => scrolled(null)).toBe(0);
  await pressOnCard(page, 'Back');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  expect(await cardParts(page, 'button', 'Back')).toEqual([]);
});

it('copies one line, or the whole card with its sources, and says so on the card', async () => {
  const { page } = await user().open(SAMPLE);
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  const copies = async (item: string) => {
    await pressOnCard(page, 'Menu');
    await pressOnCard(page, item);
    await expect.poll(async () => (await cardParts(page, 'status')).map(({ text }) => text.trim())).toContain('Copied');
  };
  const paste = async () => {
    await inPage(page, () => document.body.prepend(document.createElement('textarea')));
    await page.focus('textarea');
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    return inPage(page, () => document.querySelector('textarea')?.value);
  };
  await copies('Copy one line with its source');
  await page.keyboard.press('Escape');
  expect(await paste()).toMatch(/^Gallium: .*https:\/\/\S+$/);
  await hoverMark(page, 'germanium');
  expect(await openCard(page, 'Germanium')).not.toBeNull();
  await openFull(page);
  await copies('Copy with sources');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const pasted = await paste();
  expect(pasted).toMatch(/^Germanium \(Mineral[^)]*\)\n/);
  expect(pasted).toMatch(/\n\[1\] .*https:\/\//);
  await page.close();
});

it('Esc closes the card, and Tab leads into it and out again', async () => {
  const { page } = await user().open(SAMPLE);
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await page.keyboard.press('Escape');
  expect(await noCard(page)).toBe(true);
  await away(page);
  await hoverMark(page, 'H20');
  const card = await openCard(page, '');
  expect(card?.text).toContain('H20');
  expect(card?.focused).toBe(false);
  await page.keyboard.press('Tab');
  expect((await cardParts(page, 'dialog'))[0]?.focused).toBe(true);
  // The keyboard pinned the card, so the pointer may leave.
  await away(page);
  // A card that was not pinned would have closed by now.
  await pause(800);
  expect(await cardParts(page, 'dialog')).toHaveLength(1);
  await page.keyboard.press('Escape');
  expect(await noCard(page)).toBe(true);
  expect(await inPage(page, () => document.activeElement === document.body)).toBe(true);
});

it('leaves the page with the same markup and layout', async () => {
  const look = () => ({
    html: document.body.outerHTML,
    boxes: [...document.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.nodeName} ${x} ${y} ${width} ${height}`;
    }),
  });
  const bare = await user().open(SAMPLE, { host: ELSEWHERE });
  const before = await inPage(bare.page, look);
  const { page, marks } = await user().open(SAMPLE);
  expect(marks.length).toBeGreaterThan(40);
  expect(await inPage(page, look)).toEqual(before);
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  expect(await inPage(page, () => document.body.outerHTML)).toBe(before.html);
  await page.keyboard.press('Escape');
  await noCard(page);
  await page.evaluate(() => scrollTo(0, 0));
  expect(await inPage(page, look)).toEqual(before);
  await bare.page.close();
});

it('shows the card of a word in another script', async () => {
  const { page } = await user().open(SAMPLE);
  await boxOfMark(page, '镓');
  await hoverMark(page, '镓');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
});

it('works under the strictest content security policy', async () => {
  const { page, marks } = await user().open({
    body: SAMPLE,
    headers: { 'content-security-policy': "default-src 'none'" },
  });
  expect(marks.length).toBeGreaterThan(40);
  await hoverMark(page, 'gallium');
  const card = await openCard(page, 'Gallium');
  expect(card?.box.width).toBeGreaterThan(250);
  expect(card?.box.width).toBeLessThan(600);
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
