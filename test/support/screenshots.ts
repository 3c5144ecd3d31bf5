/**
 * `npm run screenshots`: pictures of every surface from the built extension on the sample article, light
 * and dark, in `.output/screenshots/`; the card on the article is the one that the README shows.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { findOrFetchBrowser, howToInstall } from '../../lib/publish/browsers.ts';
import { firstMarks, hoverMark, openCard, pause } from '../../lib/publish/drive.ts';
import { openExtensionPage } from '../../lib/publish/extension.ts';
import { launchWithExtension } from '../../lib/publish/launch.ts';
import { buildFolder } from './reader.ts';

const FOLDER = fileURLToPath(new URL('../../.output/screenshots/', import.meta.url));
const ARTICLE = fileURLToPath(new URL('../pages/sample-article.html', import.meta.url));
const PAGES = [
  { path: 'popup.html', width: 400, height: 600 },
  { path: 'sidepanel.html', width: 380, height: 900 },
  { path: 'options.html', width: 1100, height: 900 },
  { path: 'welcome.html', width: 1180, height: 1000 },
  { path: 'entry.html#mineral/gallium', width: 900, height: 1000 },
];

const executable = await findOrFetchBrowser('chrome');
if (!executable) {
  console.error(howToInstall('chrome'));
  process.exit(1);
}
mkdirSync(FOLDER, { recursive: true });
const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(readFileSync(ARTICLE)));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;
const launched = await launchWithExtension({ name: 'chrome', executable, extension: buildFolder('chrome', 'preview'), headless: true });
for (const scheme of ['light', 'dark']) {
  const article = await launched.browser.newPage();
  await article.setViewport({ width: 1180, height: 1300 });
  await article.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await article.goto(`http://127.0.0.1:${port}/`);
  await firstMarks(article);
  await hoverMark(article, 'gallium');
  await openCard(article, 'Gallium');
  // It fades in.
  await pause(400);
  await article.screenshot({ path: `${FOLDER}article-${scheme}.png` });
  for (const { path, width, height } of PAGES) {
    const page = await openExtensionPage(launched, `/${path}`);
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await pause(1500);
    await page.screenshot({ path: `${FOLDER}${path.replace(/\..*$/, '')}-${scheme}.png` });
    await page.close();
  }
  await article.close();
}
await launched.browser.close();
server.close();
console.log(`Pictures are in ${FOLDER}`);
