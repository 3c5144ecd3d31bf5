/**
 * Users who tap, zoom, use the keyboard, read from right to left, or want less motion; and the card
 * of an ambiguous name.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  boxOfMark,
  cardParts,
  firstMarks,
  hoverMark,
  noCard,
  openCard,
  openCardRoot,
  type Box,
} from '../../lib/tools/browser/drive.ts';
import { inExtension } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pressInCard } from '../support/press-in-card.ts';
import { startTestUser, useTestUser } from '../support/test-user.ts';
import { useSettings } from '../support/settings.ts';
import { PageSurface } from '../support/surface.ts';
import { command } from '../support/toolbar.ts';

/** Stands in the extension's pages only. */
declare const browser: {
  tabs: {
    query(wanted: object): Promise<{ id?: number; url?: string }[]>;
    setZoom(tab: number | undefined, factor: number): Promise<void>;
  };
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
};

// Firefox cannot emulate this preference, which the user sets in the system.
const user = useTestUser({ prefs: { 'ui.prefersReducedMotion': 1 } });
const paragraphs = (count: number) =>
  Array.from(
    { length: count },
    () => '<p>Nothing of note was said here by anybody, at some length, about the weather.</p>',
  ).join('');
const article = (text: string, attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><meta charset="utf-8"><title>Trade</title><style>body{font:18px/1.6 serif;max-width:640px;margin:40px}</style><article>${text}</article>${paragraphs(12)}</html>`;

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const middle = ({ x, y, width, height }: Box) => [x + width / 2, y + height / 2] as const;
const within = (page: Page, box: Box) =>
  inPage(
    page,
    ({ x, y, width, height }) => x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight,
    box,
  );

const zoom = (url: string, factor: number) =>
  inExtension(
    user().launched,
    async (wanted, by) => {
      const tab = (await browser.tabs.query({})).find((one) => one.url === wanted);
      await browser.tabs.setZoom(tab?.id, by);
    },
    url,
    factor,
  );

describe('touch', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await user().open(
      article(
        '<p>Exports of gallium need a licence under <a id="link" href="#notice">Announcement No. 46 of 2024</a>.</p>',
      ),
    ));
  });

  it('a tap on a mark opens its card, a tap elsewhere closes it', async () => {
    await page.touchscreen.tap(...middle(await boxOfMark(page, 'gallium')));
    expect(await openCard(page, 'Gallium')).not.toBeNull();
    // A place above the sheet.
    await page.touchscreen.tap(620, 30);
    expect(await noCard(page)).toBe(true);
  });

  it('a tap on a marked link follows the link', async () => {
    await page.touchscreen.tap(...middle(await boxOfMark(page, 'Announcement No. 46 of 2024')));
    await page.waitForFunction(() => location.hash === '#notice');
    expect(await cardParts(page, 'dialog')).toEqual([]);
  });
});

it('at 200 % zoom the card is next to its word, inside the window, and as wide as its text needs', async () => {
  const { page, url } = await user().open(article('<p>Exports of gallium need a licence.</p>'));
  await zoom(url, 2);
  await page.bringToFront();
  await page.waitForFunction(() => innerWidth < 700);
  const word = await hoverMark(page, 'gallium');
  const card = await openCard(page, 'Gallium');
  if (!card) throw new Error('no card');
  expect(overlap(card.box, word)).toBe(false);
  expect(await within(page, card.box)).toBe(true);
  expect(card.box.width).toBeGreaterThan(280);
  // Browsers store the zoom for the host.
  await zoom(url, 1);
  await page.close();
});

it('at 400 % zoom the user can scroll the card, a few lines high, to its last button', async () => {
  const { page, url } = await user().open(article('<p>Exports of gallium need a licence.</p>'));
  await zoom(url, 4);
  await page.bringToFront();
  await page.waitForFunction(() => innerWidth < 400);
  await expect
    .poll(async () => {
      const [card] = await cardParts(page, 'dialog', 'Gallium');
      if (!card) {
        // Firefox scrolls the page if the wheel turns at the moment when the card appears; then the
        // test tries again.
        await inPage(page, () => scrollTo(0, 0));
        await hoverMark(page, 'gallium');
        await openCard(page, 'Gallium');
        return false;
      }
      await page.mouse.move(...middle(card.box));
      await page.mouse.wheel({ deltaY: 10_000 });
      const [last] = await cardParts(page, 'button', 'More');
      return last !== undefined && last.box.y + last.box.height <= card.box.y + card.box.height;
    })
    .toBe(true);
  await zoom(url, 1);
  await page.close();
});

it('on a right-to-left page the card is aligned with the end of its word', async () => {
  const { page } = await user().open(
    article(
      '<p>تحتاج صادرات <bdi lang="en">gallium</bdi> من الصين إلى ترخيص. China has licensed exports of gallium since 2023.</p>',
      'lang="ar" dir="rtl"',
    ),
  );
  const word = await hoverMark(page, 'gallium');
  const card = await openCard(page, 'Gallium');
  if (!card) throw new Error('no card');
  expect(overlap(card.box, word)).toBe(false);
  expect(await within(page, card.box)).toBe(true);
  // Aligned with the word's end, or moved into the margin as far as it still touches the word.
  expect(card.box.x).toBeLessThan(word.x + word.width);
  expect(card.box.x + card.box.width).toBeGreaterThan(word.x);
  // The card is in the user's language: dates keep their order, and the pin comes last.
  const [pin] = await cardParts(page, 'button', 'Keep open');
  expect(pin?.box.x).toBeGreaterThan(card.box.x + card.box.width / 2);
  await page.close();
});

it('nothing moves for a user who wants less motion', async () => {
  const { page } = await user().open(article('<p>Exports of gallium need a licence.</p>'));
  if (user().name === 'chrome') await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  const host = await openCardRoot(page);
  const moving = () =>
    inPage(
      page,
      (selector) => {
        const all = [...(document.querySelector(selector)?.shadowRoot?.querySelectorAll('*') ?? [])];
        return {
          count: all.length,
          moving: all.filter(
            (element) =>
              getComputedStyle(element).animationName !== 'none' ||
              parseFloat(getComputedStyle(element).transitionDuration) > 0,
          ).length,
        };
      },
      host,
    );
  await expect.poll(async () => (await moving()).count).toBeGreaterThan(20);
  expect((await moving()).moving).toBe(0);
  await page.close();
});

it('the keyboard leads from mention to mention, into the card, through it, and back to the former focus', async () => {
  const { page } = await user().open(
    article('<p><button id="here">Share</button> Exports of gallium and germanium need a licence.</p>'),
  );
  await page.focus('#here');
  await command(user().launched, page, 'next-mention');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await command(user().launched, page, 'next-mention');
  expect(await openCard(page, 'Germanium')).not.toBeNull();
  await command(user().launched, page, 'previous-mention');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await cardParts(page, 'dialog', 'Gallium'))[0]?.focused).toBe(true);
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab');
  expect((await cardParts(page, 'dialog', 'Gallium'))[0]?.focused).toBe(true);
  await page.keyboard.press('Escape');
  expect(await noCard(page)).toBe(true);
  expect(await inPage(page, () => document.activeElement?.id)).toBe('here');
  await page.close();
});

it("a name with two readings asks first, and the user's choice applies at once and is stored", async () => {
  const { page } = await user().open(article('<p>The Commerce Department spoke of gallium and germanium.</p>'));
  await hoverMark(page, 'Commerce Department');
  const card = await openCard(page, 'U.S. Department of Commerce');
  expect(card?.text).toContain("Or: China's Ministry of Commerce?");
  const choose = "Use China's Ministry of Commerce instead";
  await pressInCard(page, 'Commerce Department', 'U.S. Department of Commerce', choose);
  await expect
    .poll(() => inExtension(user().launched, async () => (await browser.storage.local.get('settings'))['settings']))
    .toMatchObject({ choices: [{ name: 'commerce department', entry: 'agency/mofcom' }] });
  // The question may have opened a tab of the extension over the page.
  await page.bringToFront();
  await page.mouse.move(2, 2);
  expect(await noCard(page)).toBe(true);
  await hoverMark(page, 'Commerce Department');
  expect(await openCard(page, "China's Ministry of Commerce")).not.toBeNull();
  await page.close();
  await useSettings(user().launched, {});
});

it('in forced colours a name is marked once in a section, and the card has system colours, a border and no accessibility faults', async () => {
  // Firefox reads this preference only from its settings at the start.
  const own =
    user().name === 'firefox' ? await startTestUser({ prefs: { 'browser.display.document_color_use': 2 } }) : null;
  const { page } = await (own ?? user()).open(
    article('<p>Exports of gallium and germanium need a licence.</p><p>Prices of gallium doubled.</p>'),
  );
  if (!own) {
    await (
      await page.createCDPSession()
    ).send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await page.reload();
  }
  expect(await inPage(page, () => matchMedia('(forced-colors: active)').matches)).toBe(true);
  // Repeats cannot be drawn fainter, so they are not drawn.
  expect((await firstMarks(page)).map(({ text }) => text)).toEqual(['gallium', 'germanium']);
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  const host = await openCardRoot(page);
  const look = () =>
    inPage(
      page,
      (selector) => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.cssText = 'color: CanvasText; background-color: Canvas';
        const { color, backgroundColor } = getComputedStyle(probe);
        const card = document.querySelector(selector)?.shadowRoot?.querySelector('[role="dialog"]');
        const style = card && getComputedStyle(card);
        probe.remove();
        return {
          text: style?.color === color,
          ground: style?.backgroundColor === backgroundColor,
          edge: style?.borderTopColor === color && parseFloat(style.borderTopWidth) >= 1,
          links: card?.querySelectorAll('a[href]').length ?? 0,
        };
      },
      host,
    );
  await expect.poll(async () => (await look()).links).toBeGreaterThan(0);
  expect(await look()).toMatchObject({ text: true, ground: true, edge: true });
  expect(await new PageSurface(page).faults(host)).toEqual([]);
  await page.close();
  await own?.end();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
