/**
 * Pages that change while they are read. All tests check that at rest the marks are those of a
 * fresh load of the same page.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { hoverMark, openCard, readMarks, settledMarks } from '../../lib/tools/browser/drive.ts';
import { badgeAt } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause, until } from '../../lib/tools/browser/wait.ts';
import { useTestUser } from '../support/test-user.ts';
import { article, ITEMS, paragraphs, STORY } from '../support/stories.ts';

const user = useTestUser();

async function expectFresh(page: Page): Promise<string[]> {
  return (await user().expectFresh(page)).map(({ text }) => text);
}

it('infinite scroll: marks stories that are added while the user scrolls down', async () => {
  const { page } = await user().open(article(`<main>${paragraphs(STORY)}</main>`));
  await inPage(
    page,
    async (items) => {
      const main = document.querySelector('main');
      for (let i = 0; i < 40; i++) {
        const story = document.createElement('article');
        story.innerHTML = `<h2>Story ${i}</h2>${items.map((item) => `<p>${item}</p>`).join('')}`;
        main?.append(story);
        scrollTo(0, document.documentElement.scrollHeight);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    ITEMS.slice(0, 3),
  );
  expect((await expectFresh(page)).length).toBeGreaterThan(100);
});

it('live blog: marks posts that are added at the top and corrected', async () => {
  const { page } = await user().open(article(`<main id="posts">${paragraphs(STORY)}</main>`));
  await inPage(
    page,
    async (items) => {
      const posts = document.querySelector('#posts');
      for (const item of items) {
        const post = document.createElement('div');
        post.innerHTML = `<time>10:00</time><p>${item}</p>`;
        posts?.prepend(post);
        await new Promise((resolve) => setTimeout(resolve, 60));
        if (post.lastElementChild?.firstChild) post.lastElementChild.firstChild.nodeValue = `Corrected: ${item}`;
      }
      posts?.querySelector('p:nth-of-type(2)')?.remove();
    },
    ITEMS,
  );
  const texts = await expectFresh(page);
  for (const text of ['gallium', 'germanium', 'Graphite']) expect(texts).toContain(text);
});

it('client-side navigation: marks another story in the same document', async () => {
  const { page } = await user().open(article(`<main>${paragraphs(STORY)}</main>`));
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await inPage(
    page,
    (items) => {
      history.pushState({}, '', '/2024/another-story.html');
      const main = document.createElement('main');
      main.innerHTML = items.map((item) => `<p>${item}</p>`).join('');
      document.querySelector('main')?.replaceWith(main);
    },
    ITEMS.slice(3),
  );
  const texts = await expectFresh(page);
  expect(texts).toContain('Tungsten');
  expect(texts).not.toContain('gallium');
  expect(await inPage(page, () => document.querySelectorAll('[popover]').length)).toBe(0);
});

it('text that is edited in place: no frame shows a mark over other letters', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  const wrong = await inPage(
    page,
    async (items) => {
      const faults: string[] = [];
      const names = new Set<string>();
      const marked = () =>
        [...CSS.highlights].flatMap(([, highlight]) =>
          [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => {
            if (startContainer !== endContainer) return '';
            return (startContainer.nodeValue ?? '').slice(startOffset, endOffset);
          }),
        );
      for (const text of marked()) names.add(text);
      const nodes = [...document.querySelectorAll('p')].map((p) => p.firstChild);
      for (let i = 0; i < 60; i++) {
        const node = nodes[i % nodes.length];
        if (!(node instanceof Text)) continue;
        if (i % 3 === 0) node.data = `${'x'.repeat(i)} ${items[i % items.length]}`;
        else if (i % 3 === 1) node.insertData(0, 'More: ');
        else node.parentElement?.replaceChildren(document.createTextNode(items[(i * 5) % items.length] ?? ''));
        nodes[i % nodes.length] = document.querySelectorAll('p')[i % nodes.length]?.firstChild ?? null;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        // Names in our stories contain no "xx" or colon and do not start in the middle of a word.
        for (const text of marked()) if (/xx|:|^\s|\s$/.test(text)) faults.push(text);
      }
      return faults;
    },
    ITEMS,
  );
  expect(wrong).toEqual([]);
  expect((await expectFresh(page)).length).toBeGreaterThan(2);
});

it('a changing number beside a name: the name stays marked in every frame, and its card stays open', async () => {
  const { page } = await user().open(
    article(`<p id="prices">Prices of gallium <b>0</b> and germanium <b>0</b> rose again.</p>${paragraphs(STORY)}`),
  );
  await inPage(page, () => {
    const cells = document.querySelectorAll('#prices b');
    let n = 0;
    setInterval(() => cells[n++ % cells.length]?.firstChild?.replaceWith(String(n)), 100);
  });
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  const bare = await inPage(page, async () => {
    const line = document.querySelector('#prices');
    let frames = 0;
    for (const end = performance.now() + 2500; performance.now() < end;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const words = [...CSS.highlights].flatMap(([name, highlight]) =>
        name === 'tradegloss-open' ? [] : [...highlight].map(({ startContainer }) => startContainer),
      );
      if (words.filter((node) => line?.contains(node)).length < 2) frames++;
    }
    return frames;
  });
  expect(bare).toBe(0);
  expect(await openCard(page, 'Gallium', 100)).not.toBeNull();
  await page.mouse.move(1, 1);
});

it('normalize(): marks names that were split over several text nodes', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  const before = await settledMarks(page);
  await inPage(page, () => {
    for (const p of document.querySelectorAll('p'))
      for (let at = p.firstChild; at instanceof Text && at.length > 5; at = at.splitText(5));
  });
  expect(await user().expectFresh(page)).toEqual(before);
  await inPage(page, () => document.body.normalize());
  expect(await user().expectFresh(page)).toEqual(before);
});

it('page translation: marks text that is wrapped in <font>', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  const before = await settledMarks(page);
  await inPage(page, () => {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (walker.currentNode instanceof Text && walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) {
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(text);
    }
  });
  expect(await user().expectFresh(page)).toEqual(before);
});

it('marks blocks that change places', async () => {
  const { page } = await user().open(article(`<section>${paragraphs(STORY)}</section>`));
  await inPage(page, () => {
    const section = document.querySelector('section');
    section?.append(...[...section.children].reverse());
  });
  expect((await expectFresh(page))[0]).toBe('Tungsten');
});

it('marks text that only a style makes visible later', async () => {
  const { page } = await user().open(
    article(
      `${paragraphs(STORY)}<details><summary>More</summary>${paragraphs(ITEMS.slice(4, 5))}</details><div id="tab" hidden>${paragraphs(ITEMS.slice(3, 4))}</div>`,
    ),
  );
  expect((await readMarks(page)).map(({ text }) => text)).not.toContain('Graphite');
  await inPage(page, () => {
    document.querySelector('details')?.setAttribute('open', '');
    document.querySelector('#tab')?.removeAttribute('hidden');
  });
  const marks = await expectFresh(page);
  expect(marks).toContain('Graphite');
  // The button counts the visible mentions a moment later.
  await expect.poll(() => badgeAt(user().launched, page.url())).toBe(String(marks.length));
});

it('marks a page that is invisible until its scripts have run', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  for (const hide of ['class', 'sheet'] as const) {
    const restyle = (how: string, seen: boolean) => {
      if (how === 'class') document.body.style.visibility = seen ? '' : 'hidden';
      else if (seen) document.querySelector('#unseen')?.remove();
      else document.head.insertAdjacentHTML('beforeend', '<style id="unseen">body{visibility:hidden}</style>');
    };
    await inPage(page, restyle, hide, false);
    await expect.poll(() => readMarks(page)).toEqual([]);
    await inPage(page, restyle, hide, true);
    expect(await expectFresh(page)).toContain('gallium');
  }
});

it('open shadow roots: marks their text, also if it is added later', async () => {
  const { page } = await user().open(
    article(`<div id="host"></div>${paragraphs(STORY)}`, {
      head: '<script>addEventListener("DOMContentLoaded",()=>{const root=document.querySelector("#host").attachShadow({mode:"open",serializable:true});root.innerHTML="<p>Smelters ship gallium.</p>"})</script>',
    }),
  );
  await inPage(
    page,
    (item) => {
      const p = document.createElement('p');
      p.textContent = item;
      document.querySelector('#host')?.shadowRoot?.append(p);
    },
    ITEMS[4] ?? '',
  );
  expect(await expectFresh(page)).toContain('Graphite');
});

it('back/forward cache: a page that returns works as before', async () => {
  const { page, url } = await user().open(
    article(paragraphs(STORY), {
      head: '<script>window.shows=[];addEventListener("pageshow",(event)=>{window.shows.push(event.persisted)})</script>',
    }),
  );
  const before = await settledMarks(page);
  await page.goto(user().url(user().serve(article('<p>Another page.</p>'))));
  await page.evaluate(() => history.back());
  await page.waitForFunction((wanted) => location.href === wanted && document.readyState === 'complete', {}, url);
  // The page is complete before its `pageshow` event, so the test waits for the second event.
  await page.waitForFunction('window.shows?.length === 2');
  expect(await page.evaluate('window.shows')).toEqual([false, true]);
  await expect.poll(() => readMarks(page)).toEqual(before);
  await inPage(page, (item) => document.querySelector('p')?.replaceChildren(item), ITEMS[4] ?? '');
  await expectFresh(page);
  await hoverMark(page, 'Graphite');
  expect(await openCard(page, 'Graphite')).not.toBeNull();
});

/**
 * Opens a prerendered page, if the browser prerenders; null if the driver lost the tab in which it
 * was put.
 */
