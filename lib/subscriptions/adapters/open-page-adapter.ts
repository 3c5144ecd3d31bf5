/**
 * The text of the page that the user looked at last, if the extension may read it. The text stays
 * in the extension.
 */
import { browser } from 'wxt/browser';

const MAX_TEXT_CHARS = 500_000;

export async function openPageText(): Promise<{ title: string; text: string } | null> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] }).catch(() => []);
  const [tab] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (tab?.id === undefined) return null;
  try {
    const [found] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      func: (most: number) => (document.body?.innerText ?? '').slice(0, most),
      args: [MAX_TEXT_CHARS],
    });
    return typeof found?.result === 'string' ? { title: tab.title ?? '', text: found.result } : null;
  } catch {
    return null;
  }
}
