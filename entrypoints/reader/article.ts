/** Extracts the article of the page in a tab with Readability, and the page's date. */
import { Readability } from '@mozilla/readability';
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { dateIn, parseHtml, structuredDocument, type ReaderDocument } from './documents.ts';
import { OpenError } from './source.ts';

const Page = v.object({ html: v.pipe(v.string(), v.maxLength(50e6)), url: v.string(), title: v.string() });

/** Needs the user's click on our button in that tab or the permission for its site. */
async function readTab(tabId: number): Promise<v.InferOutput<typeof Page>> {
  const [answer] = await browser.scripting
    .executeScript({
      target: { tabId },
      func: () => ({ html: document.documentElement.outerHTML, url: location.href, title: document.title }),
    })
    .catch(() => []);
  const page = v.safeParse(Page, answer?.result);
  if (!page.success) throw new OpenError('tab gone');
  return page.output;
}

/** The article of a page; the whole page if there is none. */
export function articleOf(html: string, url: string, pageTitle: string): ReaderDocument {
  const parsed = parseHtml(html, url);
  const date = dateIn(parsed, url);
  const lang = parsed.documentElement.lang || null;
  // Readability modifies the document, so it gets a copy.
  const article = new Readability<Node>(parsed.cloneNode(true) as Document, { serializer: (node) => node }).parse();
  const title = article?.title?.trim() || pageTitle;
  return structuredDocument(article?.content ?? parsed.body, { title, url, lang: article?.lang ?? lang, date });
}

/** Rejects if the tab is gone or may not be read. */
export async function openArticle(tabId: number): Promise<ReaderDocument> {
  const { html, url, title } = await readTab(tabId);
  return articleOf(html, url, title);
}
