/** The part of a page that is the article, for readers who want marks there only. */
import { bodyOf, queryAll } from '../dom/safe-dom.ts';
import type { Container } from './collect.ts';

const CANDIDATES = 'article, main, [role="main"], [role="article"], [itemprop="articleBody"]';

/** The candidate with the most text in paragraphs; the body where none has a good share of it. */
export function articleRoot(document: Document): Container | null {
  const body = bodyOf(document);
  if (!body) return null;
  let best: Element | null = null;
  let most = 0;
  for (const element of queryAll(body, CANDIDATES)) {
    let length = 0;
    for (const paragraph of queryAll(element, 'p')) length += paragraph.textContent?.length ?? 0;
    if (length > most * 1.2) [best, most] = [element, length];
  }
  return most > 300 ? best : body;
}
