/**
 * `npm run screenshots`: takes pictures of every surface of the built extension on the sample
 * article, into `.output/screenshots/`: light and dark, English and Chinese, at 1x and 2x, empty,
 * loading, full and failing. Five more in each language have the format for stores, 1280 by 800:
 * `store-1-en.png` and so on. `npm run screenshots -- card` takes those whose name contains that
 * word; `-- --browser firefox` takes those of Firefox into a subfolder (without the waiting card,
 * because nothing can keep its background from answering).
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ElementHandle, Page, ScreenshotClip } from 'puppeteer-core';
import * as v from 'valibot';
import { BROWSERS, findOrFetchBrowser, howToInstall } from '../../lib/tools/browser/browsers.ts';
import { cardParts, firstMarks, hoverMark, openCard, openCardRoot } from '../../lib/tools/browser/drive.ts';
import { inExtension, openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { closeBrowser, inFirefoxWindow, type Launched } from '../../lib/tools/browser/launch.ts';
import { pause, until } from '../../lib/tools/browser/wait.ts';
import { linkedReport } from './pdf-files.ts';
import { NEWS } from './test-user.ts';
import { useSettings } from './settings.ts';
import { startBrowser } from './start-browser.ts';
import { startStandIn } from './stand-in.ts';
import { openPanel, openPopup } from './open-surface.ts';
import { PageSurface, type Surface } from './surface.ts';
import { keepBusy, moveClock } from './toolbar.ts';

/** Stands in the extension's pages only. */
declare const browser: {
  action: { getTitle(of: object): Promise<string> };
  alarms: { create(name: string, at: { when: number }): Promise<void>; get(name: string): Promise<unknown> };
};

const ARTICLE = readFileSync(new URL('../pages/sample-article.html', import.meta.url), 'utf8');
const words = (language: string, key: string) =>
  v.parse(
    v.record(v.string(), v.object({ message: v.string() })),
    JSON.parse(readFileSync(new URL(`../../public/_locales/${language}/messages.json`, import.meta.url), 'utf8')),
  )[key]?.message ?? key;
const EMPTY_PAGE =
  '<!doctype html><html lang="en"><title>Weather</title><article><h1>Weather</h1><p>Rain in the west, clearing by noon.</p></article></html>';
const PAGES = [
  { path: '/options.html', width: 1100, height: 1000 },
  { path: '/welcome.html', width: 1180, height: 1000 },
  { path: '/entry.html#mineral/gallium', width: 900, height: 1000 },
  { path: '/entry.html#?galium', width: 900, height: 700, name: 'search' },
  { path: '/entry.html#mineral/nothing', width: 900, height: 500, name: 'entry-failing' },
  { path: '/next.html', width: 1100, height: 1300 },
  { path: '/term.html', width: 900, height: 900 },
  { path: '/reader.html', width: 1100, height: 800 },
];
const LOOKS = [
  { theme: 'light', language: 'en', scale: 1 },
  { theme: 'light', language: 'en', scale: 2 },
  { theme: 'dark', language: 'en', scale: 1 },
  { theme: 'light', language: 'zh_CN', scale: 1 },
  { theme: 'dark', language: 'zh_CN', scale: 2 },
] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string', default: 'chrome' } },
});
const [wanted = ''] = positionals;
const name = v.parse(v.picklist(BROWSERS), values.browser);
const isFirefox = name === 'firefox';
if (!(await findOrFetchBrowser(name))) {
  console.error(howToInstall(name));
  process.exit(1);
}
const FOLDER = fileURLToPath(new URL(`../../.output/screenshots/${isFirefox ? 'firefox/' : ''}`, import.meta.url));
mkdirSync(FOLDER, { recursive: true });
const site = await startStandIn();
site.serve('/article', ARTICLE);
site.serve('/nothing', EMPTY_PAGE);

/** True if this picture was not requested. */
const skips = (name: string) => !name.includes(wanted);
// All elements fade in. The browser must not draw anything beyond the window for a picture, because
// that would move the text beside a word.
const shoot = async (page: Page, name: string, clip?: ScreenshotClip) => {
  await pause(350);
  await page.screenshot({
    path: `${FOLDER}${name}.png`,
    captureBeyondViewport: clip !== undefined,
    ...(clip ? { clip } : {}),
  });
};

/** A picture of a surface; `size` for headless browsers, which give it less space than it wants. */
async function pictureOf(surface: Surface, size?: { width: number; height: number }): Promise<Uint8Array> {
  await pause(350);
  return surface.picture(size);
}

async function shootSurface(surface: Surface, name: string, size?: { width: number; height: number }): Promise<void> {
  writeFileSync(`${FOLDER}${name}.png`, await pictureOf(surface, size));
}

