/**
 * `npm run screenshots`: pictures of every surface from the built extension on the sample article, in
 * `.output/screenshots/`: light and dark, English and Chinese, at 1x and 2x, empty, loading, full and failing.
 * `npm run screenshots -- card` makes those whose name holds that word.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page, ScreenshotClip } from 'puppeteer-core';
import * as v from 'valibot';
import { findOrFetchBrowser, howToInstall } from '../../lib/publish/browsers.ts';
import { cardParts, firstMarks, hoverMark, openCard, pause } from '../../lib/publish/drive.ts';
import { openExtensionPage } from '../../lib/publish/extension.ts';
import type { Launched } from '../../lib/publish/launch.ts';
import { NEWS } from './reader.ts';
import { useSettings } from './settings.ts';
import { startBrowser } from './start-browser.ts';
import { startStandIn } from './stand-in.ts';
import { openPanel, openPopup } from './open-surface.ts';
import { PageSurface, type Surface } from './surface.ts';

const FOLDER = fileURLToPath(new URL('../../.output/screenshots/', import.meta.url));
const ARTICLE = readFileSync(new URL('../pages/sample-article.html', import.meta.url), 'utf8');
const words = (language: string, key: string) =>
  v.parse(
    v.record(v.string(), v.object({ message: v.string() })),
    JSON.parse(readFileSync(new URL(`../../public/_locales/${language}/messages.json`, import.meta.url), 'utf8')),
  )[key]?.message ?? key;
const NOTHING =
  '<!doctype html><html lang="en"><title>Weather</title><article><h1>Weather</h1><p>Rain in the west, clearing by noon.</p></article></html>';
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
if (!(await findOrFetchBrowser('chrome'))) {
  console.error(howToInstall('chrome'));
  process.exit(1);
}
mkdirSync(FOLDER, { recursive: true });
const site = await startStandIn();
site.serve('/article', ARTICLE);
site.serve('/nothing', NOTHING);

/** Wide of `name`, or not asked for. */
const skips = (name: string) => !name.includes(wanted);
// Everything fades in. Nothing beyond the window is drawn for it: that would move what stands beside a word.
const shoot = async (page: Page, name: string, clip?: ScreenshotClip) => {
  await pause(350);
  await page.screenshot({
    path: `${FOLDER}${name}.png`,
    captureBeyondViewport: clip !== undefined,
    ...(clip ? { clip } : {}),
  });
};

// In a window that only plays at another scale Chromium finds no highlight under the pointer.
const AS_THE_BROWSER = 0;
const sized = (width: number, height: number) => ({ width, height, deviceScaleFactor: AS_THE_BROWSER });

async function open(
  { browser }: Launched,
  path: string,
  width: number,
  height: number,
  theme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const page = await browser.newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.setViewport(sized(width, height));
  await page.goto(`https://${NEWS}${path}`);
  return page;
}

/** The popup as large as it asks to be; the browser without a head gives it less. */
async function shootPopup(surface: Surface, name: string): Promise<void> {
  if (surface instanceof PageSurface) await shoot(surface.page, name, { x: 0, y: 0, width: 380, height: 560 });
}

/** Until the card holds more than its head, or says what went wrong. */
async function wholeCard(page: Page): Promise<void> {
  await openCard(page, '');
  for (let tries = 0; tries < 100 && ((await cardParts(page, 'dialog'))[0]?.text.length ?? 0) < 200; tries++)
    await pause(60);
}

async function shootLook(launched: Launched, { theme, language, scale }: (typeof LOOKS)[number]): Promise<void> {
  const look = `${theme}-${language === 'en' ? 'en' : 'zh'}-${scale}x`;
  await useSettings(launched, { theme, language });
  const article = await open(launched, '/article', 1180, 1300, theme);
  await firstMarks(article);
  if (!skips(`card-${look}`)) {
    await hoverMark(article, 'gallium');
    await wholeCard(article);
    await shoot(article, `card-${look}`);
    await article.keyboard.press('Escape');
  }
  // A popup is drawn at the browser's own scale.
  if (scale === 1 && !skips(`popup-${look}`)) {
    const popup = await openPopup(launched, article);
    await popup.find('switch');
    await popup.find('button', language === 'en' ? '/^3 mentions/' : null);
    await shootPopup(popup, `popup-full-${look}`);
    await popup.fill('paladum');
    await popup.find('option');
    await shootPopup(popup, `popup-search-${look}`);
    await popup.close();
    const nothing = await open(launched, '/nothing', 1180, 800);
    const empty = await openPopup(launched, nothing);
    await empty.find('switch');
    await shootPopup(empty, `popup-empty-${look}`);
    await empty.close();
    await nothing.close();
  }
  if (!skips(`panel-${look}`)) {
    const panel = await openPanel(launched, article, words(language, 'popup_panel'));
    await panel.find('radio', words(language, 'list_by_text'));
    if (panel instanceof PageSurface) {
      await panel.page.setViewport(sized(380, 900));
      await shoot(panel.page, `panel-${look}`);
    }
    await panel.close();
  }
  for (const { path, width, height, name = path.replace(/^\/|\..*$/g, '') } of PAGES) {
    if (skips(`${name}-${look}`)) continue;
    const page = await openExtensionPage(launched, path);
    await page.setViewport(sized(width, height));
    await pause(1200);
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await shoot(page, `${name}-${look}`, { x: 0, y: 0, width, height: Math.max(height, whole) });
    await page.close();
  }
  await article.close();
}

for (const scale of [1, 2]) {
  const launched = await startBrowser('chrome', {
    standInPort: site.port,
    args: [`--force-device-scale-factor=${scale}`],
  });
  for (const look of LOOKS) if (look.scale === scale) await shootLook(launched, look);
  await launched.browser.close();
}
await site.close();
console.log(`Pictures are in ${FOLDER}`);
