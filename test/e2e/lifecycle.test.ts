/**
 * A page from its opening to its end, with all that a browser does to it: dialogs, going back, two
 * windows, switching the site off.
 */
import { expect, it } from 'vitest';
import { cardParts, hoverMark, noCard, openCard, openCardRoot, settledMarks } from '../../lib/tools/browser/drive.ts';
import { badgeAt, inExtension, mentionsAt } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { NEWS, useTestUser } from '../support/test-user.ts';
import { useSettings } from '../support/settings.ts';
import { article, ITEMS, paragraphs, STORY } from '../support/stories.ts';

/** The used part of the extension's interface; it exists in its pages only. */
declare const browser: {
  windows: { create(what: object): Promise<unknown>; getAll(what: object): Promise<{ tabs?: { url?: string }[] }[]> };
};

const user = useTestUser();
const badge = (url: string) => expect.poll(() => badgeAt(user().launched, url), { timeout: 20_000 });

it('nested modal dialogs: the card moves into the active dialog, and closes with it', async () => {
  const dialog = (id: string, text: string) => `<dialog id="${id}">${text} <button>OK</button></dialog>`;
  // The topmost dialog is the first in the document.
  const { page } = await user().open(
    article(
      `${paragraphs(STORY)}${dialog('upper', 'Graphite needs a closer look.')}${dialog('lower', 'Tungsten mines reopen.')}`,
    ),
  );
  const before = await inPage(page, () => document.documentElement.outerHTML);
  await inPage(page, () => {
    for (const id of ['lower', 'upper']) document.querySelector<HTMLDialogElement>(`#${id}`)?.showModal();
  });
  await settledMarks(page);
  await hoverMark(page, 'Graphite');
  expect(await openCard(page, 'Graphite')).not.toBeNull();
  await page.keyboard.press('Tab');
  // Elements outside the topmost dialog are inert, so only the dialog receives keys.
  await expect
    .poll(async () => (await cardParts(page, 'dialog', 'Graphite')).some(({ focused }) => focused))
    .toBe(true);
  await inPage(page, () => {
    for (const id of ['upper', 'lower']) document.querySelector<HTMLDialogElement>(`#${id}`)?.close();
  });
  expect(await noCard(page)).toBe(true);
  expect(await inPage(page, () => document.documentElement.outerHTML)).toBe(before);
  await page.close();
});

it('on a page that keeps changing, a card opens for a resting pointer and stays open', async () => {
  const { page } = await user().open(
    article(`${paragraphs(STORY)}<div id="storm" style="height:1px;overflow:hidden"></div>`),
  );
  // So many changes at a time that the whole page is read again and again.
  await inPage(page, () => {
    const storm = document.querySelector('#storm');
    setInterval(() => storm?.replaceChildren(...Array.from({ length: 500 }, () => document.createElement('p'))), 100);
  });
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium', 30_000)).not.toBeNull();
  const until = Date.now() + 1500;
  while (Date.now() < until) expect(await cardParts(page, 'dialog', 'Gallium')).toHaveLength(1);
  await page.close();
});

it('words that the page redraws under a resting pointer still open their card', async () => {
  await useSettings(user().launched, { openAfter: 2000 });
  const { page } = await user().open(article(paragraphs(STORY)));
  await hoverMark(page, 'gallium');
  await inPage(page, () => {
    for (const p of document.querySelectorAll('p')) p.replaceChildren(p.textContent);
  });
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await page.close();
  await useSettings(user().launched, {});
});

it('a card stays open when the page redraws its word, and closes when the word is removed', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  const draw = (words: string | null) =>
    inPage(
      page,
      (text) => {
        for (const p of document.querySelectorAll('p')) p.replaceChildren(text ?? p.textContent);
      },
      words,
    );
  for (let turn = 0; turn < 3; turn++) {
    await draw(null);
    // Longer than the page needs to be read again.
    const until = Date.now() + 700;
    while (Date.now() < until) expect(await cardParts(page, 'dialog', 'Gallium')).toHaveLength(1);
  }
  await draw('Nothing of it is left.');
  expect(await noCard(page)).toBe(true);
  await page.close();
});

