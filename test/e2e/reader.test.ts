/**
 * The reader: it shows the user's own documents and fetched ones with the marks, cards, lists and
 * search of a page, on near and far pages, and reports missing text, a password or a fault.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, expect, it } from 'vitest';
import { firstMarks, hoverMark, openCard, readMarks, type Box } from '../../lib/tools/browser/drive.ts';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { openPanel, openPopup } from '../support/open-surface.ts';
import { drawnPdf, linesAt } from '../support/drawn-pdf.ts';
import { columnsPdf, linkedReport, longReport, makePdf, NOTICE, plainNotice } from '../support/pdf-files.ts';
import { ELSEWHERE, NEWS, useTestUser } from '../support/test-user.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';
import { PageSurface } from '../support/surface.ts';
import { chooseInMenu, openedTab } from '../support/toolbar.ts';

const user = useTestUser();
const folder = mkdtempSync(join(tmpdir(), 'tradegloss-reader-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** Later tests would find the tab that a failed test left open. */
afterEach(async () => {
  const { browser, origin } = user().launched;
  const left = (await browser.pages()).filter((page) => page.url().startsWith(`${origin}/reader.html`));
  await Promise.all(left.map((page) => page.close()));
});

const open = async (): Promise<{ page: Page; surface: PageSurface }> => {
  const page = await openExtensionPage(user().launched, '/reader.html');
  await page.setViewport({ width: 1200, height: 800 });
  return { page, surface: new PageSurface(page) };
};

async function pick(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  writeFileSync(join(folder, name), bytes);
  const input = (await page.waitForSelector('input[type=file]', {
    timeout: 30_000,
  })) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(folder, name));
}

const drop = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  inPage(
    page,
    (called, text) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], called));
      document.querySelector('.reader')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    name,
    Buffer.from(bytes).toString('base64'),
  );

/** How far a page that is wider than its window extends beyond the window. */
const beyondEdges = () => {
  const box = document.querySelector('.pdf-page')?.getBoundingClientRect();
  const scroller = document.querySelector('.reader-scroller');
  if (!box || !scroller) return null;
  const { left } = scroller.getBoundingClientRect();
  const middle = (box.left + box.right) / 2 - left - scroller.clientWidth / 2;
  return { isWider: box.width > scroller.clientWidth, offMiddle: Math.round(middle / 4) };
};

const textsOfMarks = async (page: Page): Promise<string[]> => (await readMarks(page)).map(({ text }) => text);

it('marks a PDF that the user chose, explains it in cards, and lists it with its pages', async () => {
  const { page, surface } = await open();
  await surface.find('heading', 'Tradegloss reader');
  expect(await surface.faults()).toEqual([]);
  await pick(page, 'notice.pdf', (await plainNotice()).bytes);
  expect((await firstMarks(page)).map(({ text }) => text)).toContain('gallium');
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await surface.find('button', 'Gallium, page 1');
  await surface.says('file made 9 Nov 2025');
  expect(await surface.faults()).toEqual([]);
  await page.close();
});

it('finds names across lines, columns and pages, jumps to them, and searches for words', async () => {
  const { page, surface } = await open();
  const long = [...NOTICE, ...NOTICE, ...NOTICE, ...NOTICE, 'At the end stands Applied Materials.'];
  await drop(page, 'two.pdf', (await columnsPdf(long, { columns: 2, size: 20, hyphenate: true })).bytes);
  expect(await firstMarks(page)).not.toEqual([]);
  await surface.press('button', '/^Applied Materials, page \\d$/');
  expect(await openCard(page, 'Applied Materials')).not.toBeNull();
  await expect.poll(() => textsOfMarks(page)).toContain('Applied Materials');
  await page.keyboard.press('Escape');
  await surface.press('button', 'Find in the document');
  await surface.fill('SUPERHARD materials');
  await surface.says('1 of 4');
  await page.keyboard.press('Enter');
  await surface.says('2 of 4');
  // Keys scroll the document again once the search is closed.
  await page.keyboard.press('Escape');
  const top = () => inPage(page, () => document.querySelector('.reader-scroller')?.scrollTop ?? 0);
  await page.keyboard.press('Home');
  await expect.poll(top).toBe(0);
  // A busy Chromium can lose a key that comes while it still scrolls.
  const topAfterPageDown = async () => {
    await page.keyboard.press('PageDown');
    return top();
  };
  await expect.poll(topAfterPageDown).toBeGreaterThan(300);
  const width = () => inPage(page, () => document.querySelector('.pdf-page')?.getBoundingClientRect().width ?? 0);
  const before = await width();
  await surface.press('button', 'Larger');
  await expect.poll(width).toBeGreaterThan(before * 1.15);
  for (let n = 0; n < 3; n++) await surface.press('button', 'Larger');
  await expect.poll(() => inPage(page, beyondEdges)).toEqual({ isWider: true, offMiddle: 0 });
  await page.close();
});

