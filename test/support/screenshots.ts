/**
 * `npm run screenshots`: pictures of every surface from the built extension on the sample article, in
 * `.output/screenshots/`: light and dark, English and Chinese, at 1x and 2x, empty, loading, full and failing.
 * `npm run screenshots -- card` makes those whose name holds that word.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { findOrFetchBrowser, howToInstall } from '../../lib/publish/browsers.ts';
import { cardParts, firstMarks, hoverMark, openCard, pause } from '../../lib/publish/drive.ts';
import { openExtensionPage } from '../../lib/publish/extension.ts';
import { launchWithExtension, type Launched } from '../../lib/publish/launch.ts';
import { buildFolder, NEWS } from './reader.ts';
import { useSettings } from './settings.ts';
import { startStandIn } from './stand-in.ts';
import { openPanel, openPopup, PageSurface, type Surface } from './surface.ts';

const FOLDER = fileURLToPath(new URL('../../.output/screenshots/', import.meta.url));
const ARTICLE = readFileSync(new URL('../pages/sample-article.html', import.meta.url), 'utf8');
const NOTHING = '<!doctype html><html lang="en"><title>Weather</title><article><h1>Weather</h1><p>Rain in the west, clearing by noon.</p></article></html>';
const PAGES = [
  { path: '/options.html', width: 1100, height: 1000 },
  { path: '/welcome.html', width: 1180, height: 1000 },
  { path: '/entry.html#mineral/gallium', width: 900, height: 1000 },
  { path: '/entry.html#?galium', width: 900, height: 700, name: 'search' },
  { path: '/entry.html#mineral/nothing', width: 900, height: 500, name: 'entry-failing' },
  { path: '/term.html', width: 900, height: 900 },
];
const LOOKS = [
  { theme: 'light', language: 'en', scale: 1 },
  { theme: 'light', language: 'en', scale: 2 },
  { theme: 'dark', language: 'en', scale: 1 },
  { theme: 'light', language: 'zh_CN', scale: 1 },
  { theme: 'dark', language: 'zh_CN', scale: 2 },
] as const;

const wanted = process.argv[2] ?? '';
const executable = await findOrFetchBrowser('chrome');
if (!executable) {
  console.error(howToInstall('chrome'));
  process.exit(1);
}
mkdirSync(FOLDER, { recursive: true });
const site = await startStandIn();
site.serve('/article', ARTICLE);
site.serve('/nothing', NOTHING);
const launched: Launched = await launchWithExtension({ name: 'chrome', executable, extension: buildFolder('chrome', 'preview'), headless: true, standInPort: site.port });

/** Wide of `name`, or not asked for. */
const skips = (name: string) => !name.includes(wanted);
// Everything fades in.
const shoot = async (page: Page, name: string) => {
  await pause(350);
  await page.screenshot({ path: `${FOLDER}${name}.png` });
};

async function open(path: string, width: number, height: number, scale: number): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.goto(`https://${NEWS}${path}`);
  return page;
}

async function shootSurface(surface: Surface, name: string, size: { width: number; height: number; deviceScaleFactor: number }): Promise<void> {
  if (!(surface instanceof PageSurface)) return;
  await surface.page.setViewport(size);
  await shoot(surface.page, name);
}

/** Until the card holds more than its head, or says what went wrong. */
async function wholeCard(page: Page): Promise<void> {
  await openCard(page, '');
  for (let tries = 0; tries < 100 && ((await cardParts(page, 'dialog'))[0]?.text.length ?? 0) < 200; tries++) await pause(60);
}

for (const { theme, language, scale } of LOOKS) {
  const look = `${theme}-${language === 'en' ? 'en' : 'zh'}-${scale}x`;
  await useSettings(launched, { theme, language });
  const article = await open('/article', 1180, 1300, scale);
  await firstMarks(article);
  if (!skips(`card-${look}`)) {
    await hoverMark(article, 'gallium');
    await wholeCard(article);
    await shoot(article, `card-${look}`);
    await article.keyboard.press('Escape');
  }
  // A popup is drawn at the browser's own scale.
  if (scale === 1 && !skips(`popup-${look}`)) {
    const size = { width: 400, height: 580, deviceScaleFactor: scale };
    const popup = await openPopup(launched, article);
    await popup.find('switch');
    await popup.find('button', language === 'en' ? '/^3 mentions/' : null);
    await shootSurface(popup, `popup-full-${look}`, size);
    await popup.fill('paladum');
    await popup.find('option');
    await shootSurface(popup, `popup-search-${look}`, size);
    await popup.close();
    const nothing = await open('/nothing', 1180, 800, scale);
    const empty = await openPopup(launched, nothing);
    await empty.find('switch');
    await shootSurface(empty, `popup-empty-${look}`, size);
    await empty.close();
    await nothing.close();
  }
  if (language === 'en' && !skips(`panel-${look}`)) {
    const panel = await openPanel(launched, article);
    await panel.find('radio', 'In text order');
    await shootSurface(panel, `panel-${look}`, { width: 380, height: 900, deviceScaleFactor: scale });
    await panel.close();
  }
  for (const { path, width, height, name = path.replace(/^\/|\..*$/g, '') } of PAGES) {
    if (skips(`${name}-${look}`)) continue;
    const page = await openExtensionPage(launched, path);
    await page.setViewport({ width, height, deviceScaleFactor: scale });
    await pause(1200);
    await shoot(page, `${name}-${look}`);
    await page.close();
  }
  await article.close();
}
await launched.browser.close();
await site.close();
console.log(`Pictures are in ${FOLDER}`);
