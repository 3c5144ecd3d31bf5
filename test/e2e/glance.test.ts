/**
 * Measures the glances of forty entries: one size, few words, few focus stops, no jumps; and how
 * they follow changes of the page.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import {
  boxOfMark,
  cardParts,
  firstMarks,
  hoverMark,
  noCard,
  openCard,
  openCardRoot,
  openFull,
  pressOnCard,
} from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { useTestUser } from '../support/test-user.ts';
import { useSettings } from '../support/settings.ts';

const user = useTestUser();
const LAPTOP = { width: 1366, height: 650 };
/** Glance: 380 × 258 px at the normal text size. */
const HEIGHT = 258;
const WIDTH = 380;
const MAX_WORDS = 70;
const MAX_STOPS = 12;
const MIN_TARGET_PX = 24;
const MIN_TEXT_PX = 11;

/** Minerals, chips, firms, bodies and rules, as news names them. */
const WORDS = [
  'gallium',
  'germanium',
  'antimony',
  'Tungsten',
  'graphite',
  'rare earths',
  'dysprosium',
  'terbium',
  'samarium',
  'yttrium',
  'scandium',
  'lithium',
  'cobalt',
  'nickel',
  'bismuth',
  'indium',
  'tellurium',
  'magnesium',
  'palladium',
  'uranium',
  'H20',
  'MI308',
  'H100',
  'A100',
  'Huawei',
  'SMIC',
  'Nvidia',
  'TSMC',
  'ASML',
  'YMTC',
  'CXMT',
  'MP Materials',
  'Lynas',
  'MOFCOM',
  'Bureau of Industry and Security',
  'Entity List',
  'Section 301',
  'Section 232',
  'Announcement No. 46 of 2024',
  'Critical Raw Materials Act',
  'CHIPS Act',
  'Foreign Direct Product Rule',
];
const article = (text: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta property="article:published_time" content="2025-07-18T08:00:00Z"><title>Trade</title><style>body{font:18px/1.6 serif;max-width:640px;margin:40px 300px}</style><article><h1>Export controls</h1>${text}</article></html>`;
const LIST = article(
  WORDS.map(
    (word) => `<p>Exports, duties and licences: ${word} in semiconductor trade with China and the United States.</p>`,
  ).join(''),
);

const laptop = async (page: Page) => page.setViewport(LAPTOP);
/** Everything about the open card that the tests below limit. */
const measure = (page: Page, host: string) =>
  inPage(
    page,
    (selector) => {
      const root = document.querySelector(selector)?.shadowRoot;
      const card = root?.querySelector<HTMLElement>('[role="dialog"]');
      if (!root || !card) return null;
      const { width, height } = card.getBoundingClientRect();
      const seen = (element: Element) => element.checkVisibility() && !element.closest('.vh, [aria-hidden="true"]');
      const stops = [...card.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex="0"]')].filter(seen);
      const texts = [...card.querySelectorAll('*')].filter(
        (element) =>
          seen(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
      );
      const body = card.querySelector('.card-body');
      return {
        width,
        height,
        words: card.innerText.split(/\s+/).filter(Boolean).length,
        stops: stops.length,
        smallTargets: stops
          .map(
            (stop) =>
              ({ text: stop.innerText, ...stop.getBoundingClientRect().toJSON() }) as {
                text: string;
                width: number;
                height: number;
              },
          )
          .filter((stop) => stop.width < 23.9 || stop.height < 23.9)
          .map(({ text, width, height }) => `${text} ${width}×${height}`),
        smallTexts: texts
          .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 11)
          .map((element) => element.textContent),
        cut: body ? body.scrollHeight - body.clientHeight : 0,
        hiddenShown: [...card.querySelectorAll('[hidden]')].filter((element) => element.checkVisibility()).length,
        text: card.innerText,
      };
    },
    host,
  );

it(`glances of ${WORDS.length} entries have one size, at most ${MAX_WORDS} words and ${MAX_STOPS} focus stops, targets of ${MIN_TARGET_PX} px, text of ${MIN_TEXT_PX} px, and cut nothing off`, async () => {
  const { page } = await user().open(LIST);
  await laptop(page);
  const marked = new Set((await firstMarks(page)).map(({ text }) => text));
  const wanted = WORDS.filter((word) => marked.has(word));
  expect(wanted.length).toBeGreaterThanOrEqual(40);
  const faults: string[] = [];
  for (const word of wanted) {
    await hoverMark(page, word);
    if (!(await openCard(page, '', 5000))) {
      faults.push(`${word}: no card`);
      continue;
    }
    const host = await openCardRoot(page);
    await expect.poll(async () => (await measure(page, host))?.words ?? 0).toBeGreaterThan(8);
    const seen = await measure(page, host);
    if (!seen) continue;
    const { width, height, words, stops, smallTargets, smallTexts, cut, hiddenShown } = seen;
    const bad = [
      (width !== WIDTH || Math.abs(height - HEIGHT) > 1) && `${width} × ${height}`,
      words > MAX_WORDS && `${words} words`,
      stops > MAX_STOPS && `${stops} stops`,
      smallTargets.length > 0 && `targets ${smallTargets.join(', ')}`,
      smallTexts.length > 0 && `small text ${smallTexts.join(', ')}`,
      cut > 1 && `cut by ${cut} px`,
      hiddenShown > 0 && `${hiddenShown} hidden parts are shown`,
    ].filter(Boolean);
    if (bad.length > 0) faults.push(`${word}: ${bad.join('; ')}`);
    await page.keyboard.press('Escape');
    await page.mouse.move(4, 4);
    await noCard(page);
  }
  expect(faults).toEqual([]);
  await page.close();
}, 240_000);

/** The sizes of the card frame by frame, from its first one. */
const watch = () => {
  const sizes: string[] = [];
  Reflect.set(window, 'sizes', sizes);
  const look = () => {
    const card = document.querySelector(':root > [popover="manual"]')?.shadowRoot?.querySelector('[role="dialog"]');
    if (card) {
      const { offsetWidth, offsetHeight, offsetLeft, offsetTop } = card as HTMLElement;
      // The position of the card, without the few pixels by which it rises while it fades in.
      const size = `${offsetWidth} ${offsetHeight} ${offsetLeft} ${offsetTop}`;
      if (sizes.at(-1) !== size) sizes.push(size);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

it('has its final size and position from the first frame', async () => {
  const { page } = await user().open(LIST);
  await laptop(page);
  await firstMarks(page);
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await openCardRoot(page);
  await inPage(page, watch);
  await page.keyboard.press('Escape');
  await page.mouse.move(4, 4);
  await noCard(page);
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  // No further size may follow.
  await pause(500);
  expect(await inPage(page, () => (Reflect.get(window, 'sizes') as string[]).length)).toBeLessThanOrEqual(2);
  await page.close();
});

it('grows into the full card with head and answer in place; Esc leads back, and a second Esc closes it', async () => {
  const { page } = await user().open(LIST);
  await laptop(page);
  await firstMarks(page);
  await inPage(page, () => scrollTo(0, 0));
  await hoverMark(page, 'gallium');
  const glance = await openCard(page, 'Gallium');
  const host = await openCardRoot(page);
  const answer = () =>
    inPage(
      page,
      (selector) =>
        ['h2 > span', '.who', '.state'].map((part) => {
          const box = document.querySelector(selector)?.shadowRoot?.querySelector(part)?.getBoundingClientRect();
          return box && [Math.round(box.x), Math.round(box.y)];
        }),
      host,
    );
  const before = await answer();
  const full = await openFull(page);
  expect(full?.box.height).toBeGreaterThan(glance?.box.height ?? Infinity);
  expect(full?.box.height).toBeLessThanOrEqual(560);
  expect(full?.box.width).toBe(380);
  await openCardRoot(page);
  // The name and the answer stay to the pixel, apart from what the sentence between them was cut.
  await expect.poll(async () => (await answer())[0]).toEqual(before[0]);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await cardParts(page, 'dialog', 'Gallium'))[0]?.box.height).toBe(HEIGHT);
  await page.keyboard.press('Escape');
  expect(await noCard(page)).toBe(true);
  await page.close();
});

it('opens the full card on a click on the mark, and on Enter', async () => {
  const { page } = await user().open(LIST);
  await laptop(page);
  await firstMarks(page);
  const height = async () => (await cardParts(page, 'dialog', 'Gallium'))[0]?.box.height ?? 0;
  const word = await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await page.mouse.click(word.x + word.width / 2, word.y + word.height / 2);
  await expect.poll(height).toBeGreaterThan(HEIGHT + 1);
  await page.keyboard.press('Escape');
  await expect.poll(height).toBe(HEIGHT);
  await page.keyboard.press('Enter');
  await expect.poll(height).toBeGreaterThan(HEIGHT + 1);
  await page.close();
});

it('glances and pinned cards follow their words when the page shifts, while the pointer opens other cards', async () => {
  const { page } = await user().open(LIST);
  await laptop(page);
  await firstMarks(page);
  const offset = async (name: string, word: string) => {
    const [card] = await cardParts(page, 'dialog', name);
    const box = await boxOfMark(page, word);
    return card ? card.box.y - box.y : null;
  };
  const shift = (by: number) =>
    inPage(
      page,
      (height) => {
        const added = document.createElement('div');
        added.style.height = `${height}px`;
        document.querySelector('h1')?.before(added);
      },
      by,
    );
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  const before = (await offset('Gallium', 'gallium')) ?? NaN;
  const follows = () => expect.poll(() => offset('Gallium', 'gallium')).toSatisfy((at) => Math.abs(at - before) <= 1);
  await shift(30);
  await follows();
  await pressOnCard(page, 'Keep open');
  await page.mouse.move(20, 400);
  // A card that is not pinned would close within this time.
  await pause(600);
  expect(await cardParts(page, 'dialog', 'Gallium')).toHaveLength(1);
  await hoverMark(page, 'rare earths');
  await expect.poll(async () => (await cardParts(page, 'dialog')).length).toBe(2);
  await shift(24);
  await follows();
  // Esc closes the glance, then the pinned card.
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await cardParts(page, 'dialog')).length).toBe(1);
  await page.keyboard.press('Escape');
  expect(await noCard(page)).toBe(true);
  await page.close();
});

it('opens as the settings say: as a full card, on a click only, or while Shift is held', async () => {
  const { page } = await user().open(LIST);
  await laptop(page);
  await firstMarks(page);
  const opened = async () => (await cardParts(page, 'dialog', 'Gallium'))[0]?.box.height ?? 0;
  const away = async () => {
    await page.keyboard.press('Escape');
    await page.mouse.move(4, 4);
    await noCard(page);
  };
  /** The page learns of a setting a moment after it is stored. */
  const heightOnHover = () =>
    expect.poll(
      async () => {
        await away();
        await hoverMark(page, 'gallium');
        // To see that no card opens, the test must wait for the whole rest.
        await pause(1200);
        return opened();
      },
      { timeout: 15_000 },
    );
  await useSettings(user().launched, { cardSize: 'full' });
  await page.bringToFront();
  await heightOnHover().toBeGreaterThan(HEIGHT + 1);
  await away();
  await useSettings(user().launched, { openOn: 'click' });
  await page.bringToFront();
  await heightOnHover().toBe(0);
  const word = await hoverMark(page, 'gallium');
  await page.mouse.click(word.x + word.width / 2, word.y + word.height / 2);
  await expect.poll(opened).toBe(HEIGHT);
  await away();
  await useSettings(user().launched, { openOn: 'key' });
  await page.bringToFront();
  await heightOnHover().toBe(0);
  await page.keyboard.down('Shift');
  await expect.poll(opened).toBe(HEIGHT);
  await page.keyboard.up('Shift');
  await away();
  await useSettings(user().launched, {});
  await page.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
