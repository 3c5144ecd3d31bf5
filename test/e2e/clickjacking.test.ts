/** Protects the user's settings from a page that hides the card and makes the user click on it. */
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { cardOver, cardParts, openCard, readMarks, type Box } from '../../lib/tools/browser/drive.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { pressInCard } from '../support/press-in-card.ts';
import { useTestUser } from '../support/test-user.ts';
import { keptSettings, useSettings } from '../support/settings.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';

const user = useTestUser();
beforeEach(() => useSettings(user().launched, {}));

/** Covers the whole window opaquely and lets every click through. */
const COVER = 'position: fixed; inset: 0; width: 100%; height: 100%; background: white; pointer-events: none';
const ON_CARD = `addEventListener('toggle', (event) => event.target.matches?.('[popover=manual][translate=no]') && !window.covered && (window.covered = true) && cover(), true);`;
const WITH_POPOVER = `const cover = () => { const over = document.createElement('div'); over.popover = 'manual'; over.style = '${COVER}'; over.textContent = 'Press the button twice'; document.body.append(over); over.showPopover(); window.over = over; };`;

const COVERS: readonly [name: string, script: string][] = [
  ['a popover over the card', WITH_POPOVER + ON_CARD],
  [
    'a popover that comes back above each time the card does',
    `${WITH_POPOVER}${ON_CARD}
    setInterval(() => { if (!window.over) return; window.over.hidePopover(); window.over.showPopover(); }, 50);`,
  ],
  [
    'a popover in a closed shadow root, while the page keeps the events that tell of it',
    `const cover = () => { const host = document.createElement('div'); document.body.append(host); const root = host.attachShadow({ mode: 'closed' });
      root.innerHTML = '<div popover="manual" style="${COVER}">Press</div>'; root.firstChild.showPopover(); };
    ${ON_CARD}
    for (const type of ['toggle', 'beforetoggle']) addEventListener(type, (event) => event.stopImmediatePropagation(), true);`,
  ],
  [
    'a popover that was open before the card, shown again above it unheard',
    `const over = document.createElement('div'); over.popover = 'manual'; over.style = '${COVER}';
    addEventListener('load', () => { document.body.append(over); over.style.inset = 'auto'; over.style.width = '1px'; over.showPopover(); });
    const cover = () => { over.style = '${COVER}'; over.hidePopover(); over.showPopover(); };
    ${ON_CARD}
    for (const type of ['toggle', 'beforetoggle']) addEventListener(type, (event) => event.stopImmediatePropagation(), true);`,
  ],
  [
    'a view transition that never ends',
    `const sheet = document.createElement('style'); sheet.textContent = '::view-transition-old(root), ::view-transition-new(root) { animation-duration: 1000s; animation-delay: 0s } ::view-transition { pointer-events: none; background: white }'; document.head.append(sheet);
    const cover = () => document.startViewTransition?.(() => {});
    ${ON_CARD}`,
  ],
];

const middle = ({ x, y, width, height }: Box) => [x + width / 2, y + height / 2] as const;
const marked = async (page: Page) => (await readMarks(page)).map(({ text }) => text);

/** Clicks as a user who was told to press twice: at the buttons, whatever is drawn above them. */
async function pressTwice(page: Page, names = ['Menu', 'Stop marking everywhere']): Promise<void> {
  for (const name of names) {
    const [button] = await cardParts(page, 'button', name);
    // A card that the page keeps covered has closed.
    if (!button) return;
    await page.mouse.move(...middle(button.box));
    // A card accepts clicks only after it was visible for a while (click-guard.ts).
    await pause(700);
    await page.mouse.click(...middle(button.box));
    // A user takes this long between two presses.
    await pause(300);
  }
}

it.each(COVERS)('a page cannot mute anything through %s', async (_, script) => {
  const { page } = await user().open(article(paragraphs(STORY), { head: `<script>${script}</script>` }));
  await cardOver(page, 'gallium', 'Gallium');
  // A card accepts clicks only after it was visible for a while (click-guard.ts).
  await pause(800);
  await pressTwice(page);
  // Nothing may be muted; a mute would take effect within this time.
  await pause(1500);
  await page.keyboard.press('Escape');
  expect(await marked(page)).toContain('gallium');
  await page.close();
});

it('follows an entry for a user who sees the card, but not through a cover', async () => {
  const { launched } = user();
  const covered = await user().open(article(paragraphs(STORY), { head: `<script>${WITH_POPOVER}${ON_CARD}</script>` }));
  await cardOver(covered.page, 'gallium', 'Gallium');
  // A card accepts clicks only after it was visible for a while (click-guard.ts).
  await pause(800);
  await pressTwice(covered.page, ['Follow: Gallium', 'Follow: Gallium']);
  expect(await keptSettings(launched)).not.toHaveProperty('follows');
  await covered.page.close();
  const { page } = await user().open(article(paragraphs(STORY)));
  await cardOver(page, 'gallium', 'Gallium');
  // A card accepts clicks only after it was visible for a while (click-guard.ts).
  await pause(700);
  await pressTwice(page, ['Follow: Gallium']);
  await expect.poll(() => keptSettings(launched)).toMatchObject({ follows: ['mineral/gallium'] });
  await expect.poll(() => cardParts(page, 'button', 'Stop following: Gallium')).toHaveLength(1);
  await page.close();
});

it('ignores a click on a card that has just moved under the pointer, and accepts the next one', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  await cardOver(page, 'gallium', 'Gallium');
  const [button] = await cardParts(page, 'button', 'Menu');
  if (!button) throw new Error('the card has no menu');
  const [x, y] = middle(button.box);
  await page.mouse.move(x, y);
  // The page scrolls by itself, and the card moves with its word.
  await page.evaluate(() => {
    document.body.style.minHeight = '300vh';
    scrollBy(0, 10);
    scrollBy(0, -10);
  });
  await page.evaluate(() => scrollBy(0, 4));
  await page.mouse.click(x, y - 4);
  // No menu may open.
  await pause(200);
  expect(await cardParts(page, 'button', 'Stop marking everywhere')).toEqual([]);
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  // The card has now stood still long enough.
  await pause(400);
  await page.mouse.click(x, y - 4);
  await expect.poll(() => cardParts(page, 'button', 'Stop marking everywhere')).toHaveLength(1);
  await page.close();
});

it('mutes a name for a user who sees the card', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  await pressInCard(page, 'gallium', 'Gallium', 'Stop marking everywhere');
  await expect.poll(() => marked(page)).not.toContain('gallium');
  expect(await user().errors()).toEqual([]);
  await page.close();
});
