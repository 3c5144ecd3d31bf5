/**
 * Lists that attack their subscribers (`test/lists/hostile.ts`), over HTTPS and through the
 * interface: all their content is shown as text, no entry replaces a built-in one or marks ordinary
 * words, and the user learns which entry was refused or cut, and why.
 */
import { expect, it } from 'vitest';
import { cardOver, hoverMark, openCard } from '../../lib/tools/browser/drive.ts';
import { mentionsAt } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { HOSTILE_LIST, PATH_OF_HITS, REFUSED, TAKEN, TOLD } from '../lists/hostile.ts';
import { marksThat, serveList } from '../support/lists.ts';
import { openOwn, press, says } from '../support/own-terms.ts';
import { useTestUser } from '../support/test-user.ts';
import type { Page } from 'puppeteer-core';

const user = useTestUser();
const LIMIT = 60_000;

/** The elements and requests that would exist if the markup of a list were taken for markup. */
const made = (page: Page) =>
  inPage(
    page,
    () =>
      [...document.querySelectorAll('img, iframe, object, a[href], script')].filter(
        (one) =>
          /^(?:javascript|data):/.test(one.getAttribute('href') ?? '') ||
          (one.getAttribute('src') ?? '').includes('hit'),
      ).length,
  );
const hits = () => user().site.requests.filter(({ path }) => path.startsWith(PATH_OF_HITS));

async function look(url: string): Promise<Page> {
  const page = await openOwn(user(), `/subscribe.html#${encodeURIComponent(url)}`);
  await press(page, `Fetch from ${new URL(url).host}`);
  return page;
}

it.each(REFUSED.map((one) => [one.tries, one] as const))('refuses %s', async (_, { list, told }) => {
  const page = await look(user().url(user().serve(list)));
  await says(page, told, LIMIT);
  await page.close();
});

it('says which entries were refused or cut and why, shows markup as text, and accepts the rest', async () => {
  const page = await look(serveList(user(), '/lists/hostile.json', HOSTILE_LIST));
  await says(page, 'Nothing is in use until you add it.', LIMIT);
  await says(page, 'Hostile <img src="/hit/title"');
  await says(page, 'Named <img src="/hit/name"');
  await inPage(page, () => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  for (const told of TOLD) await says(page, told);
  expect(await made(page)).toBe(0);
  await press(page, 'Add this list');
  await says(page, 'is added.');
  await page.close();
  const settings = await openOwn(user(), '/options.html#lists');
  await says(settings, `${TAKEN} entries · version 1`);
  expect(await made(settings)).toBe(0);
  await settings.close();
});

it("marks the list's names and no others, leaves built-in entries unchanged, and shows its texts as plain text on cards", async () => {
  const { page, url } = await user().open(
    '<!doctype html><title>Trade</title><p>The gallium and the germanium of a firm, x, 7 — Markup Works and Impostor Metal, Turned Works, Many 3 and World Works.</p>',
  );
  expect((await marksThat(page, ({ length }) => length === 7)).map(({ text }) => text)).toEqual([
    'gallium',
    'germanium',
    'Markup Works',
    'Impostor Metal',
    'Turned Works',
    'Many 3',
    'World Works',
  ]);
  const found = (await mentionsAt(user().launched, url))?.mentions.map(({ entry }) => entry);
  expect(found?.slice(0, 4)).toEqual([
    'mineral/gallium',
    'mineral/germanium',
    'hostile:company/markup',
    'hostile:mineral/gallium',
  ]);
  await page.bringToFront();
  await hoverMark(page, 'Markup Works');
  expect((await openCard(page, 'Markup Works'))?.text).toContain('Makes <img src="/hit/what"');
  await page.mouse.move(1, 1);
  expect((await cardOver(page, 'Turned Works', 'Turned dnuor Works'))?.text).toContain('Makes gpj.exe');
  await page.close();
  const own = await openOwn(user(), '/entry.html#hostile:company/markup');
  await says(own, 'Makes <img src="/hit/what"');
  expect(await made(own)).toBe(0);
  await own.close();
  expect(hits()).toEqual([]);
  expect(await user().errors()).toEqual([]);
});
