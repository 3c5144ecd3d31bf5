/**
 * The published site on an ordinary static server: read with and without scripts, searched, in both
 * languages and themes, without faults found by axe-core.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishList } from '../../lib/tools/publish/publish-list.ts';
import { ELSEWHERE, useTestUser } from '../support/test-user.ts';
import { PageSurface } from '../support/surface.ts';
import { smallList } from '../unit/tools/publish/small-list.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** No script may run below this path. */
const NO_SCRIPTS = '/plain';
const root = mkdtempSync(join(tmpdir(), 'site-'));
const user = useTestUser();

beforeAll(async () => {
  const out = join(root, 'site');
  await publishList({ list: smallList(3), out, previous: undefined, key: undefined, keys: undefined });
  for (const path of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (!statSync(join(out, path)).isFile()) continue;
    const served = { body: readFileSync(join(out, path)), type: TYPES[extname(path)] ?? 'text/plain; charset=utf-8' };
    user().site.serve(`/${path}`, served);
    user().site.serve(`${NO_SCRIPTS}/${path}`, {
      ...served,
      headers: { 'content-security-policy': "script-src 'none'" },
    });
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function open(path: string): Promise<PageSurface> {
  const page = await user().tab();
  await page.goto(user().url(path, ELSEWHERE));
  return new PageSurface(page);
}

const PAGES = [
  'index.html',
  'kind/company.html',
  'entry/company/lindholm-magnetics.html',
  'changes.html',
  'next.html',
  'zh/index.html',
  'zh/entry/company/lindholm-magnetics.html',
  'zh/next.html',
];

it.each(PAGES)('%s has no accessibility fault', async (path) => {
  const surface = await open(`/${path}`);
  expect(await surface.faults()).toEqual([]);
  await surface.close();
});

it.each([
  ['index.html', 'Search'],
  ['zh/entry/company/keller-optics.html', '搜索'],
])('the search of %s works without a server, also from a disk', async (path, label) => {
  const start = pathToFileURL(join(root, 'site', path));
  const page = await user().tab();
  await page.goto(start.href);
  const surface = new PageSurface(page);
  const field = await surface.find('searchbox');
  expect(field.name).toBe(label);
  await surface.page.type('input[type="search"]', 'lindholm');
  await surface.find('link', '/^Lindholm Magnetics/');
  await surface.page.keyboard.press('Enter');
  const found = path.replace(/(?:index|entry\/.*)\.html$/, 'entry/company/lindholm-magnetics.html');
  await expect.poll(() => surface.page.url()).toBe(pathToFileURL(join(root, 'site', found)).href);
  await surface.close();
});

it('without scripts the answer, the measures and all links can be used', async () => {
  const surface = await open(`${NO_SCRIPTS}/entry/company/lindholm-magnetics.html`);
  await surface.says('Licence requirement suspended');
  expect(await surface.all('searchbox')).toEqual([]);
  for (const name of ['What changed', 'What comes next', '中文', 'Data (JSON)']) await surface.find('link', name);
  // On a phone's screen, links that are close together are large enough for fingers.
  await surface.page.setViewport({ width: 390, height: 844 });
  expect(await surface.faults()).toEqual([]);
  await surface.close();
});

it('breaks no word of a row of dates, and heads of a table stand over their columns', async () => {
  const dates = await open('/next.html');
  const lines = await dates.run(() => {
    const certain = document.querySelector('.date-list .certain');
    if (!certain?.lastChild) throw new Error('no certainty');
    certain.lastChild.nodeValue = 'Announced';
    const words = document.createRange();
    words.selectNode(certain.lastChild);
    return words.getClientRects().length;
  });
  expect(lines).toBe(1);
  await dates.close();
  const entry = await open('/entry/company/lindholm-magnetics.html');
  const starts = await entry.run(() => {
    const startOf = (cell: Element) => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return Math.round(words.getBoundingClientRect().left);
    };
    return ['thead th', 'tbody tr:first-child td'].map((cells) =>
      [...document.querySelectorAll(`.measure-table ${cells}`)].map(startOf),
    );
  });
  expect(starts[0]).toHaveLength(6);
  expect(starts[0]).toEqual(starts[1]);
  await entry.close();
});
