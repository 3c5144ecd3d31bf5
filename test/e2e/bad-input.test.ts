/**
 * Unusual pages: none breaks, none makes us throw, and each is marked, or left unmarked for a
 * reason.
 */
import { expect, it } from 'vitest';
import { firstMarks, hoverMark, openCard, readMarks, settledMarks } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { longestWait } from '../support/longest-wait.ts';
import { useTestUser } from '../support/test-user.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';

const user = useTestUser();

it('marks a page whose body a script removes and restores', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  await inPage(page, () => document.body.remove());
  expect(await settledMarks(page)).toEqual([]);
  await inPage(
    page,
    (text) => {
      const body = document.createElement('body');
      body.innerHTML = `<p>${text}</p>`;
      document.documentElement.append(body);
    },
    STORY[0] ?? '',
  );
  expect((await firstMarks(page)).map(({ text }) => text)).toContain('gallium');
});

it('does not fail when the document is emptied to its last node', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  await inPage(page, () => document.documentElement.remove());
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
});

it.each([
  [
    'XML with a sheet of its own',
    {
      type: 'application/xml',
      body: '<?xml version="1.0"?><?xml-stylesheet type="text/css" href="data:text/css,story{display:block}"?><story><line>Exports of gallium and germanium need a licence.</line></story>',
    },
  ],
  [
    'XHTML',
    {
      type: 'application/xhtml+xml',
      body: '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Trade</title></head><body><p>Exports of gallium and germanium need a licence.</p><p><![CDATA[Antimony & tungsten followed.]]></p></body></html>',
    },
  ],
  [
    'plain text',
    {
      type: 'text/plain; charset=utf-8',
      body: 'Exports of gallium and germanium need a licence.\n\nAntimony followed.',
    },
  ],
  [
    'a picture',
    {
      type: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><text x="5" y="40">gallium and germanium</text></svg>',
    },
  ],
  ['JSON', { type: 'application/json', body: '{"text":"gallium and germanium"}' }],
  ['an empty document', { body: '' }],
  [
    'a frameset',
    {
      body: '<!doctype html><html><head><title>Old</title></head><frameset cols="*"><frame src="about:blank"></frameset></html>',
    },
  ],
])('shows %s as without the extension', async (_, served) => {
  const page = await user().tab();
  await page.goto(user().url(user().serve(served)));
  expect(await longestWait(page, 700)).toBeLessThan(700);
  const texts = (await readMarks(page)).map(({ text }) => text);
  expect(texts.filter((text) => !/gallium|germanium|antimony|tungsten/i.test(text))).toEqual([]);
});

it('marks XHTML and plain text like any page', async () => {
  for (const served of [
    {
      type: 'application/xhtml+xml',
      body: '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Trade</title></head><body><p>Exports of gallium and germanium need a licence.</p></body></html>',
    },
    { type: 'text/plain; charset=utf-8', body: 'Exports of gallium and germanium need a licence.' },
  ]) {
    const { page, marks } = await user().open(served);
    expect(marks.map(({ text }) => text)).toEqual(['gallium', 'germanium']);
    await hoverMark(page, 'gallium');
    expect(await openCard(page, 'Gallium')).not.toBeNull();
  }
});

it.each([
  ['broken JSON-LD', '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-07-1</script>'],
  [
    'JSON-LD of another shape',
    '<script type="application/ld+json">[null,7,{"@graph":{"@type":["NewsArticle"],"datePublished":{"@value":1}}}]</script>',
  ],
  [
    'a date that is none',
    '<meta property="article:published_time" content="yesterday"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-13-45"}</script>',
  ],
])('marks the page in spite of %s', async (_, head) => {
  const { page, marks } = await user().open(
    `<!doctype html><html lang="en"><head><title>Trade</title>${head}</head><body>${paragraphs(STORY)}</body></html>`,
  );
  expect(marks.map(({ text }) => text)).toContain('gallium');
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