it('of 500 pages marks the first at once, can be stopped, and keeps few canvases', async () => {
  const { page, surface } = await open();
  await pick(page, 'report.pdf', (await longReport(500)).bytes);
  await surface.find('textbox', 'Page');
  expect(await firstMarks(page)).not.toEqual([]);

  await surface.press('button', 'Cancel');
  await surface.says('Stopped after page');
  await surface.press('button', 'Read on');
  await surface.press('button', 'Cancel');
  // Scrolls faster than pages are drawn: pages that leave meanwhile must be released too.
  const fly = (step: number) =>
    inPage(
      page,
      async (pixels) => {
        for (let n = 0; n < 60; n++) {
          document.querySelector('.reader-scroller')?.scrollBy(0, pixels);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      },
      step,
    );
  await fly(2000);
  const canvases = () => inPage(page, () => document.querySelectorAll('.pdf-page canvas').length);
  await expect.poll(canvases).toBeGreaterThan(0);
  await expect.poll(canvases).toBeLessThan(6);
  // The text of pages is laid out where the scrolling rests, and nowhere else.
  const laidOut = () => inPage(page, () => document.querySelectorAll('.text-layer.near').length);
  await surface.press('button', 'Read on');
  await expect.poll(laidOut, { timeout: 60_000 }).toBeGreaterThan(0);
  await fly(-2000);
  await expect.poll(() => textsOfMarks(page)).not.toEqual([]);
  await expect.poll(laidOut).toBeGreaterThan(0);
  await expect.poll(laidOut).toBeLessThan(6);
  await page.close();
});

it('asks for a password, and says if a file is broken, has no text, or has unreadable text', async () => {
  const { page, surface } = await open();
  await pick(page, 'locked.pdf', (await plainNotice({ userPassword: 'tungsten', pdfVersion: '1.7' })).bytes);
  const answer = async (password: string) => {
    await inPage(page, () => document.querySelector<HTMLInputElement>('input[type=password]')?.focus());
    await surface.fill(password);
    await surface.press('button', 'Open');
  };
  await surface.says('protected by a password');
  await answer('graphite');
  await surface.says('That password is wrong.');
  await answer('tungsten');
  expect((await firstMarks(page)).map(({ text }) => text)).toContain('gallium');
  await pick(page, 'broken.pdf', '%PDF-1.7\nno objects at all');
  await surface.says('This file is damaged');
  const scanned = await makePdf({}, (pdf) => pdf.rect(100, 100, 300, 200).fill('#888'));
  await pick(page, 'scanned.pdf', scanned);
  await surface.says('pictures of pages and no text');
  await pick(page, 'no-table.pdf', drawnPdf(linesAt(NOTICE), { hasTable: false }));
  await surface.says('its fonts do not say which letters they draw: 1');
  await page.close();
});

it('shows pasted text, Markdown and HTML without running or loading anything in them', async () => {
  const { page, surface } = await open();
  await surface.press('textbox', 'Or paste a text');
  await inPage(page, () => {
    const field = document.querySelector('textarea');
    if (!field) return;
    field.value = 'Harbour desk\n18 July 2025\n\nExports of gallium need a licence.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await surface.press('button', 'Read this text');
  expect((await firstMarks(page)).map(({ text }) => text)).toEqual(['gallium']);
  await surface.says('issued 18 Jul 2025');
  await pick(page, 'notes.md', '# Notes\n\n19 July 2025\n\n- *Germanium* and [tungsten](https://example.org)\n');
  await expect.poll(() => textsOfMarks(page)).toEqual(['Germanium', 'tungsten']);
  await surface.says('issued 19 Jul 2025');
  await pick(
    page,
    'page.html',
    article(
      `<p onclick="alert(1)">Exports of antimony.</p><script>document.title = 'ran'</script><img src="https://unlisted.example/x.png" onerror="document.title='ran'"><svg><style>*{display:none}</style></svg>`,
    ),
  );
  await expect.poll(() => textsOfMarks(page)).toEqual(['antimony']);
  await surface.says('issued 18 Jul 2025');
  expect(await page.title()).toMatch(/^Trade · /);
  await page.close();
});

it('opens the PDF of a tab from the popup, and asks for its host if that was not allowed', async () => {
  const path = '/notice.pdf';
  user().serve({ body: Buffer.from((await plainNotice()).bytes), type: 'application/pdf' }, path);
  for (const host of [NEWS, ELSEWHERE]) {
    const page = await user().tab();
    await page.goto(user().url(path, host));
    const popup = await openPopup(user().launched, page);
    await popup.press('button', 'Open in the Tradegloss reader');
    const tab = await openedTab(user().launched, '/reader.html');
    const surface = new PageSurface(tab);
    if (host === NEWS) {
      expect((await firstMarks(tab)).map(({ text }) => text)).toContain('gallium');
      const panel = await openPanel(user().launched, tab);
      await panel.find('button', '/^Gallium/');
      await panel.press('radio', 'In text order');
      await panel.find('link', 'Page 1');
      const hrefs = await panel.run(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('a.page-link')].map(({ href }) => href),
      );
      expect(new Set(hrefs)).toEqual(new Set([`${user().url(path)}#page=1`]));
      await panel.close();
    } else {
      await surface.find('button', `Allow ${ELSEWHERE} and open`);
      expect(await surface.faults()).toEqual([]);
    }
    await tab.close();
    await page.close();
  }
});

const linksOfPdf = () =>
  [...document.querySelectorAll<HTMLAnchorElement>('a.pdf-link[href]')].map((link) => ({
    text: link.textContent,
    leadsTo: new URLSearchParams(new URL(link.href).hash.slice(1)).get('url') ?? link.href,
    target: link.target,
    rel: link.rel,
  }));
const linkAtMiddle = ({ x, y, width, height }: Box) =>
  document.elementFromPoint(x + width / 2, y + height / 2)?.closest('a')?.href ?? null;

it("opens a link's PDF at its page, follows its contents and links, and copies text", async () => {
  const web = user().url(user().serve('<!doctype html><title>The Bureau</title>'), ELSEWHERE);
  user().serve({ body: Buffer.from((await linkedReport(web)).bytes), type: 'application/pdf' }, '/linked.pdf');
  const { page: news } = await user().open(article('<p>Exports of gallium.</p>'));
  const url = user().url('/linked.pdf');
  await chooseInMenu(user().launched, news, 'read', { linkUrl: `${url}#page=3` });
  const tab = await openedTab(user().launched, '/reader.html');
  const surface = new PageSurface(tab);
  const pageShown = async () => (await surface.find('textbox', 'Page')).value;
  await expect.poll(pageShown).toBe('3');
  await inPage(tab, () => document.querySelector<HTMLElement>('.reader-outline summary')?.click());
  await surface.press('button', 'Second chapter');
  await expect.poll(pageShown).toBe('2');
  await surface.focus('link', 'News of Lynas Rare Earths');
  expect(await inPage(tab, linksOfPdf)).toEqual([
    { text: 'Back to the start', leadsTo: `${url}#page=1`, target: '', rel: '' },
    { text: 'News of Lynas Rare Earths', leadsTo: web, target: '_blank', rel: 'noopener noreferrer' },
  ]);
  const asked = () => user().site.requests.filter(({ path }) => path === new URL(web).pathname).length;
  await tab.keyboard.press('Enter');
  await expect.poll(asked).toBe(1);
  await tab.bringToFront();
  // A name in a link has its card, and the pointer on it is on the link.
  await expect.poll(() => textsOfMarks(tab), { timeout: 30_000 }).toContain('Lynas Rare Earths');
  const box = await hoverMark(tab, 'Lynas Rare Earths');
  expect(await openCard(tab, 'Lynas Rare Earths')).not.toBeNull();
  expect(await inPage(tab, linkAtMiddle, box)).toBe(web);
  await tab.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'middle' });
  await expect.poll(asked).toBe(2);
  await tab.bringToFront();
  await surface.focus('link', 'Back to the start');
  await tab.keyboard.press('Enter');
  await expect.poll(pageShown).toBe('1');

  const copied = await inPage(tab, () => {
    let text = '';
    document.addEventListener('copy', (event) => (text = event.clipboardData?.getData('text/plain') ?? ''), {
      once: true,
    });
    const [first, second] = document.querySelectorAll('.text-layer p');
    getSelection()?.setBaseAndExtent(first ?? document.body, 0, second ?? document.body, 1);
    document.execCommand('copy');
    getSelection()?.removeAllRanges();
    return text;
  });
  expect(copied).toContain('gallium, germanium, antimony and superhard materials to the United States');
  expect(copied.split('\n\n')).toHaveLength(2);
  await tab.close();
  await news.close();
});

it('shows the page in a tab as an article, with its date', async () => {
  const { page } = await user().open(
    article(`<nav>Home tungsten</nav><article><h1>Curbs</h1>${paragraphs([...STORY, ...STORY])}</article>`),
  );
  const popup = await openPopup(user().launched, page);
  await popup.press('button', 'Read as an article');
  const tab = await openedTab(user().launched, '/reader.html');
  expect((await firstMarks(tab)).map(({ text }) => text)).toContain('gallium');
  const surface = new PageSurface(tab);
  await surface.says('issued 18 Jul 2025');
  await surface.says('Taken from its address or the open tab. Nothing else is sent.');
  await tab.close();
  await page.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
