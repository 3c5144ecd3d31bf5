/**
 * Protects which date an article in a frame gets: the user's, its own, or that of the page around
 * it.
 */
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { PageArticle } from '../../../lib/page/session/article.ts';

const framed = (head: string): PageArticle => {
  const { document } = parseHTML(`<html><head>${head}</head><body><p>Gallium</p></body></html>`);
  Object.defineProperty(document, 'URL', { value: 'about:srcdoc' });
  return new PageArticle(document);
};
const META = '<meta property="article:published_time" content="2025-07-17T10:00:00Z">';

it('takes the date of the page around it if it states none', () => {
  const article = framed('');
  article.give(null, '2025-07-18');
  expect(article.day).toBe('2025-07-18');
  expect(article.facts().date).toEqual({ day: '2025-07-18', source: 'page' });
});

it('keeps its own date, unless the user sets one', () => {
  const article = framed(META);
  article.give(null, '2025-07-18');
  expect(article.day).toBe('2025-07-17');
  article.give('2024-01-02', '2025-07-18');
  expect(article.day).toBe('2024-01-02');
  article.give(null, null);
  expect(article.day).toBe('2025-07-17');
});
