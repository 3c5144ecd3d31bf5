/** Subscribes to lists through the interface. */
import type { Page } from 'puppeteer-core';
import { readMarks, type PageMark } from '../../lib/tools/browser/drive.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import { openOwn, press, says } from './own-terms.ts';
import type { TestUser } from './test-user.ts';

const JSON_TYPE = 'application/json';

/** Serves a version of a list, with an ETag from its length and version. */
export function serveList(user: TestUser, path: string, body: string | Buffer, type = JSON_TYPE): string {
  user.serve({ body, type, headers: { etag: `"${body.length}-${Math.abs(hash(String(body)))}"` } }, path);
  return user.url(path);
}

const hash = (text: string): number =>
  [...text.slice(0, 4000)].reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) | 0, 7);

/**
 * Previews the list and adds it, as a private list if `private` is set. Leaves the settings closed.
 */
export async function subscribe(
  user: TestUser,
  url: string,
  { isPrivate = false, title, limit }: { isPrivate?: boolean; title: string; limit?: number },
): Promise<void> {
  const page = await openOwn(user, `/subscribe.html#${encodeURIComponent(url)}`);
  await press(page, `Fetch from ${new URL(url).host}`);
  await says(page, 'Nothing is in use until you add it.', limit);
  if (isPrivate)
    await (
      await page.waitForSelector('::-p-xpath(//label[contains(., "Private: in the panel only")]//input)')
    )?.click();
  await press(page, 'Add this list');
  await says(page, `${title} is added.`);
  await page.close();
}

/** The marks of the page once `are` accepts them; after `limit` milliseconds, the current ones. */
export const marksThat = (page: Page, are: (marks: PageMark[]) => boolean, limit?: number): Promise<PageMark[]> =>
  until(() => readMarks(page), are, limit);

export const marked = (marks: readonly PageMark[]): string[] => marks.map(({ name, text }) => `${name}: ${text}`);
