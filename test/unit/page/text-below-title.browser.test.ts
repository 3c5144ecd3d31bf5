/**
 * Protects the date of an article that its page prints below the title, or states as microdata, if
 * no machine-readable date exists.
 */
import { expect, it } from 'vitest';
import { articleDate } from '../../../lib/page/text/article-date.ts';

const dateOf = (body: string, url = 'https://news.example/story') => {
  const page = document.implementation.createHTMLDocument();
  page.body.innerHTML = body;
  return articleDate(page, url);
};

it('reads the date between the title and the first paragraph', () => {
  const body =
    '<p>Today is 2030-01-01</p><h1>Metals</h1><div><script>2020-01-01</script><span>2016年10月14日07:17</span></div>';
  expect(dateOf(body)).toEqual({ day: '2016-10-14', source: 'text' });
});

it('ignores dates further down', () => {
  const late = `<h1>Metals</h1><p>${'Prices rose. '.repeat(40)}</p><p>On July 18, 2025 they fell.</p>`;
  expect(dateOf(late)).toBeNull();
});

it.each([
  ['<p>The ban of 3 December 2024 on gallium ended.</p>'],
  [`<p>On 3 December 2024 China banned exports of gallium. ${'Prices rose. '.repeat(10)}</p>`],
  ['<p>2024年12月3日中国禁止镓出口。</p>'],
])('ignores a date in a sentence of the story: %s', (story) => {
  expect(dateOf(`<h1>Metals</h1>${story}`)).toBeNull();
});

it.each([
  ['<p>Beijing tightens its grip on metals.</p><p>By Ann Lee, July 18, 2025</p>'],
  ['<p>Published July 18, 2025, 9:30 a.m.</p>'],
  ['<p>BEIJING, July 18, 2025 (AP) — Exports of gallium fell.</p>'],
  ['<p>July 18, 2025.</p>'],
  [`<p>新华社北京2025年7月18日电 镓出口下降。${'价格上涨。'.repeat(30)}</p>`],
])('reads the date in a byline or dateline: %s', (line) => {
  expect(dateOf(`<h1>Metals</h1>${line}`)?.day).toBe('2025-07-18');
});

it('completes the dateline of an agency with the year in the address, and ignores it without one', () => {
  const body = '<h1>Metals</h1><p>BEIJING, July 18 (Xinhua) -- Exports rose.</p>';
  expect(dateOf(body, 'https://news.example/world/2025/story')?.day).toBe('2025-07-18');
  expect(dateOf(body)).toBeNull();
});

it('reads microdata in any element', () => {
  const marked = '<h1>Metals</h1><span itemprop="author datePublished" content="2025-07-18T09:00">Friday</span>';
  expect(dateOf(marked)).toEqual({ day: '2025-07-18', source: 'microdata' });
  expect(dateOf('<span itemprop="datePublished">18 July 2025</span>')?.source).toBe('microdata');
});
