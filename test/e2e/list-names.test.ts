/**
 * Names of subscribed lists on pages: marked or hidden as the user chose, explained on the card by
 * each list, kept current in open tabs.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { hoverMark, noCard, openCard, openFull } from '../../lib/tools/browser/drive.ts';
import { allMentionsAt, badgeAt, mentionsAt } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { marked, marksThat, serveList, subscribe } from '../support/lists.ts';
import { openOwn, press, says } from '../support/own-terms.ts';
import { useTestUser } from '../support/test-user.ts';
import { keptSettings, useSettings } from '../support/settings.ts';
import { FIRMS, entry, list } from '../unit/subscriptions/list-documents.ts';
import { PageSurface } from '../support/surface.ts';

const user = useTestUser();
const HARBOUR = '/lists/harbour.json';
const QUAY = '/lists/quay.json';
const HUAWEI = entry('huawei', { what: { text: 'A customer of the harbour since 2011.', src: ['site'] } });
/** Has the name of a built-in entry and means something else. */
const IMPOSTOR = entry('fakeium', {
  id: 'mineral/gallium',
  kind: 'mineral',
  what: { text: 'Not gallium at all.', src: ['site'] },
});
/** New in an update, so that its mark shows when the update has reached the page. */
const SAID = entry('said', { names: { en: ['said nothing'] } });
const ARTICLE =
  '<!doctype html><title>Metals</title><p>Lindholm Magnetics and Huawei buy gallium. Fakeium is no metal.</p><p>Quay House said nothing.</p>';

let article: Page;
let url = '';

beforeAll(async () => {
  ({ page: article, url } = await user().open(ARTICLE));
});

const badge = () => badgeAt(user().launched, url);
const onPage = async () =>
  ((await allMentionsAt(user().launched, url)) ?? (await mentionsAt(user().launched, url)))?.mentions.map(
    ({ entry: of, personal }) => `${of}${personal ? ' (hidden)' : ''}`,
  );

async function cardOf(words: string, name: string, isFull = false): Promise<string> {
  await article.bringToFront();
  await hoverMark(article, words);
  const glance = await openCard(article, name);
  const card = isFull ? await openFull(article) : glance;
  await article.mouse.move(1, 1);
  // A card that is still open can cover the word that is looked for next.
  expect(await noCard(article)).toBe(true);
  return card?.text ?? '';
}

it('marks names of a list in a page that is already open, and leaves built-in marks as they are', async () => {
  expect(marked(await marksThat(article, () => true))).toEqual(['company: Huawei', 'mineral: gallium']);
  await subscribe(user(), serveList(user(), HARBOUR, list(3, [...FIRMS, HUAWEI, IMPOSTOR])), {
    title: 'Harbour desk',
  });
  await article.bringToFront();
  const marks = await marksThat(article, ({ length }) => length === 4);
  expect(marked(marks)).toEqual([
    'company: Lindholm Magnetics',
    'company: Huawei',
    'mineral: gallium',
    'mineral: Fakeium',
  ]);
  expect(await badge()).toBe('4');
});

it("shows each list's text under its own heading for a name on two lists, in the user's order of lists", async () => {
  expect(await cardOf('Huawei', 'Huawei')).toContain('also on 1 more list');
  const text = await cardOf('Huawei', 'Huawei', true);
  const [own, harbour] = [text.indexOf('Tradegloss built-in list, version'), text.indexOf('Harbour desk, version 3')];
  expect(harbour).toBeGreaterThan(0);
  expect(own).toBeGreaterThan(harbour);
  expect(text.slice(harbour, own)).toContain('A customer of the harbour since 2011.');
});

it('keeps an entry with the name of a built-in entry separate from it', async () => {
  expect(await onPage()).toEqual([
    'harbour-desk:company/lindholm-magnetics',
    'company/huawei',
    'mineral/gallium',
    'harbour-desk:mineral/gallium',
  ]);
  const fake = await cardOf('Fakeium', 'Fakeium');
  expect(fake).toContain('Not gallium at all.');
  expect(fake).not.toContain('Ga\n');
  const gallium = await cardOf('gallium', 'Gallium');
  expect(gallium).toContain('MOFCOM');
  expect(gallium).not.toContain('Not gallium at all.');
});

