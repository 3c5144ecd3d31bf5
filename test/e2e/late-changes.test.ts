/**
 * Changes that no mutation of text reports, or that are reported too early: a style on many blocks,
 * a moved block, a tab that is left meanwhile.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { readMarks } from '../../lib/tools/browser/drive.ts';
import { badgeAt } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { useTestUser } from '../support/test-user.ts';
import { article, ITEMS, paragraphs, STORY } from '../support/stories.ts';

const user = useTestUser();
const textsOf = async (page: Page) => (await readMarks(page)).map(({ text }) => text);
const badgeOf = (page: Page) => badgeAt(user().launched, page.url());

it('marks the few of very many blocks that a style makes visible, without a scroll', async () => {
  const lines = Array.from(
    { length: 4000 },
    (_, n) =>
      `<p${n > 3 && n < 10 ? ' class="more"' : ''} style="height:60px;margin:0">Smelters ship ${n > 3 && n < 10 ? 'antimony' : 'gallium'}.</p>`,
  );
  const { page } = await user().open(article(`<style>.more{display:none}</style>${lines.join('')}`));
  await expect.poll(() => textsOf(page)).toContain('gallium');
  await inPage(page, () => document.querySelectorAll('.more').forEach((one) => one.classList.remove('more')));
  await expect.poll(async () => (await textsOf(page)).filter((text) => text === 'antimony').length).toBe(6);
  await page.close();
});

it('marks a block that is moved into view', async () => {
  const lines = Array.from(
    { length: 4000 },
    (_, n) => `<p>Smelters ship ${n % 1000 === 999 ? 'antimony' : 'gallium'}.</p>`,
  );
  const { page } = await user().open(article(`<main>${lines.join('')}</main>`));
  await expect.poll(() => textsOf(page)).toContain('gallium');
  await inPage(page, () => {
    const [first, ...others] = document.querySelectorAll('p');
    const far = others.filter((one) => one.textContent?.includes('antimony'));
    first?.after(...far);
  });
  await expect.poll(async () => (await textsOf(page)).filter((text) => text === 'antimony').length).toBe(4);
  await page.close();
});

it('a paragraph that is moved into an editor loses its marks', async () => {
  const { page } = await user().open(article(`${paragraphs(STORY)}<div id="editor" contenteditable></div>`));
  await inPage(page, () => document.querySelector('#editor')?.append(document.querySelector('p') ?? ''));
  await expect.poll(() => textsOf(page)).not.toContain('gallium');
  expect(await textsOf(page)).toContain('Nvidia');
  await page.close();
});

it('counts the mentions of a tab that was left before its count, once the user returns', async () => {
  const { page } = await user().open(
    article(`<style>.off{display:none}</style>${paragraphs(STORY)}<div class="off">${paragraphs(ITEMS)}</div>`),
  );
  const before = await textsOf(page);
  await expect.poll(() => badgeOf(page)).toBe(String(before.length));
  const front = await user().tab();
  await page.bringToFront();
  await inPage(page, () => document.querySelector('.off')?.classList.remove('off'));
  // The change has been noticed, and its count is not due yet.
  await pause(400);
  await front.bringToFront();
  // In a hidden tab the count stays due beyond its interval.
  await pause(1500);
  await page.bringToFront();
  await expect.poll(() => textsOf(page)).toContain('Graphite');
  await expect.poll(async () => (await badgeOf(page)) === String((await textsOf(page)).length)).toBe(true);
  await front.close();
  await page.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
