/**
 * Where the extension may run: not on sites that the user switched off, once on request, in no PDF;
 * and the store build before and after a site is allowed.
 */
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { cardOver, firstMarks, readMarks, settledMarks } from '../../lib/tools/browser/drive.ts';
import { inExtension, openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { inFirefoxWindow } from '../../lib/tools/browser/launch.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { ELSEWHERE, NEWS, startTestUser, useTestUser, type TestUser } from '../support/test-user.ts';
import { buildFolder } from '../support/start-browser.ts';
import { steps } from '../support/runs.ts';
import type { Served } from '../support/stand-in.ts';
import { article, ITEMS, paragraphs, STORY } from '../support/stories.ts';
import { openPopup } from '../support/open-surface.ts';
import { switchOffAndOn } from '../support/toolbar.ts';

/** The used part of the extension's interface; it exists in its pages only. */
declare const browser: { storage: { local: { set(items: object): Promise<void> } } };

const preview = useTestUser();
const ORIGIN = `https://${NEWS}/*`;
/** A copy of the store build, in which Chromium's manifest can be changed. */
const folder = mkdtempSync(join(tmpdir(), 'tradegloss-store-'));
let store: TestUser;

beforeAll(async () => {
  cpSync(buildFolder(inject('browser'), 'store'), folder, { recursive: true });
  store = await startTestUser({ extension: folder, prefs: { 'extensions.webextOptionalPermissionPrompts': false } });
});
afterAll(async () => {
  await store.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Tabs besides the one that is looked at; fifty with `RUNS_TIMES=25`, by hand. */
const TABS = Math.max(2, steps(2));
const untilUnmarked = (page: Page) => expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);

it('a site that is switched off loses all highlights, and gets none after a reload', async () => {
  const { page, marks } = await preview().open(article(paragraphs(STORY)));
  expect(marks.length).toBeGreaterThan(5);
  const setOff = (hosts: string[]) => browser.storage.local.set({ settings: { offSites: hosts } });
  await inExtension(preview().launched, setOff, [NEWS]);
  await page.bringToFront();
  await untilUnmarked(page);
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('beforeend', '<p>Exports of graphite need a licence.</p>'),
  );
  expect(await settledMarks(page)).toEqual([]);
  await page.reload();
  // No mark may appear; a page that is read has marks within this time.
  await pause(1500);
  expect(await readMarks(page)).toEqual([]);
  await inExtension(preview().launched, setOff, []);
});

it('a button of the popup marks a page once whose site was not allowed', async () => {
  const { page } = await preview().open(article(paragraphs(STORY)), { host: ELSEWHERE });
  const popup = await openPopup(preview().launched, page);
  await popup.says('Tradegloss may not read this page yet.');
  expect(await popup.faults()).toEqual([]);
  await popup.press('button', 'Mark this page once');
  await popup.says('This page only, until you leave it');
  await popup.find('button', '/^Gallium/');
  await popup.close();
  expect((await firstMarks(page)).map(({ text }) => text)).toContain('gallium');
  await page.reload();
  // No mark may appear; a page that is read has marks within this time.
  await pause(1000);
  expect(await readMarks(page)).toEqual([]);
  await page.close();
});

/** A PDF with one empty page. */
const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';

it('recognises a PDF at any address, and does not take a page for a PDF because of its address', async () => {
  const page = await preview().tab();
  const served = (body: Served | string, path: string) => preview().url(preview().serve(body, path), ELSEWHERE);
  await page.goto(served({ body: PDF, type: 'application/pdf' }, '/notice'));
  let popup = await openPopup(preview().launched, page);
  // Firefox does not report what a tab shows, so only the end of the address tells a PDF.
  await popup.says(preview().name === 'firefox' ? 'If it is a PDF' : 'PDF document');
  expect(await popup.all('button', 'Mark this page once')).toEqual([]);
  await popup.find('heading', 'Look anything up');
  await popup.close();
  // A new tab, because the driver can lose one that leaves Chromium's PDF viewer.
  const other = await preview().tab();
  await other.goto(served('<!doctype html><title>About a file</title><p>Gallium.</p>', '/about-notice.pdf'));
  popup = await openPopup(preview().launched, other);
  await popup.find('button', 'Mark this page once');
  await popup.close();
  for (const one of [other, page]) await one.close();
});

/**
 * Allows the site. In Firefox by a real click on the welcome page. Chromium's prompt can't be
 * answered here, so there the folder has the preview's manifest for a moment: what it granted stays
 * granted.
 */
async function allow(): Promise<void> {
  if (store.name === 'firefox') {
    const welcome = await openExtensionPage(store.launched, '/welcome.html');
    const button = await welcome.waitForSelector('button[aria-label="Allow AP News"]', { timeout: 60_000 });
    await button?.click();
    return;
  }
  for (const mode of ['preview', 'store'] as const) {
    copyFileSync(join(buildFolder('chrome', mode), 'manifest.json'), join(folder, 'manifest.json'));
    await store.launched.browser.installExtension(folder);
    // Chromium sends no event when an unpacked extension runs again.
    await pause(1000);
  }
}

/**
 * Withdraws the permission: on the extensions page in Chromium, like the add-ons manager in
 * Firefox.
 */
async function withdraw(): Promise<void> {
  const { browser: driven, extensionId } = store.launched;
  if (store.name === 'firefox') {
    await inFirefoxWindow(
      driven,
      `(async () => { const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs'); await ExtensionPermissions.remove(${JSON.stringify(extensionId)}, { permissions: [], origins: [${JSON.stringify(ORIGIN)}] }, WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).extension); })()`,
    );
    return;
  }
  const extensions = await driven.newPage();
  await extensions.goto('chrome://extensions/');
  await extensions.evaluate(
    `chrome.developerPrivate.removeHostPermission(${JSON.stringify(extensionId)}, ${JSON.stringify(ORIGIN)})`,
  );
  await extensions.close();
}

it('the store build marks nothing before a site is allowed, then marks the open tab too, and nothing after that is withdrawn', async () => {
  const page = await store.tab();
  await page.goto(store.url(store.serve(article(paragraphs(STORY)))));
  // No mark may appear; a page that is read has marks within this time.
  await pause(2000);
  expect(await readMarks(page)).toEqual([]);
  await allow();
  await page.bringToFront();
  expect((await firstMarks(page)).map(({ text }) => text)).toContain('gallium');
  const later = await store.open(article(paragraphs(STORY)));
  expect(later.marks.map(({ text }) => text)).toContain('gallium');
  await withdraw();
  await later.page.bringToFront();
  await untilUnmarked(later.page);
});

/** For 'updated', another copy of the extension replaces it. */
async function interrupt(how: 'switched off and on' | 'updated'): Promise<void> {
  const { name, launched } = preview();
  if (how === 'updated') await launched.browser.installExtension(buildFolder(name, 'preview'));
  else await switchOffAndOn(launched);
}

it.each(['switched off and on', 'updated'] as const)(
  'open tabs work again without a reload after the extension was %s',
  async (how) => {
    const others: Page[] = [];
    for (let k = 0; k < TABS; k++) others.push((await preview().open(article(paragraphs(ITEMS)))).page);
    const { page } = await preview().open(article(paragraphs(STORY)));
    const before = await settledMarks(page);
    await interrupt(how);
    await page.bringToFront();
    await page.evaluate(() =>
      document.querySelector('p')?.insertAdjacentHTML('beforebegin', '<p>Graphite followed.</p>'),
    );
    await expect.poll(() => readMarks(page)).toHaveLength(before.length + 1);
    // The mark may be that of the old script, which takes the card with it when it ends.
    expect(await cardOver(page, 'Graphite', 'Graphite')).not.toBeNull();
    await page.close();
    for (const other of others) {
      await other.bringToFront();
      await inPage(other, (text) => document.querySelector('p')?.replaceChildren(text), 'Cobalt followed.');
      await expect
        .poll(async () => (await readMarks(other)).map(({ text }) => text), { timeout: 30_000 })
        .toContain('Cobalt');
      await other.close();
    }
  },
  100_000 + TABS * 10_000,
);

it('has thrown no error', async () => {
  expect(await preview().errors()).toEqual([]);
  expect(await store.errors()).toEqual([]);
});
