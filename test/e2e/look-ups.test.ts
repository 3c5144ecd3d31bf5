/**
 * Opening cards from the browser itself: keyboard commands, the address bar, the menu of a
 * selection.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cardParts, noCard, openCard, pressOnCard } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { useTestUser } from '../support/test-user.ts';
import { openedPanel, openedPopup } from '../support/open-surface.ts';
import { PageSurface } from '../support/surface.ts';
import {
  chooseInMenu,
  command,
  enterInAddressBar,
  openedTab,
  saidOfEnter,
  typeInAddressBar,
} from '../support/toolbar.ts';

const user = useTestUser();
const SAMPLE = readFileSync(new URL('../pages/sample-article.html', import.meta.url), 'utf8');

it('a command goes from mention to mention and announces each, and Tab leads through the card and on', async () => {
  const { page } = await user().open(
    '<!doctype html><title>Metals</title><p>Exports of gallium need a licence. <a id="before" href="/x">One link</a> so do those of germanium, <a href="/y">Two</a>.</p>',
  );
  await page.focus('#before');
  await command(user().launched, page, 'next-mention');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  // The focus stays where it was.
  expect(await inPage(page, () => document.activeElement?.id)).toBe('before');
  await expect
    .poll(async () => (await cardParts(page, 'status')).map(({ text }) => text).join(' '))
    .toMatch(/^\s*Gallium. Mineral/);
  await command(user().launched, page, 'next-mention');
  expect(await openCard(page, 'Germanium')).not.toBeNull();
  await command(user().launched, page, 'previous-mention');
  const card = await openCard(page, 'Gallium');
  expect(card?.focused).toBe(false);
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await cardParts(page, 'dialog'))[0]?.focused).toBe(true);
  for (let n = 0; n < 80 && (await cardParts(page, 'dialog')).length > 0; n++) await page.keyboard.press('Tab');
  // The card closes when the user leaves it, and the browser continues from the user's last
  // position.
  expect(await noCard(page)).toBe(true);
  expect(await inPage(page, () => document.activeElement?.textContent)).toBe('Two');
  await page.close();
});

it('Esc returns the focus to where it was', async () => {
  const { page } = await user().open(
    '<!doctype html><title>Metals</title><p>Exports of gallium need a licence. <a id="before" href="/x">One link</a>.</p>',
  );
  await page.focus('#before');
  await command(user().launched, page, 'next-mention');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect((await cardParts(page, 'dialog'))[0]?.focused).toBe(true);
  await page.keyboard.press('Escape');
  expect(await noCard(page)).toBe(true);
  expect(await inPage(page, () => document.activeElement?.id)).toBe('before');
  await page.close();
});

it('searches from the address bar: suggests entries while the user types, and opens the search page on Enter', async () => {
  const offered = await typeInAddressBar(user().launched, 'galliu');
  expect(offered[0]).toMatch(/^Gallium 镓 · China → United States: /);
  if (user().name === 'firefox')
    await expect.poll(() => saidOfEnter(user().launched)).toBe('Search Tradegloss for “galliu”');
  await enterInAddressBar(user().launched, 'entity list');
  const found = new PageSurface(await openedTab(user().launched, '/entry.html'));
  expect((await found.find('combobox', 'Search')).value).toBe('entity list');
  await found.find('option', '/^Entity List/');
  await found.close();
});

it('looks up selected words in the popup, over the page', async () => {
  const { page } = await user().open(SAMPLE);
  await chooseInMenu(user().launched, page, 'look-up', { selectionText: ' 镓 ' });
  const popup = await openedPopup(user().launched);
  expect((await popup.find('combobox', 'Search')).value).toBe('镓');
  await popup.find('option', '/^Gallium/');
  await popup.close();
  await page.close();
});

it('turns selected words into a term on a page of the extension', async () => {
  const { page } = await user().open(SAMPLE);
  await chooseInMenu(user().launched, page, 'add-term', { selectionText: 'Harbour Ledger' });
  const own = new PageSurface(await openedTab(user().launched, '/term.html'));
  expect((await own.find('textbox', 'Name')).value).toBe('Harbour Ledger');
  expect(await own.faults()).toEqual([]);
  await own.close();
  await page.close();
});

it('opens the panel from the card if the browser allows it', async () => {
  const { page } = await user().open(SAMPLE);
  await command(user().launched, page, 'next-mention');
  await openCard(page, '');
  await pressOnCard(page, 'Menu');
  const [button] = await cardParts(page, 'button', 'Open in panel');
  if (user().name === 'firefox') return expect(button).toBeUndefined();
  await pressOnCard(page, 'Open in panel');
  const panel = await openedPanel(user().launched);
  await panel.says('entries');
  await panel.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
