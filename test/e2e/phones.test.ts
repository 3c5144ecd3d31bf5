/**
 * A phone's size, touch and user agent, with a build that lacks what phones lack (menus, address
 * bar, commands, panel). Not tested on a device.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { boxOfMark, cardParts, firstMarks, noCard, openCard } from '../../lib/tools/browser/drive.ts';
import { inExtension, openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import { says } from '../support/own-terms.ts';
import { linkedReport } from '../support/pdf-files.ts';
import { PageSurface } from '../support/surface.ts';
import { startTestUser, type TestUser } from '../support/test-user.ts';
import { buildFolder } from '../support/start-browser.ts';

declare const browser: { tabs: { query(wanted: object): Promise<{ id?: number; url?: string }[]> } };

const name = inject('browser');
const PHONE = { width: 390, height: 844 };
const TARGET_PX = 48;
const AGENT = 'Mozilla/5.0 (Android 16; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0';
/** Firefox's number for a coarse pointer that cannot hover. */
const COARSE = 1;

let folder: string;
let user: TestUser;
let page: Page;
let url: string;

/** A copy of the build in which the interfaces that phones lack do not exist. */
async function withoutDesktop(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'tradegloss-phone-'));
  await cp(buildFolder(name, 'preview'), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown> & { permissions: string[] };
  for (const key of ['commands', 'omnibox', 'sidebar_action', 'side_panel', 'storage'])
    Reflect.deleteProperty(manifest, key);
  manifest.permissions = manifest.permissions.filter((one) => one !== 'contextMenus' && one !== 'sidePanel');
  await writeFile(file, JSON.stringify(manifest));
  return copy;
}

const asPhone = async (tab: Page): Promise<void> => {
  await tab.setViewport(name === 'chrome' ? { ...PHONE, hasTouch: true, isMobile: true } : PHONE);
  if (name === 'chrome') await tab.setUserAgent({ userAgent: AGENT });
};

beforeAll(async () => {
  folder = await withoutDesktop();
  user = await startTestUser({
    extension: folder,
    prefs: {
      'ui.primaryPointerCapabilities': COARSE,
      'ui.allPointerCapabilities': COARSE,
      'general.useragent.override': AGENT,
    },
  });
  page = await user.tab();
  await asPhone(page);
  const body = '<p>Officials said more.</p>'.repeat(40);
  url = user.url(
    user.serve(
      `<!doctype html><meta name="viewport" content="width=device-width"><title>Ledger</title><style>body{font:18px/1.5 serif;padding:0 18px}</style><h1>Curbs stay</h1><p>China keeps its ban on exports of gallium and germanium.</p>${body}`,
    ),
  );
  await page.goto(url);
  await firstMarks(page);
});
afterAll(async () => {
  await user.end();
  await rm(folder, { recursive: true, force: true });
});

async function swipe(from: number, to: number): Promise<void> {
  const x = PHONE.width / 2 - 60;
  await page.touchscreen.touchStart(x, from);
  await page.touchscreen.touchMove(x, (from + to) / 2);
  await page.touchscreen.touchMove(x, to);
  await page.touchscreen.touchEnd();
}
const sheet = async (limit?: number) => (await openCard(page, 'Gallium', limit))?.box ?? null;
const handle = (label: string) =>
  until(
    () => cardParts(page, 'button', label),
    ({ length }) => length > 0,
  );

it('a tap opens a sheet from below that is as wide as the window, with large targets', async () => {
  const { x, y, width, height } = await boxOfMark(page, 'gallium');
  // Wait once: right after the install the card script may not have arrived.
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  const box = await sheet();
  if (!box) throw new Error('no sheet');
  expect({ left: box.x, width: box.width, bottom: box.y + box.height }).toEqual({
    left: 0,
    width: PHONE.width,
    bottom: PHONE.height,
  });
  await picture(page, 'glance');
  expect(box.y).toBeGreaterThan(y + height);
  const buttons = await cardParts(page, 'button');
  expect(buttons.length).toBeGreaterThan(1);
  expect(buttons.filter((one) => Math.min(one.box.width, one.box.height) < TARGET_PX)).toEqual([]);
});

/** Saves a picture for inspection, if the environment names a folder. */
async function picture(tab: Page, of: string): Promise<void> {
  const { PICTURES } = process.env;
  if (PICTURES !== undefined) await writeFile(join(PICTURES, `phone-${name}-${of}.png`), await tab.screenshot());
}

