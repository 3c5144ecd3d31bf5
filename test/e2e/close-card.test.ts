/**
 * Protects the way to close a card: Escape closes it on pages that intercept the key, and closes
 * nothing else.
 */
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { cardOver, cardParts, firstMarks, noCard, openFull, readMarks } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { useTestUser } from '../support/test-user.ts';
import { useSettings } from '../support/settings.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';

const user = useTestUser();
beforeEach(() => useSettings(user().launched, {}));

const keeps = (types: readonly string[], more = '') =>
  `for (const type of ${JSON.stringify(types)}) addEventListener(type, (event) => { event.stopImmediatePropagation(); ${more} }, true);`;

const PAGES: readonly [name: string, script: string][] = [
  ['leaves the key alone', ''],
  ['lets nobody else hear of any key', keeps(['keydown', 'keypress', 'keyup'])],
  ['cancels each key as it goes down', keeps(['keydown'], 'event.preventDefault();')],
];

const open = async (script: string): Promise<Page> => {
  const { page } = await user().open(article(paragraphs(STORY), { head: `<script>${script}</script>` }));
  await firstMarks(page);
  expect(await cardOver(page, 'gallium', 'Gallium')).not.toBeNull();
  return page;
};
const heightOf = async (page: Page) => (await cardParts(page, 'dialog', 'Gallium'))[0]?.box.height ?? 0;

it.each(PAGES)('on a page that %s, Escape turns the full card into the glance, then closes it', async (_, script) => {
  const page = await open(script);
  const glance = await heightOf(page);
  expect(await openFull(page)).not.toBeNull();
  await expect.poll(() => heightOf(page)).toBeGreaterThan(glance);
  await page.keyboard.press('Escape');
  await expect.poll(() => heightOf(page)).toBe(glance);
  // One press is one step back.
  await pause(500);
  expect(await heightOf(page)).toBe(glance);
  await page.keyboard.press('Escape');
  expect(await noCard(page)).toBe(true);
  await page.close();
});

it.each(PAGES.slice(0, 2))(
  'on a page with a dialog that %s, Escape closes the card before the dialog',
  async (_, script) => {
    const { page } = await user().open(
      article(`${paragraphs(STORY)}<dialog><p>Makers wait for niobium.</p></dialog>`, {
        head: `<script>${script} addEventListener('load', () => document.querySelector('dialog').showModal());</script>`,
      }),
    );
    const isOpen = () => inPage(page, () => document.querySelector('dialog')?.open);
    await expect.poll(async () => (await readMarks(page)).map(({ text }) => text)).toContain('niobium');
    expect(await cardOver(page, 'niobium', 'Niobium')).not.toBeNull();
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await cardParts(page, 'dialog', 'Niobium')).length).toBe(0);
    expect(await isOpen()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(false);
    await page.close();
  },
);
