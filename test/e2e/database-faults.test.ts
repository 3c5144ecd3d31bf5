/**
 * Faults of the database in a real browser: held by a page of an older version, damaged, deleted,
 * full. Pages are still marked and explained without the network, the user gets a message and loses
 * no data, and derived data is rebuilt.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { cardOver } from '../../lib/tools/browser/drive.ts';
import { inExtension } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { serveList } from '../support/lists.ts';
import { openPopup } from '../support/open-surface.ts';
import { addTerm, fill, openOwn, press, says } from '../support/own-terms.ts';
import { useTestUser } from '../support/test-user.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';
import { storedEntries } from '../support/stored-list.ts';
import { endBackground } from '../support/toolbar.ts';
import { list } from '../unit/subscriptions/list-documents.ts';

const user = useTestUser();
const UNUSABLE = 'The database could not be used';

/** Checks that an article is marked, that its card opens, and whether the popup reports trouble. */
async function works({ told }: { told: boolean }): Promise<void> {
  const { page, marks } = await user().open(article(paragraphs(STORY)));
  expect(marks.map(({ text }) => text)).toContain('gallium');
  expect(await cardOver(page, 'gallium', 'Gallium')).not.toBeNull();
  const popup = await openPopup(user().launched, page);
  await popup.find('button', '/^Gallium/');
  expect((await popup.text()).includes(UNUSABLE)).toBe(told);
  await popup.close();
  await page.close();
}

/** True if the built-in list states many entries and has them all. */
const held = async () => {
  const { size = 0, entries = [] } = (await storedEntries(user(), 'tradegloss')) ?? {};
  return [size > 900, entries.length === size];
};

it('a damaged row of own terms is named and hides no other term; the others are found and exported', async () => {
  await addTerm(user(), { Name: 'Quiet Heron' });
  await inExtension(user().launched, async () => {
    const open = indexedDB.open('tradegloss-own');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const writing = open.result.transaction('records', 'readwrite');
    writing.objectStore('records').put({ id: 'own/bad', fields: { name: null } });
    await new Promise((resolve) => writing.addEventListener('complete', resolve));
    open.result.close();
  });
  const page = await openOwn(user(), '/options.html#own');
  await says(page, 'Quiet Heron');
  await says(page, '1 damaged term could not be read in full: own/bad.');
  await press(page, 'Save the damaged data and remove it');
  await page.waitForFunction(() => !document.body.innerText.includes('own/bad'));
  expect(await says(page, 'Quiet Heron')).not.toContain('Reading…');
  await page.close();
});

it('if a page of an older version blocks the database, everything works from the shipped list, the user is told, and the database is rebuilt later', async () => {
  await inExtension(user().launched, async () => {
    // Both steps at once, so that nothing recreates the database between them. It is created as the
    // first version of the extension did, in a tab that stays open and ignores events.
    indexedDB.deleteDatabase('tradegloss');
    const older = indexedDB.open('tradegloss', 10);
    older.addEventListener('upgradeneeded', () => {
      const make = (name: string, keyPath: string | string[]) => older.result.createObjectStore(name, { keyPath });
      for (const name of ['lists', 'updates', 'states']) make(name, name === 'lists' ? 'id' : 'list');
      for (const name of ['entries', 'controls', 'acts']) make(name, ['list', 'id', 'generation']);
      for (const name of ['digests', 'names']) make(name, ['list', 'generation']);
      older.result.createObjectStore('changes', { keyPath: 'n', autoIncrement: true }).createIndex('list', 'list');
    });
    await new Promise((resolve) => older.addEventListener('success', resolve));
    Object.assign(globalThis, { older: older.result });
  });
  await endBackground(user().launched);
  await works({ told: true });
  await inExtension(user().launched, () => (globalThis as unknown as { older: IDBDatabase }).older.close());
  await endBackground(user().launched);
  await works({ told: false });
  await expect.poll(held).toEqual([true, true]);
});

it("repairs nonsense rows and headers, and keeps the user's terms", async () => {
  await addTerm(user(), { Name: 'Project Heron' });
  await inExtension(user().launched, async () => {
    const open = indexedDB.open('tradegloss');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const transaction = open.result.transaction(['lists', 'packs', 'indexes'], 'readwrite');
    for (let n = 0; n < 5; n++) transaction.objectStore('packs').put({ list: 'tradegloss', n, text: 'rot' });
    transaction.objectStore('lists').put({ id: 'tradegloss', generation: 'x', size: {}, topics: 3 });
    transaction.objectStore('indexes').clear();
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    open.result.close();
  });
  await endBackground(user().launched);
  await works({ told: false });
  await expect.poll(held).toEqual([true, true]);
  const settings = await openOwn(user(), '/options.html');
  await says(settings, 'Project Heron');
  await settings.close();
});

/** From now on the browser refuses each write of this page, as if the disk were full. */
const fillUp = (page: Page) =>
  inPage(page, () => {
    for (const name of ['put', 'add'] as const)
      IDBObjectStore.prototype[name] = () => {
        throw new DOMException('no space', 'QuotaExceededError');
      };
  });

it('on a full disk a list is not imported and a term stays in its form; the user is told of both', async () => {
  const url = serveList(user(), '/lists/full.json', list(1));
  const look = await openOwn(user(), `/subscribe.html#${encodeURIComponent(url)}`);
  await fillUp(look);
  await press(look, `Fetch from ${new URL(url).host}`);
  await says(look, 'This list cannot be added: there is no room for it on this device.');
  await look.close();
  const term = await openOwn(user(), '/term.html');
  await fill(term, 'Name', 'Project Ibis');
  await fillUp(term);
  await press(term, 'Add term');
  await says(term, 'QuotaExceededError');
  expect(await inPage(term, () => document.querySelector('input')?.value)).toBe('Project Ibis');
  await term.close();
  const settings = await openOwn(user(), '/options.html');
  await says(settings, 'Project Heron');
  await settings.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