it('a swipe up shows all of the sheet, swipes down shrink it and then close it', async () => {
  const glance = await sheet();
  if (!glance) throw new Error('no sheet');
  await swipe(glance.y + 30, glance.y - 200);
  await handle('Show less of the card');
  const full = await until(
    () => sheet(),
    (box) => box !== null && box.y < glance.y,
  );
  if (!full) throw new Error('no sheet');
  expect([full.x, Math.round(full.y + full.height)]).toEqual([0, PHONE.height]);
  await picture(page, 'full');
  await swipe(full.y + 30, full.y + 300);
  await handle('Show the whole card');
  const again = await until(
    () => sheet(),
    (box) => box !== null && box.y > full.y,
  );
  await swipe((again?.y ?? 0) + 30, (again?.y ?? 0) + 200);
  expect(await noCard(page)).toBe(true);
});

/**
 * Controls smaller than a fingertip; `overflows`: the page is wider than the phone. `fills`: it is
 * as high as the phone.
 */
const misfits = (tab: Page) =>
  inPage(
    tab,
    (least) => ({
      small: [
        ...document.querySelectorAll<HTMLElement>('button, a.btn, select, summary, .row, input:not([type=checkbox])'),
      ]
        .filter((one) => one.checkVisibility() && !one.classList.contains('vh') && !one.closest('label, p, .row .row'))
        .filter((one) => {
          const { width, height } = one.getBoundingClientRect();
          return Math.min(width, height) < least;
        })
        .map((one) => `${one.tagName} ${one.className} ${one.innerText}`),
      overflows: document.documentElement.scrollWidth > innerWidth,
      fills: (document.querySelector('.surface')?.getBoundingClientRect().bottom ?? 0) >= innerHeight,
    }),
    TARGET_PX,
  );

it('the popup is a page with large targets, and mentions no keys', async () => {
  const popup = await openExtensionPage(user.launched, '/popup.html');
  await asPhone(popup);
  await popup.waitForSelector('input[type=search], .search input');
  await says(popup, 'What comes next');
  await picture(popup, 'popup');
  expect(await misfits(popup)).toEqual({ small: [], overflows: false, fills: true });
  expect(
    await inPage(popup, () => [...document.querySelectorAll('kbd')].filter((key) => key.checkVisibility()).length),
  ).toBe(0);
  await popup.close();
});

it('the panel is a page about the tab from which it was opened', async () => {
  const id = await inExtension(
    user.launched,
    async (wanted) => (await browser.tabs.query({})).find((one) => one.url === wanted)?.id,
    url,
  );
  const panel = await openExtensionPage(user.launched, `/sidepanel.html#tab=${String(id)}`);
  await asPhone(panel);
  await says(panel, 'Germanium');
  await picture(panel, 'panel');
  expect(await misfits(panel)).toEqual({ small: [], overflows: false, fills: true });
  await panel.close();
});

it('the reader has large targets, a list and a search that fit, and sheets on the marks of a PDF', async () => {
  const reader = await openExtensionPage(user.launched, '/reader.html');
  await asPhone(reader);
  const input = (await reader.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
  expect(await misfits(reader)).toMatchObject({ small: [], overflows: false });
  const file = join(folder, 'report.pdf');
  await writeFile(file, (await linkedReport('https://www.bis.gov/')).bytes);
  await input.uploadFile(file);
  await firstMarks(reader);
  const { x, y, width, height } = await boxOfMark(reader, 'gallium');
  await reader.touchscreen.tap(x + width / 2, y + height / 2);
  expect((await openCard(reader, 'Gallium'))?.box).toMatchObject({ x: 0, width: PHONE.width });
  await reader.keyboard.press('Escape');
  const surface = new PageSurface(reader);
  await surface.press('button', 'List of entries');
  await surface.press('button', 'Find in the document');
  expect((await surface.find('searchbox', 'Find in the document')).box.width).toBeGreaterThan(PHONE.width / 3);
  await picture(reader, 'reader');
  expect(await misfits(reader)).toMatchObject({ small: [], overflows: false });
  await reader.close();
});

it('the page of an entry has large targets', async () => {
  const entry = await openExtensionPage(user.launched, '/entry.html#mineral/gallium');
  await asPhone(entry);
  await says(entry, 'Toward whom');
  expect(await misfits(entry)).toMatchObject({ small: [], overflows: false });
  await entry.close();
});

it('nothing offers desktop features, and nothing fails', async () => {
  const settings = await openExtensionPage(user.launched, '/options.html');
  await asPhone(settings);
  await says(settings, 'Card and language');
  expect(await inPage(settings, () => document.body.innerText.includes('Keyboard shortcuts'))).toBe(false);
  await settings.close();
  const welcome = await openExtensionPage(user.launched, '/welcome.html');
  await asPhone(welcome);
  await says(welcome, 'Open the settings');
  expect(await inPage(welcome, () => document.querySelectorAll('kbd').length)).toBe(0);
  await welcome.close();
  expect(await user.errors()).toEqual([]);
});