// At an emulated scale Chromium finds no highlight under the pointer.
const AS_THE_BROWSER = 0;
const sized = (width: number, height: number) => ({
  width,
  height,
  ...(isFirefox ? {} : { deviceScaleFactor: AS_THE_BROWSER }),
});
const POPUP = { width: 380, height: 600 };
/** Store pictures show no real newspaper, because none wrote the sample article. */
const STORE = { width: 1280, height: 800, host: 'localhost' };

async function open(
  { browser }: Launched,
  path: string,
  width: number,
  height: number,
  theme: 'light' | 'dark' = 'light',
  host = NEWS,
): Promise<Page> {
  if (isFirefox)
    await inFirefoxWindow(
      browser,
      `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${theme === 'dark' ? 0 : 1}); undefined`,
    );
  const page = await browser.newPage();
  if (!isFirefox) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.setViewport(sized(width, height));
  await page.goto(`https://${host}${isFirefox ? `:${site.port}` : ''}${path}`);
  return page;
}

/** Fewer characters are only a page's head. */
const MIN_PAGE_CHARACTERS = 80;

/** Waits until a page of the extension shows its data; the lists in the settings come later. */
async function wholePage(page: Page): Promise<void> {
  await until(() =>
    page.evaluate(
      (least) => document.body.innerText.length >= least && document.querySelector('.waiting') === null,
      MIN_PAGE_CHARACTERS,
    ),
  );
  await pause(1200);
}

/** Waits until the card holds more than its head, or an error. */
async function wholeCard(page: Page): Promise<void> {
  await openCard(page, '');
  await until(async () => ((await cardParts(page, 'dialog'))[0]?.text.length ?? 0) >= 200);
}

/**
 * The open card while it loads an entry that the page does not name, which is requested only now.
 */
async function shootLoading(launched: Launched, article: Page, name: string): Promise<void> {
  const host = await openCardRoot(article);
  const free = keepBusy(launched, 3000);
  await inPage(
    article,
    (selector) => {
      const links = document.querySelector(selector)?.shadowRoot?.querySelectorAll('button.link') ?? [];
      [...links]
        .find((link) => link.textContent === 'Alumina' || link.textContent === '氧化铝')
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    },
    host,
  );
  await shoot(article, name);
  await free;
}

const PANEL_WIDTH = 380;

/** The panel beside an article, once it lists the mentions. */
async function fullPanel(launched: Launched, article: Page, language: string, height: number): Promise<Surface> {
  const panel = await openPanel(launched, article, words(language, 'popup_panel'));
  await panel.find('radio', words(language, 'list_by_text'));
  if (panel instanceof PageSurface) await panel.page.setViewport(sized(PANEL_WIDTH, height));
  return panel;
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
    if (!isFirefox) await shootLoading(launched, article, `card-loading-${look}`);
    await article.keyboard.press('Escape');
  }
  // The browser draws a popup at its own scale.
  if (scale === 1 && !skips(`popup-${look}`)) {
    const popup = await openPopup(launched, article);
    await popup.find('switch');
    await popup.find('button', language === 'en' ? '/^3 mentions/' : null);
    await shootSurface(popup, `popup-full-${look}`, POPUP);
    await popup.fill('paladum');
    await popup.find('option');
    await shootSurface(popup, `popup-search-${look}`, POPUP);
    await popup.close();
    const nothing = await open(launched, '/nothing', 1180, 800);
    const empty = await openPopup(launched, nothing);
    await empty.find('switch');
    await shootSurface(empty, `popup-empty-${look}`, POPUP);
    await empty.close();
    await nothing.close();
  }
  if (!skips(`panel-${look}`)) {
    const panel = await fullPanel(launched, article, language, 900);
    await shootSurface(panel, `panel-${look}`);
    await panel.close();
  }
  for (const { path, width, height, name = path.replace(/^\/|\..*$/g, '') } of PAGES) {
    if (skips(`${name}-${look}`)) continue;
    const page = await openExtensionPage(launched, path);
    await page.setViewport(sized(width, height));
    await wholePage(page);
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await shoot(page, `${name}-${look}`, { x: 0, y: 0, width, height: Math.max(height, whole) });
    await page.close();
  }
  if (!skips(`reader-pdf-${look}`)) await shootReader(launched, `reader-pdf-${look}`);
  await article.close();
}