it('a private list is found and listed, and nothing of it is in the page', async () => {
  await subscribe(
    user(),
    serveList(user(), QUAY, list(1, [entry('quay-house')], { id: 'quay', title: 'Quay notes' })),
    { title: 'Quay notes', isPrivate: true },
  );
  await article.bringToFront();
  await expect.poll(onPage).toContain('quay:company/quay-house (hidden)');
  expect(marked(await marksThat(article, () => true))).toHaveLength(4);
  await expect.poll(badge).toBe('4+1');
  expect(await inPage(article, () => document.documentElement.outerHTML)).not.toMatch(/Quay notes|quay-house/);
});

it("the popup's search finds entries of lists, and their page shows them", async () => {
  const page = await openOwn(user(), '/entry.html#?quay%20house');
  await says(page, 'Quay notes');
  await page.close();
  const own = await openOwn(user(), '/entry.html#quay:company/quay-house');
  await says(own, 'Quay House, a made-up firm.');
  await own.close();
});

it('muted names and chosen senses survive an update of their list', async () => {
  const decided = {
    muted: [{ entry: 'harbour-desk:mineral/gallium', site: null }],
    choices: [{ name: 'huawei', entry: 'company/huawei' }],
  };
  await useSettings(user().launched, decided);
  await article.bringToFront();
  const without = ['company: Lindholm Magnetics', 'company: Huawei', 'mineral: gallium'];
  expect(marked(await marksThat(article, ({ length }) => length === 3))).toEqual(without);
  serveList(user(), HARBOUR, list(4, [...FIRMS, HUAWEI, SAID, { ...IMPOSTOR, note: 'New.' }]));
  const settings = await openOwn(user(), '/options.html#lists');
  await press(settings, 'Check now', '[data-list="harbour-desk"]');
  await says(settings, /Harbour desk \d+ entries · version 4/);
  // By name, whichever list has the entry.
  await new PageSurface(settings).control('Undo: Fakeium');
  await says(settings, 'always read as Huawei');
  await settings.close();
  await article.bringToFront();
  expect(marked(await marksThat(article, ({ length }) => length === 4))).toEqual([...without, 'company: said nothing']);
  expect(await keptSettings(user().launched)).toMatchObject(decided);
  await useSettings(user().launched, {});
  expect(await marksThat(article, ({ length }) => length === 5)).toHaveLength(5);
});

it('an update changes the marks in open tabs; making the list private removes its marks from the page', async () => {
  serveList(user(), HARBOUR, list(5, [...FIRMS.slice(1), HUAWEI, SAID, entry('fakeium')]));
  const settings = await openOwn(user(), '/options.html#lists');
  const harbour = (name: string) => press(settings, name, '[data-list="harbour-desk"]');
  await harbour('Check now');
  await says(settings, /Harbour desk \d+ entries · version 5/);
  await article.bringToFront();
  expect(marked(await marksThat(article, ({ length }) => length === 4))).toEqual([
    'company: Huawei',
    'mineral: gallium',
    'company: Fakeium',
    'company: said nothing',
  ]);
  await settings.bringToFront();
  await harbour('Only in the panel');
  await article.bringToFront();
  expect(marked(await marksThat(article, ({ length }) => length === 2))).toEqual([
    'company: Huawei',
    'mineral: gallium',
  ]);
  expect(await onPage()).toContain('harbour-desk:company/fakeium (hidden)');
  await settings.bringToFront();
  await harbour('Remove');
  await press(settings, 'Remove the list');
  await article.bringToFront();
  await expect.poll(onPage).toEqual(['company/huawei', 'mineral/gallium', 'quay:company/quay-house (hidden)']);
  await settings.close();
  expect(await user().errors()).toEqual([]);
});
