/**
 * A page that names nothing soon gives up the names of the built-in list. Names that come into it
 * later must be marked all the same.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openCard, hoverMark, readMarks } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { useTestUser } from '../support/test-user.ts';
import { marked, marksThat, serveList, subscribe } from '../support/lists.ts';
import { article, ITEMS, paragraphs } from '../support/stories.ts';
import { FIRMS, list } from '../unit/subscriptions/list-documents.ts';

const user = useTestUser();

const NOTHING = '<main><p>Bakers met in the village hall and talked about bread for two hours.</p></main>';
/** Longer than a page keeps names that it has not needed. */
const NAMES_GONE_MS = 3000;

/** A page that was read, and whose names are gone. */
async function openEmpty(body = NOTHING): Promise<Page> {
  const page = await user().tab();
  await page.goto(user().url(user().serve(article(body))));
  // Nothing in the page or the extension tells that the names are gone.
  await pause(NAMES_GONE_MS);
  expect(await readMarks(page)).toEqual([]);
  return page;
}

const textsOf = async (page: Page) => (await readMarks(page)).map(({ text }) => text);
const addItems = (page: Page) =>
  inPage(page, (html) => document.querySelector('main')?.insertAdjacentHTML('beforeend', html), paragraphs(ITEMS));

it('marks names that come long after the page was read, as a fresh load would', async () => {
  const page = await openEmpty();
  await addItems(page);
  await expect.poll(() => textsOf(page)).toContain('gallium');
  expect((await user().expectFresh(page)).map(({ text }) => text)).toContain('Graphite');
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await page.close();
});

it('marks a name that is typed into a text letter by letter', async () => {
  const page = await openEmpty();
  await inPage(page, async () => {
    const text = document.querySelector('p')?.firstChild as Text;
    for (const letter of ' Exports of gallium need a licence.') {
      text.appendData(letter);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
  await expect.poll(() => textsOf(page)).toEqual(['gallium']);
  await page.close();
});

it('marks names that come late into a frame and into a shadow root', async () => {
  const page = await openEmpty(
    `${NOTHING}<iframe width="500" height="300" srcdoc="<p>Bakers met in the hall, and bread was on the table.</p>"></iframe>`,
  );
  await inPage(page, () => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>Exports of germanium need a licence.</p>';
    document.querySelector('main')?.append(host);
    const inner = document.querySelector('iframe')?.contentDocument?.querySelector('p');
    inner?.append(' Exports of gallium need a licence.');
  });
  await expect.poll(() => textsOf(page)).toEqual(['germanium']);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  await expect.poll(() => textsOf(frame as unknown as Page)).toEqual(['gallium']);
  await page.close();
});

it('marks names of a list that is added while the page names nothing else', async () => {
  const page = await openEmpty('<main><p>Lindholm Magnetics and Quay House met in the village hall.</p></main>');
  await subscribe(user(), serveList(user(), '/lists/harbour.json', list(3, [...FIRMS])), { title: 'Harbour desk' });
  await page.bringToFront();
  const found = await marksThat(page, ({ length }) => length > 0);
  expect(marked(found)).toContain('company: Lindholm Magnetics');
  await addItems(page);
  await expect.poll(() => textsOf(page)).toContain('gallium');
  expect(await textsOf(page)).toContain('Lindholm Magnetics');
  await page.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
