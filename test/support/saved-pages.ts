/** Opens each saved page of real sites twice, without the extension and with it, and compares. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../lib/tools/browser/browsers.ts';
import { hoverMark, openCard, readMarks, settledMarks } from '../../lib/tools/browser/drive.ts';
import { mentionsAt } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { ELSEWHERE, TestUser } from './test-user.ts';

const PARAGRAPH =
  '<p id="trade-paragraph">China’s Ministry of Commerce put gallium and germanium under licence; Nvidia’s H20 waits for the Bureau of Industry and Security.</p>';
const NAMES = ['gallium', 'germanium', 'Nvidia', 'H20', 'Bureau of Industry and Security'];

/** Puts the paragraph after the longest one of the page, outside scripts, styles and comments. */
function withTradeParagraph(html: string): string {
  const closed = [
    ...html.matchAll(/<(script|style|textarea|noscript|template)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi),
  ].map((match) => [match.index, match.index + match[0].length] as const);
  const found = [...html.matchAll(/<p\b[^>]*>(?:(?!<p\b)[\s\S])*?<\/p\s*>/gi)].filter(
    ({ index }) => !closed.some(([from, to]) => index >= from && index < to),
  );
  const length = (paragraph: string) => paragraph.replace(/<[^>]*>/g, '').length;
  const longest = found.reduce<RegExpExecArray | null>(
    (best, one) => (best && length(best[0]) >= length(one[0]) ? best : one),
    null,
  );
  const at = longest ? longest.index + longest[0].length : Math.max(0, html.lastIndexOf('</body'));
  return `${html.slice(0, at)}${PARAGRAPH}${html.slice(at)}`;
}

/** Some pages hide themselves until their scripts have run. */
const reveal = () => {
  if (getComputedStyle(document.body).visibility === 'hidden')
    document.body.style.setProperty('visibility', 'visible', 'important');
};

const look = () => ({
  html: document.body.outerHTML,
  boxes: [...document.body.querySelectorAll('*')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
  }),
});

/**
 * Firefox lays out long columns with differences of a fraction of a pixel between loads, with or
 * without us.
 */
const moved = (before: number[][], after: number[][]) =>
  after.filter((box, i) => box.some((side, at) => Math.abs(side - (before[i]?.[at] ?? Infinity)) > 1)).length;

/** A picture of a page once nothing moves; images that fail to load take time. */
async function lookAtRest(page: Page) {
  let before = await inPage(page, look);
  for (const until = Date.now() + 10_000; Date.now() < until;) {
    await pause(700);
    const now = await inPage(page, look);
    if (now.html === before.html && moved(before.boxes, now.boxes) === 0) break;
    before = now;
  }
  return before;
}

interface Row {
  page: string;
  mentions: number;
  marks: number;
  /** The names in our paragraph that have no mark. */
  missed: string[];
  card: boolean;
  sameHtml: boolean;
  moved: number;
  errors: number;
  /** Milliseconds from the end of the document to the first mark. */
  ms: number;
}

async function timeToMarks(page: Page): Promise<number> {
  const from = performance.now();
  while ((await page.evaluate(() => CSS.highlights.size)) === 0) {
    if (performance.now() - from > 20_000) break;
    await pause(5);
  }
  return Math.round(performance.now() - from);
}

async function tryPage(user: TestUser, file: string, html: string): Promise<Row> {
  // The page's own scripts are blocked, because they draw something different each time.
  const served = { body: withTradeParagraph(html), headers: { 'content-security-policy': "script-src 'none'" } };
  const path = user.serve(served);
  const errorsBefore = (await user.errors()).length;
  const open = async (host?: string) => {
    const page = await user.tab();
    const url = user.url(path, host);
    // Firefox's driver sometimes mistakes a frame that can't load for the page; it works on the
    // second try.
    const go = () => page.goto(url, { waitUntil: 'domcontentloaded' });
    await go().catch(go).catch(go);
    await inPage(page, reveal);
    return page;
  };
  const bare = await open(ELSEWHERE);
  const before = await lookAtRest(bare);
  await bare.close();
  const page = await open();
  const ms = await timeToMarks(page);
  await settledMarks(page);
  const after = await lookAtRest(page);
  const found = await mentionsAt(user.launched, page.url());
  await page.bringToFront();
  await inPage(page, () =>
    document.querySelector('#trade-paragraph')?.scrollIntoView({ block: 'center', behavior: 'instant' }),
  );
  const marks = await settledMarks(page);
  const inParagraph = await inPage(page, () => {
    const paragraph = document.querySelector('#trade-paragraph');
    return [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].flatMap(({ startContainer, startOffset, endContainer, endOffset }) =>
        startContainer === endContainer && paragraph?.contains(startContainer)
          ? [(startContainer.nodeValue ?? '').slice(startOffset, endOffset)]
          : [],
      ),
    );
  });
  const missed = NAMES.filter((name) => !inParagraph.some((text) => text.includes(name)));
  let card = false;
  if (!missed.includes('gallium')) {
    await hoverMark(page, 'gallium');
    card = (await openCard(page, 'Gallium', 4000)) !== null;
  }
  const row = {
    page: file,
    mentions: found?.mentions.length ?? 0,
    marks: Math.max(marks.length, (await readMarks(page)).length),
    missed,
    card,
    sameHtml: after.html === before.html,
    moved: moved(before.boxes, after.boxes),
    errors: (await user.errors()).length - errorsBefore,
    ms,
  };
  await page.close();
  return row;
}

const isBad = ({ missed, card, sameHtml, moved, errors }: Row) =>
  missed.length > 0 || !card || !sameHtml || moved > 0 || errors > 0;

/** Prints a table of all pages of a folder. Resolves to the number of pages with a fault. */
export async function tryPages(name: BrowserName, folder: string): Promise<number> {
  const user = await TestUser.start(name);
  const first = await user.open('<!doctype html><p>Exports of gallium need a licence.</p>');
  await first.page.close();
  let bad = 0;
  console.log(`\n${name.padEnd(28)} mentions  marks  card  outerHTML  moved  errors     ms`);
  for (const file of readdirSync(folder).filter((one) => /\.x?html?$/i.test(one))) {
    const row = await tryPage(user, file, readFileSync(join(folder, file), 'utf8'));
    if (isBad(row)) bad++;
    console.log(
      `${file.padEnd(28)} ${String(row.mentions).padStart(8)}  ${String(row.marks).padStart(5)}  ${row.card ? 'open' : 'none'}  ${row.sameHtml ? 'same   ' : 'CHANGED'}    ${String(row.moved).padStart(5)}  ${String(row.errors).padStart(6)}  ${String(row.ms).padStart(5)}${row.missed.length ? `  not marked: ${row.missed.join(', ')}` : ''}`,
    );
  }
  for (const error of await user.errors()) console.log(error);
  await user.end();
  return bad;
}
