/** A subscription in the interface: added by its address, updated, held back, accepted, removed. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import { clickAtRest, says } from '../support/own-terms.ts';
import { useTestUser } from '../support/test-user.ts';
import { openedTab } from '../support/toolbar.ts';
import { FIRMS, entry, list } from '../unit/subscriptions/list-documents.ts';

const user = useTestUser();
const PATH = '/lists/desk.json';
let settings: Page;

const serve = (body: string, tag: string) =>
  user().serve({ body, type: 'application/json', headers: { etag: `"${tag}"` } }, PATH);

/** Waits for an enabled button with this text. */
async function button(page: Page, words: string): Promise<ElementHandle<Element>> {
  // The settings have other things that can be removed.
  const where = page === settings ? '[data-list="harbour-desk"] button' : 'button';
  const found = await until(async () => {
    for (const one of await page.$$(where))
      if (
        await one
          .evaluate((element, text) => element.textContent?.trim() === text && !element.hasAttribute('disabled'), words)
          .catch(() => false)
      )
        return one;
    return null;
  });
  if (!found) throw new Error(`there is no button “${words}”: ${await wordsOf(page)}`);
  return found;
}
const wordsOf = (page: Page) => inPage(page, () => document.body.innerText);
const press = async (page: Page, words: string) => clickAtRest(await button(page, words));

beforeAll(async () => {
  settings = await openExtensionPage(user().launched, '/options.html');
});

it('an address in the settings leads to a page that names the host, previews the list, and marks nothing before it is added', async () => {
  serve(list(3), 'v3');
  const url = user().url(PATH);
  await settings.locator('.lists-add input').fill(url);
  await settings.locator('.lists-add button').click();
  const page = await openedTab(user().launched, '/subscribe.html');
  const { host } = new URL(url);
  await says(page, `Tradegloss will fetch this list from ${host}`);
  await press(page, `Fetch from ${host}`);
  const text = await says(page, 'Nothing is in use until you add it.');
  for (const part of ['Harbour desk', 'Harbour Ledger', 'Lindholm Magnetics', '10', 'The list is not signed'])
    expect(text).toContain(part);
  expect(await wordsOf(settings)).not.toContain('Harbour desk');
  await press(page, 'Add this list');
  await says(page, 'Harbour desk is added.');
  await page.close();
  await settings.bringToFront();
  await says(settings, /Harbour desk\s+10 entries · version 3 · by Harbour Ledger/);
});

/** Sends half of the next version, and then nothing more. */
const stall = () =>
  user().serve({ body: list(9).slice(0, 5000), type: 'application/json', stalls: true, headers: {} }, PATH);

it('cancelling a download drops the list and changes nothing', async () => {
  stall();
  const url = user().url(PATH);
  const { host } = new URL(url);
  const page = await openExtensionPage(user().launched, `/subscribe.html#${encodeURIComponent(url)}`);
  await press(page, `Fetch from ${host}`);
  await says(page, 'Reading the list');
  await press(page, 'Cancel');
  await button(page, `Fetch from ${host}`);
  expect(await wordsOf(page)).not.toContain('cannot be added');
  await page.close();
  await settings.bringToFront();
  await press(settings, 'Check now');
  await press(settings, 'Cancel');
  await button(settings, 'Check now');
  const text = await says(settings, /Harbour desk\s+10 entries · version 3/);
  expect(text).not.toContain('No update');
});

it('updates the list and says what changed', async () => {
  serve(list(4, [...FIRMS.slice(1), entry('new-foundry')]), 'v4');
  await press(settings, 'Check now');
  await says(settings, /Harbour desk\s+10 entries · version 4/);
  await press(settings, 'What changed');
  const log = await says(settings, '1 new, 0 changed, 1 gone');
  expect(log).toContain('New Foundry: new on the list');
  expect(log).toContain('Lindholm Magnetics: no longer on the list');
});

it('keeps the old copy if the server sends a web page instead of the list, and says so', async () => {
  user().serve('<!doctype html><title>Sign in</title>', PATH);
  await press(settings, 'Check now');
  await says(settings, 'No update: this is a web page, such as a sign-in');
  await says(settings, /10 entries · version 4/);
});

it('holds back a list that shrank until the user accepts it', async () => {
  serve(list(5, FIRMS.slice(6)), 'v5');
  await press(settings, 'Check now');
  await says(settings, '6 of 10 entries would vanish');
  await press(settings, 'See what would go');
  await says(settings, 'Sandhill Graphite');
  await press(settings, 'Use the new copy');
  await says(settings, /Harbour desk\s+4 entries · version 5/);
});

it('a removed list is gone, and stays gone', async () => {
  await press(settings, 'Remove');
  await press(settings, 'Remove the list');
  await expect.poll(() => wordsOf(settings)).not.toContain('Harbour desk');
  const anew = await openExtensionPage(user().launched, '/options.html');
  await says(anew, 'Tradegloss built-in list');
  expect(await wordsOf(anew)).not.toContain('Harbour desk');
  expect(await user().errors()).toEqual([]);
});