async function goAhead(): Promise<Page | null> {
  const next = user().serve(article(paragraphs(ITEMS)));
  const rules = `<script type="speculationrules">{"prerender":[{"urls":["${next}"],"eagerness":"immediate"}]}</script>`;
  const { page } = await user().open(
    article(`${paragraphs(STORY)}<a id="next" href="${next}">Next</a>`, { head: rules }),
  );
  if (user().name === 'chrome')
    await expect.poll(() => user().site.requests.some(({ path }) => path === next)).toBe(true);
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('#next')?.click()).catch(() => undefined);
  const place = () => inPage(page, () => document.readyState === 'complete' && location.pathname).catch(() => null);
  return (await until(place, (path) => path === next, 10_000)) === next ? page : null;
}

it('marks a prerendered page when it is shown', async () => {
  const page = (await goAhead()) ?? (await goAhead()) ?? (await goAhead());
  if (!page) throw new Error('the page is not shown');
  const isAhead = await inPage(page, () =>
    performance
      .getEntriesByType('navigation')
      .some((entry) => 'activationStart' in entry && Number(entry.activationStart) > 0),
  );
  // Firefox does not prerender yet, so the story opens like any other.
  expect(isAhead).toBe(user().name === 'chrome');
  expect(await expectFresh(page)).toContain('germanium');
});

it('reads a hidden tab when the user looks at it', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  const front = await user().tab();
  await front.bringToFront();
  await inPage(page, (item) => document.querySelector('p')?.replaceChildren(item), ITEMS[4] ?? '');
  // A visible page would be read within this time.
  await pause(300);
  expect((await readMarks(page)).map(({ text }) => text)).not.toContain('gallium');
  await page.bringToFront();
  expect(await expectFresh(page)).toContain('Graphite');
  await front.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
