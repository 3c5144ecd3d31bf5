/** The user mutes names on a card, on one site or everywhere, and undoes it in the settings. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { cardParts, pressOnCard, readMarks } from '../../lib/tools/browser/drive.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import { openOwn, press, says } from '../support/own-terms.ts';
import { pressInCard } from '../support/press-in-card.ts';
import { useTestUser } from '../support/test-user.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';

const user = useTestUser();
const OTHER = 'www.reuters.com';
/** The marks of a page in front; a hidden page is read later. */
async function texts(page: Page): Promise<string[]> {
  await page.bringToFront();
  return (await readMarks(page)).map(({ text }) => text);
}

/** Presses a button of the notice; returns what the notice says. */
async function pressNotice(page: Page, name: string): Promise<string> {
  const [notice] = await until(
    () => cardParts(page, 'status'),
    ({ length }) => length > 0,
  );
  await pressOnCard(page, name);
  return notice?.text ?? '';
}

it('stops marking an entry on this site only, then everywhere, and marks it again once the settings undo that', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  await pressInCard(page, 'gallium', 'Gallium', 'Stop marking on this site');
  await expect.poll(() => texts(page)).not.toContain('gallium');
  expect(await texts(page)).toContain('germanium');

  // The notice at the bottom of the window undoes it; then it is muted for good.
  expect(await pressNotice(page, 'Undo')).toMatch('Gallium is not marked on this site any more.');
  await expect.poll(() => texts(page)).toContain('gallium');
  await pressInCard(page, 'gallium', 'Gallium', 'Stop marking on this site');
  await expect.poll(() => texts(page)).not.toContain('gallium');

  const { page: other } = await user().open(article(paragraphs(STORY)), { host: OTHER });
  await expect.poll(() => texts(other)).toContain('gallium');
  await pressInCard(other, 'germanium', 'Germanium', 'Stop marking everywhere');
  for (const one of [other, page]) await expect.poll(() => texts(one)).not.toContain('germanium');
  expect(await texts(other)).toContain('gallium');

  const settings = await openOwn(user(), '/options.html');
  await says(settings, 'not marked on apnews.com');
  await says(settings, 'not marked anywhere');
  await press(settings, 'Undo: Gallium');
  await expect.poll(() => texts(page)).toContain('gallium');
  await settings.bringToFront();
  await press(settings, 'Undo: Germanium');
  for (const one of [other, page]) await expect.poll(() => texts(one)).toContain('germanium');
  expect(await user().errors()).toEqual([]);
});
