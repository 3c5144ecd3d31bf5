/**
 * The database in a real browser: held by a page of an older version, damaged, deleted, and full.
 * Pages are still marked and explained, the user gets a message, the user's own data is not lost,
 * and derived data is rebuilt, without the network.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { cardOver } from '../../lib/tools/browser/drive.ts';
import { inExtension } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { serveList } from '../support/lists.ts';
import { openPopup } from '../support/open-surface.ts';
import { addTerm, fill, openOwn, press, says } from '../support/own-terms.ts';
import { useReader } from '../support/reader.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';
import { storedEntries } from '../support/stored-list.ts';
import { endBackground } from '../support/toolbar.ts';
import { list } from '../unit/subscriptions/list-documents.ts';

const reader = useReader();
const UNUSABLE = 'The database could not be used';

/** An article is marked, its card opens, and the popup tells of trouble or not. */
async function works({ told }: { told: boolean }): Promise<void> {
  const { page, marks } = await reader().open(article(paragraphs(STORY)));
  expect(marks.map(({ text }) => text)).toContain('gallium');
  expect(await cardOver(page, 'gallium', 'Gallium')).not.toBeNull();
  const popup = await openPopup(reader().launched, page);
  await popup.find('button', '/^Gallium/');
  expect((await popup.text()).includes(UNUSABLE)).toBe(told);
  await popup.close();
  await page.close();
}

/** Whether the built-in list says that it has many entries, and has them all. */
const held = async () => {
  const { size = 0, entries = [] } = (await storedEntries(reader(), 'tradegloss')) ?? {};
  return [size > 900, entries.length === size];
};

it("a damaged row of the user's own terms hides none of the others: it is named, and the others are found and exported", async () => {
  await addTerm(reader(), { Name: 'Quiet Heron' });
  await inExtension(reader().launched, async () => {
    const open = indexedDB.open('tradegloss-own');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const writing = open.result.transaction('records', 'readwrite');
    writing.objectStore('records').put({ id: 'own/bad', fields: { name: null } });
    await new Promise((resolve) => writing.addEventListener('complete', resolve));
    open.result.close();
  });
  const page = await openOwn(reader(), '/options.html#own');
  await says(page, 'Quiet Heron');
  await says(page, '1 damaged term could not be read in full: own/bad.');
  await press(page, 'Save the damaged data and remove it');
  await page.waitForFunction(() => !document.body.innerText.includes('own/bad'));
  expect(await says(page, 'Quiet Heron')).not.toContain('Reading…');
  await page.close();
});

it('a page of an older version blocks the database: everything works from the shipped list, the user is informed, and later the database is rebuilt', async () => {
  await inExtension(reader().launched, async () => {
    // Both at once, so that nobody makes it again between: as the first version of the extension
    // made it, and a tab of it stays open and hears nothing.
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
  await endBackground(reader().launched);
  await works({ told: true });
  await inExtension(reader().launched, () => (globalThis as unknown as { older: IDBDatabase }).older.close());
  await endBackground(reader().launched);
  await works({ told: false });
  await expect.poll(held).toEqual([true, true]);
});

it('nonsense rows and headers are repaired, and the user’s terms stay', async () => {
  await addTerm(reader(), { Name: 'Project Heron' });
  await inExtension(reader().launched, async () => {
    const open = indexedDB.open('tradegloss');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const transaction = open.result.transaction(['lists', 'packs', 'indexes'], 'readwrite');
    for (let n = 0; n < 5; n++) transaction.objectStore('packs').put({ list: 'tradegloss', n, text: 'rot' });
    transaction.objectStore('lists').put({ id: 'tradegloss', generation: 'x', size: {}, topics: 3 });
    transaction.objectStore('indexes').clear();
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    open.result.close();
  });
  await endBackground(reader().launched);
  await works({ told: false });
  await expect.poll(held).toEqual([true, true]);
  const settings = await openOwn(reader(), '/options.html');
  await says(settings, 'Project Heron');
  await settings.close();
});

/** From here on the browser refuses each writing of this page, as where the disk is full. */
const fillUp = (page: Page) =>
  inPage(page, () => {
    for (const name of ['put', 'add'] as const)
      IDBObjectStore.prototype[name] = () => {
        throw new DOMException('no space', 'QuotaExceededError');
      };
  });

it('on a full disk a list is not imported and a term stays in its form; the user is informed of both', async () => {
  const url = serveList(reader(), '/lists/full.json', list(1));
  const look = await openOwn(reader(), `/subscribe.html#${encodeURIComponent(url)}`);
  await fillUp(look);
  await press(look, `Fetch from ${new URL(url).host}`);
  await says(look, 'This list cannot be added: there is no room for it on this device.');
  await look.close();
  const term = await openOwn(reader(), '/term.html');
  await fill(term, 'Name', 'Project Ibis');
  await fillUp(term);
  await press(term, 'Add term');
  await says(term, 'QuotaExceededError');
  expect(await inPage(term, () => document.querySelector('input')?.value)).toBe('Project Ibis');
  await term.close();
  const settings = await openOwn(reader(), '/options.html');
  await says(settings, 'Project Heron');
  await settings.close();
});

it('has thrown no error', async () => {
  expect(await reader().errors()).toEqual([]);
});