it('live blog: marks stay painted and the card stays at its word while posts are added above', async () => {
  await useSettings(user().launched, { density: 'normal' });
  const posts = ITEMS.map((item) => `<div><time>10:00</time><p>${item}</p></div>`).join('');
  const { page } = await user().open(article(`<main>${posts}</main>`));
  await hoverMark(page, 'Antimony');
  expect(await openCard(page, 'Antimony')).not.toBeNull();
  const host = await openCardRoot(page);
  const seen = await inPage(
    page,
    async (card) => {
      const box = () => document.querySelector(card)?.shadowRoot?.querySelector('.card')?.getBoundingClientRect();
      const word = [...document.querySelectorAll('p')].find(({ textContent }) => textContent?.startsWith('Antimony'));
      const node = word?.firstChild;
      if (!node) throw new Error('no word');
      const range = document.createRange();
      range.setStart(node, 0);
      range.setEnd(node, 8);
      const isLit = () =>
        [...CSS.highlights].some(
          ([name, ranges]) =>
            name.startsWith('tradegloss-') && [...ranges].some(({ startContainer }) => startContainer === node),
        );
      const apart = () => (box()?.top ?? Infinity) - range.getBoundingClientRect().bottom;
      const before = apart();
      const found = { frames: 0, dark: 0, astray: 0, moved: range.getBoundingClientRect().top };
      for (let frame = 0; frame < 60; frame++) {
        if (frame % 15 === 0) {
          const post = document.createElement('div');
          post.innerHTML = '<p style="margin: 0">Smelters ship bismuth again, and indium.</p>';
          document.querySelector('main')?.prepend(post);
        }
        // After the layout of the frame, and after the work that precedes drawing.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        found.frames++;
        if (!isLit()) found.dark++;
        if (Math.abs(apart() - before) > 2) found.astray++;
      }
      found.moved = range.getBoundingClientRect().top - found.moved;
      return found;
    },
    host,
  );
  await useSettings(user().launched, {});
  expect(seen).toMatchObject({ frames: 60, dark: 0, astray: 0 });
  expect(seen.moved).toBeGreaterThan(80);
  await page.close();
});

it('a covered word opens no card; a word that spans elements does, wherever the pointer is on it', async () => {
  const { page } = await user().open(
    article(
      '<p>The Bureau <i>of Industry</i> <b>and Security</b> replied.</p><p id="under">Graphite is under it.</p><div style="position:relative;top:-3em;height:3em;background:#fff">Nothing.</div>',
    ),
  );
  await hoverMark(page, 'Bureau of Industry and Security');
  expect(await openCard(page, 'Bureau of Industry and Security')).not.toBeNull();
  await page.mouse.move(5, 5);
  expect(await noCard(page)).toBe(true);
  await hoverMark(page, 'Graphite');
  expect(await openCard(page, 'Graphite', 1500)).toBeNull();
  await page.close();
});

it('the button shows the count again on a page to which the user went back', async () => {
  const { page, url, marks } = await user().open(article(paragraphs(STORY)));
  await badge(url).toBe(String(marks.length));
  const next = user().url(user().serve(article('<p>Nothing here.</p>')));
  await page.goto(next);
  await badge(next).toBe('');
  await page.evaluate(() => history.back());
  await page.waitForFunction((wanted) => location.href === wanted, {}, url);
  await badge(url).toBe(String(marks.length));
  await page.close();
});

it('the button shows no count on a site that is turned off, and shows it again without a reload when the site is on', async () => {
  const { page, url, marks } = await user().open(article(paragraphs(STORY)));
  await badge(url).toBe(String(marks.length));
  await useSettings(user().launched, { offSites: [NEWS] });
  await badge(url).toBe('');
  await useSettings(user().launched, {});
  await badge(url).toBe(String(marks.length));
  await page.close();
});

it("the card uses the article's date even if it comes after the text", async () => {
  const { page } = await user().open(`<!doctype html><html lang="en"><title>Trade</title>${paragraphs(STORY)}`);
  await hoverMark(page, 'gallium');
  const undated = await openCard(page, 'Gallium');
  await page.mouse.move(5, 5);
  await noCard(page);
  await inPage(page, () => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = '{"@type":"NewsArticle","datePublished":"2025-07-18"}';
    document.head.append(script);
  });
  await expect
    .poll(
      async () => {
        await page.mouse.move(5, 5);
        await noCard(page);
        await hoverMark(page, 'gallium');
        return (await openCard(page, 'Gallium'))?.text;
      },
      { timeout: 60_000 },
    )
    .toMatch(/changed since the article/);
  expect(undated?.text).not.toMatch(/changed since the article/);
  await page.close();
});

it('two windows: each has its own marks and count, and a decision reaches both', async () => {
  const stories = [article(paragraphs(STORY)), article(paragraphs(ITEMS))].map((body) =>
    user().url(user().serve(body)),
  );
  const page = await user().tab();
  const [one = '', two = ''] = stories;
  await page.goto(one);
  await inExtension(user().launched, async (url) => void (await browser.windows.create({ url })), two);
  const counts = async () =>
    Promise.all(
      stories.map(
        async (url) =>
          (await mentionsAt(user().launched, url).catch(() => null))?.mentions.filter(({ text }) =>
            /gallium/i.test(text),
          ).length,
      ),
    );
  await expect.poll(counts).toEqual([1, 1]);
  await badge(two).not.toBe('');
  await useSettings(user().launched, { muted: [{ entry: 'mineral/gallium', site: null }] });
  // A covered window is read when it becomes visible.
  await page.bringToFront();
  await expect.poll(counts).toEqual([0, 0]);
  await useSettings(user().launched, {});
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
