/**
 * `npm run density -- --pages DIR`: counts the marks in 1,000 words of an article, and how many of
 * 200 random rests of the pointer in its text meet a mark, for each density that the user can
 * choose. The articles are saved pages of real sites, with the paragraphs of the sample article put
 * in after their longest ones.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { firstMarks } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { DENSITIES } from '../../lib/settings/defaults.ts';
import type { Density } from '../../lib/settings/settings.ts';
import { TestUser } from './test-user.ts';
import { useSettings } from './settings.ts';

const RESTS = 200;
const SEED = 7;
/** The number of long paragraphs after which paragraphs of the sample article are put. */
const PLACES = 8;
/** Milliseconds until all marks of a page are registered. */
const SETTLED_MS = 2500;
const GOALS = { marks: 30, rests: 5 };

interface Measured {
  words: number;
  marks: number;
  rests: number;
}

const PARAGRAPH = /<p\b[^>]*>(?:(?!<p\b)[\s\S])*?<\/p\s*>/gi;
const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');

const SAMPLE = readFileSync(new URL('../pages/sample-article.html', import.meta.url), 'utf8');
const trade = (SAMPLE.match(PARAGRAPH) ?? []).filter((one) => textOf(one).length > 80);

/** Puts the parts of the sample after the longest paragraphs, in order. */
function withTrade(html: string): string {
  const longest = [...html.matchAll(PARAGRAPH)]
    .sort((a, b) => textOf(b[0]).length - textOf(a[0]).length)
    .slice(0, PLACES)
    .sort((a, b) => a.index - b.index);
  const share = Math.ceil(trade.length / Math.max(1, longest.length));
  let out = html;
  longest
    .map(({ index, 0: text }, k) => ({ at: index + text.length, some: trade.slice(k * share, (k + 1) * share) }))
    .reverse()
    .forEach(({ at, some }) => {
      const marked = some.map((one) => one.replace(/^<p/i, '<p data-trade'));
      out = out.slice(0, at) + marked.join('') + out.slice(at);
    });
  return out;
}

/**
 * Runs in the page: counts words and marks of the article, and how many random points of its text
 * meet a mark.
 */
const measure = (rests: number, seed: number): Measured => {
  const put = [...document.querySelectorAll('[data-trade]')];
  let article: Element = put[0]?.parentElement ?? document.body;
  while (put.some((one) => !article.contains(one)) && article.parentElement) article = article.parentElement;
  // Many sites make paragraphs from generic elements, so a block is whatever is laid out as one.
  const blockOf = (node: Text): Element | null => {
    let at = node.parentElement;
    while (at && /^(?:inline|contents)/.test(getComputedStyle(at).display)) at = at.parentElement;
    return at;
  };
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (
      node.textContent?.trim() &&
      !node.parentElement?.closest('script, style, noscript') &&
      node.parentElement?.checkVisibility({ visibilityProperty: true })
    )
      nodes.push(node as Text);
  const ranges = [...CSS.highlights]
    .filter(([name]) => name.startsWith('tradegloss-') && name !== 'tradegloss-open')
    .flatMap(([, highlight]) => [...highlight])
    .filter((range) => article.contains(range.startContainer));
  let state = seed;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const boxes = [...new Set(nodes.map(blockOf))]
    .flatMap((element) => element?.getBoundingClientRect() ?? [])
    .filter(({ width, height }) => width > 1 && height > 1);
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const marked = ranges.flatMap((one) => {
    const range = document.createRange();
    range.setStart(one.startContainer, one.startOffset);
    range.setEnd(one.endContainer, one.endOffset);
    return [...range.getClientRects()];
  });
  let hits = 0;
  for (let k = 0; k < rests; k++) {
    let left = random() * area;
    const box = boxes.find(({ width, height }) => (left -= width * height) <= 0);
    if (!box) continue;
    const [x, y] = [box.x + random() * box.width, box.y + random() * box.height];
    if (marked.some((rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom)) hits++;
  }
  const text = nodes.map(({ data }) => data).join(' ');
  // Two Chinese characters count as a word.
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const spaced = text
    .replace(/\p{Script=Han}/gu, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}|\d/u.test(word)).length;
  const words = spaced + Math.round(han / 2);
  return { words, marks: ranges.length, rests: hits };
};

async function measureAll(page: Page): Promise<Measured> {
  await firstMarks(page);
  await pause(SETTLED_MS);
  return inPage(page, measure, RESTS, SEED);
}

const { values } = parseArgs({ options: { pages: { type: 'string' } } });
if (!values.pages) {
  console.error('usage: npm run density -- --pages DIR');
  process.exit(2);
}
const folder = values.pages;
const user = await TestUser.start('chrome');
const sums: Record<Density, Measured> = {
  fewer: { words: 0, marks: 0, rests: 0 },
  normal: { words: 0, marks: 0, rests: 0 },
  all: { words: 0, marks: 0, rests: 0 },
};
const line = ({ words, marks, rests }: Measured, pages = 1) =>
  `${((1000 * marks) / Math.max(1, words)).toFixed(0).padStart(4)} marks ${((100 * rests) / (RESTS * pages)).toFixed(1).padStart(5)} % of rests`;
const files = readdirSync(folder).filter((file) => file.endsWith('.html'));
for (const file of files) {
  const body = withTrade(readFileSync(join(folder, file), 'utf8'));
  const served = { body, headers: { 'content-security-policy': "script-src 'none'" } };
  const cells: string[] = [];
  for (const density of DENSITIES) {
    await useSettings(user.launched, { density });
    const page = await user.tab();
    await page.goto(user.url(user.serve(served)), { waitUntil: 'domcontentloaded' });
    const measured = await measureAll(page);
    await page.close();
    for (const key of ['words', 'marks', 'rests'] as const) sums[density][key] += measured[key];
    cells.push(`${density} ${line(measured)}`);
    if (density === 'all') cells.push(`${measured.words} words`);
  }
  console.log(`${file.padEnd(22)} ${cells.join(' · ')}`);
}
for (const density of DENSITIES) console.log(`${density.padEnd(8)} ${line(sums[density], files.length)}`);
console.log(`goals of normal: at most ${GOALS.marks} marks in 1,000 words, ${GOALS.rests} % of rests`);
await user.end();
