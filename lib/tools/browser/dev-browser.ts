/** For `npm run dev`: the browser that WXT opens, with the sample article. */
import type { WebExtConfig } from 'wxt';
import { findOrFetchBrowser, howToInstall, type BrowserName } from './browsers.ts';
import { hasDisplay, serveArticle } from './sample-article.ts';

/** Rejects if there is no browser. The article is served until the process ends. */
export async function devBrowser(name: BrowserName): Promise<WebExtConfig> {
  const executable = await findOrFetchBrowser(name);
  if (!executable) throw new Error(howToInstall(name));
  const { url } = await serveArticle();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return {
    binaries: { [name]: executable },
    startUrls: [url],
    chromiumArgs: [...asRoot, ...(hasDisplay() ? [] : ['--headless=new', '--disable-gpu'])],
    firefoxArgs: hasDisplay() ? [] : ['--headless'],
  };
}
