/**
 * Protects the date of an article: it is kept as printed, comes from the most reliable place that
 * states one, and is never guessed.
 */
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { articleDate } from '../../../lib/page/text/article-date.ts';
import { dayInText } from '../../../lib/page/text/date-in-text.ts';

const dateOf = (head: string, { body = '', url = 'https://news.example/story' } = {}) =>
  articleDate(parseHTML(`<html><head>${head}</head><body>${body}</body></html>`).document, url);
const LD = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const META = '<meta property="article:published_time" content="2025-07-17T10:00:00Z">';

it('takes JSON-LD before meta, meta before <time>, <time> before the address', () => {
  const rest = { body: '<time datetime="2025-07-16">Wednesday</time>', url: 'https://news.example/2025/07/15/story' };
  expect(dateOf(LD({ '@type': 'NewsArticle', datePublished: '2025-07-18' }) + META, rest)).toEqual({
    day: '2025-07-18',
    source: 'json-ld',
  });
  expect(dateOf(META, rest)).toEqual({ day: '2025-07-17', source: 'meta' });
  expect(dateOf('', rest)).toEqual({ day: '2025-07-16', source: 'time' });
  expect(dateOf('', { url: rest.url })).toEqual({ day: '2025-07-15', source: 'url' });
  const canonical = '<link rel="canonical" href="https://news.example/world/2025/07/14/story.html">';
  expect(dateOf(canonical)).toEqual({ day: '2025-07-14', source: 'url' });
  expect(dateOf(canonical, { url: rest.url })).toEqual({ day: '2025-07-15', source: 'url' });
});

it('keeps the day as printed, in the time zone in which it is printed', () => {
  expect(dateOf('<meta name="date" content="2025-07-18T23:30:00-04:00">')?.day).toBe('2025-07-18');
});

it('tries the next place if JSON-LD is malformed, and refuses a date that does not exist', () => {
  expect(dateOf(`<script type="application/ld+json">{"@type":</script>${META}`)?.source).toBe('meta');
  expect(dateOf('<meta name="date" content="2025-02-30">')).toBeNull();
});

it('takes meta names in order of trust and in any case, and the first value of each name', () => {
  expect(dateOf(`<meta name="date" content="2020-01-01">${META}`)?.day).toBe('2025-07-17');
  expect(
    dateOf('<meta name="DC.Date.Issued" content="2024-03-04"><meta name="dc.date.issued" content="2023-03-04">')?.day,
  ).toBe('2024-03-04');
});

it('returns null if the page states no date', () => {
  expect(dateOf('<meta name="viewport" content="width=device-width">')).toBeNull();
});

it.each([
  ['2016年10月14日07:17', '2016-10-14'],
  ['２０２５年７月１８日', '2025-07-18'],
  ['2025년 7월 18일 오전', '2025-07-18'],
  ['发布时间：2025-07-18 09:30', '2025-07-18'],
  ['2025.07.18 10:00', '2025-07-18'],
  ['By A. Reporter · July 18, 2025', '2025-07-18'],
  ['Fri 18 Jul 2025 10.00 BST', '2025-07-18'],
  ['18th September, 2025', '2025-09-18'],
  ['Lot 2025-13-45, call 2025-0718-11', null],
  ['BEIJING, July 18 (Xinhua) -- Exports rose.', null],
])('reads the printed date of "%s"', (text, day) => {
  expect(dayInText(text)).toBe(day);
});

it('completes the dateline of an agency with the year that it is given', () => {
  for (const line of ['BEIJING, July 18 (Xinhua) -- Exports rose.', '新华社北京7月18日电 出口'])
    expect(dayInText(line, '2025')).toBe('2025-07-18');
});
