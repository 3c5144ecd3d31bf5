/**
 * A table with unknown headings: the user sees its columns with our guesses and corrects them, and
 * the choice holds for every later check.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { press, says } from '../support/own-terms.ts';
import { useTestUser } from '../support/test-user.ts';

const user = useTestUser();
const PATH = '/lists/bedrifter.csv';
const TABLE = 'Nr,Kjent som,Bedrift,Dato\n1,VO,Vesta Optikk,2026-01-02\n2,UF,Ulla Støperi,2026-01-03\n';
const serve = (body: string, tag: string) =>
  user().serve({ body, type: 'text/csv', headers: { etag: `"${tag}"` } }, PATH);
const choose = (page: Page, column: string, use: string) =>
  page.locator(`::-p-aria(${column}[role="combobox"])`).fill(use);

it("reads the table by the user's choice of columns, now and at every check", async () => {
  serve(TABLE, 'a');
  const url = user().url(PATH);
  const { host } = new URL(url);
  const page = await openExtensionPage(user().launched, `/subscribe.html#${encodeURIComponent(url)}`);
  await press(page, `Fetch from ${host}`);
  await says(page, 'Tradegloss could not tell which column holds the names. Choose it.');
  await choose(page, 'bedrift', 'name');
  await choose(page, 'kjent_som', 'alias');
  await press(page, 'Read it this way');
  const text = await says(page, 'Nothing is in use until you add it.');
  expect(text).toContain('Vesta Optikk; Ulla Støperi');
  await press(page, 'Add this list');
  await says(page, 'bedrifter is added.');
  await page.close();
  serve(`${TABLE}3,KV,Kvern Verk,2026-02-03\n`, 'b');
  const settings = await openExtensionPage(user().launched, '/options.html');
  await press(settings, 'Check now');
  await says(settings, /bedrifter\s+3 entries/);
  await settings.close();
});