/** A PDF in the reader, with an open card. */
async function shootReader(launched: Launched, name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tradegloss-pictures-'));
  const file = join(folder, 'Announcement 46.pdf');
  writeFileSync(file, (await linkedReport('https://gazette.example/')).bytes);
  const page = await openExtensionPage(launched, '/reader.html');
  await page.setViewport(sized(1200, 800));
  const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement> | null;
  await input?.uploadFile(file);
  await firstMarks(page);
  await hoverMark(page, 'gallium');
  await wholeCard(page);
  await shoot(page, name);
  await page.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Entries with dates in the month by which the clock is moved. */
const FOLLOWED = ['mineral/nickel', 'mineral/polysilicon', 'mineral/sulphuric-acid'];
const MONTH_MS = 40 * 86_400_000;

/** "Changed for you" beside "Changed since this article": popup, panel and page of dates. */
async function shootFollowed(launched: Launched, language: 'en' | 'zh_CN'): Promise<void> {
  const name = (surface: string) => `followed-${surface}-${language === 'en' ? 'en' : 'zh'}`;
  if (['popup', 'panel', 'next'].every((surface) => skips(name(surface)))) return;
  await useSettings(launched, { theme: 'light', language, follows: FOLLOWED });
  const article = await open(launched, '/article', 1180, 1300);
  await firstMarks(article);
  // The alarm is set once the present states are stored as seen.
  await until(() => inExtension(launched, async () => (await browser.alarms.get('follows')) !== undefined));
  await moveClock(launched, MONTH_MS);
  const rung = () =>
    inExtension(launched, async () => {
      await browser.alarms.create('follows', { when: Date.now() });
      return browser.action.getTitle({});
    });
  await until(rung, (title) => /\d/.test(String(title)));
  const popup = await openPopup(launched, article);
  await popup.find('button', words(language, 'changed_seen'));
  await popup.find('heading', words(language, 'since_article'));
  await shootSurface(popup, name('popup'), POPUP);
  await popup.close();
  const panel = await fullPanel(launched, article, language, 900);
  await panel.find('heading', words(language, 'since_article'));
  await shootSurface(panel, name('panel'));
  await panel.close();
  const next = await openExtensionPage(launched, '/next.html');
  await next.setViewport(sized(1100, 1300));
  await wholePage(next);
  await shoot(next, name('next'));
  await next.close();
  await article.close();
}

/**
 * Joins two pictures: side by side, or one over the upper right corner of the other, as the browser
 * shows its surfaces.
 */
async function compose(launched: Launched, name: string, page: Uint8Array, surface: Uint8Array, upon: boolean) {
  const image = (png: Uint8Array, style: string) =>
    `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" style="position:absolute;${style}">`;
  const drawn = await launched.browser.newPage();
  await drawn.setViewport(sized(STORE.width, STORE.height));
  await drawn.setContent(
    `<body style="margin:0;background:#fff">${image(page, 'left:0;top:0')}${image(surface, upon ? 'right:24px;top:0;border-radius:0 0 8px 8px;box-shadow:0 6px 24px #0005' : 'right:0;top:0;border-left:1px solid #8886')}`,
  );
  await shoot(drawn, name);
  await drawn.close();
}

/** The pictures for the stores: a card, the same in the dark, the panel, the popup, an entry. */
async function shootStore(launched: Launched, language: 'en' | 'zh_CN'): Promise<void> {
  const name = (n: number) => `store-${n}-${language === 'en' ? 'en' : 'zh'}`;
  for (const [n, theme] of [
    [1, 'light'],
    [2, 'dark'],
  ] as const) {
    await useSettings(launched, { theme, language });
    const article = await open(launched, '/article', STORE.width, STORE.height, theme, STORE.host);
    await firstMarks(article);
    await hoverMark(article, n === 1 ? 'gallium' : 'germanium');
    await wholeCard(article);
    await shoot(article, name(n));
    await article.close();
  }
  await useSettings(launched, { theme: 'light', language });
  const beside = await open(launched, '/article', STORE.width - PANEL_WIDTH, STORE.height, 'light', STORE.host);
  await firstMarks(beside);
  const panel = await fullPanel(launched, beside, language, STORE.height);
  const drawnPanel = await pictureOf(panel);
  await panel.close();
  await compose(launched, name(3), await beside.screenshot(), drawnPanel, false);
  await beside.setViewport(sized(STORE.width, STORE.height));
  const popup = await openPopup(launched, beside);
  await popup.find('switch');
  await popup.fill(language === 'en' ? 'gallium' : '镓');
  await popup.find('option');
  const drawnPopup = await pictureOf(popup, POPUP);
  await popup.close();
  await compose(launched, name(4), await beside.screenshot(), drawnPopup, true);
  await beside.close();
  const entry = await openExtensionPage(launched, '/entry.html#mineral/gallium');
  await entry.setViewport(sized(STORE.width, STORE.height));
  await wholePage(entry);
  await shoot(entry, name(5));
  await entry.close();
}

for (const scale of [1, 2]) {
  const launched = await startBrowser(name, {
    standInPort: site.port,
    ...(isFirefox
      ? { prefs: { 'layout.css.devPixelsPerPx': `${scale}` } }
      : { args: [`--force-device-scale-factor=${scale}`] }),
  });
  for (const look of LOOKS) if (look.scale === scale) await shootLook(launched, look);
  if (scale === 1 && !isFirefox && !skips('store-'))
    for (const language of ['en', 'zh_CN'] as const) await shootStore(launched, language);
  // Last, because it moves the clock.
  if (scale === 1) for (const language of ['en', 'zh_CN'] as const) await shootFollowed(launched, language);
  await closeBrowser(launched.browser);
}
await site.close();
console.log(`Pictures are in ${FOLDER}`);
