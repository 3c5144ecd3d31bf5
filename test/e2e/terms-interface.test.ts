/**
 * Own terms in the interface: sync chosen on the first-run page; terms added, edited, deleted and
 * restored; 2,000 imported; devices joined over WebDAV; a conflict shown and restored; deletions
 * confirmed; data in place after sync is turned off; the browser's own sync when it is full or
 * written too often.
 */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import * as v from 'valibot';
import { readItems, sizeOfAll } from '../../lib/sync/storage-sync-items.ts';
import { closeBrowser, type Launched } from '../../lib/tools/browser/launch.ts';
import { serializeRecords, parseRecords } from '../../lib/sync/serialize-records.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause, until } from '../../lib/tools/browser/wait.ts';
import { byId, isAlive, writeFields } from '../../lib/terms/record.ts';
import { nextStamp } from '../../lib/terms/stamp.ts';
import { addTerm, fill, importTable, openOwn, press, says } from '../support/own-terms.ts';
import { randomFrom } from '../support/random.ts';
import { startBrowser } from '../support/start-browser.ts';
import { PageSurface } from '../support/surface.ts';
import { startNephele } from '../support/nephele.ts';
import { ACCOUNT, withFaults, type WebdavServer } from '../support/webdav-server.ts';

/** The used part of the extension's interface; it exists in its pages only. */
declare const browser: { storage: { sync: { set(items: object): Promise<void> } } };

let server: WebdavServer;
let launched: Launched;
let settings: Page;
const user = () => ({ launched });
const problems: string[] = [];

beforeAll(async () => {
  server = await withFaults(await startNephele());
  // There is no stand-in for other hosts: the server is on this machine, addressed by number.
  launched = await startBrowser(inject('browser'), {
    prefs: { 'extensions.webextOptionalPermissionPrompts': false },
  });
  settings = await openOwn(user(), '/options.html');
  settings.on('pageerror', (error) => problems.push(String(error)));
});
afterAll(async () => {
  await closeBrowser(launched.browser);
  await server.close();
});

/** Waits until the data on the server is as wanted. */
async function untilServer(wanted: (text: string) => boolean): Promise<string> {
  const text = await until(
    () => server.text(),
    (held) => held !== null && wanted(held),
  );
  if (text === null || !wanted(text)) throw new Error(`the server holds ${text?.slice(0, 400) ?? 'nothing'}`);
  return text;
}

/** The browser's sync area: its size, and the notes of its terms. */
const synced = async () =>
  v.parse(
    v.record(v.string(), v.unknown()),
    await settings.evaluate('(globalThis.browser ?? globalThis.chrome).storage.sync.get(null)'),
  );
const syncedBytes = async () => sizeOfAll(await synced());
const syncedNotes = async () =>
  [...(await readItems(await synced())).values()].flatMap(({ records }) =>
    [...records.values()].map(({ fields }) => fields['note']?.value),
  );

/** A write of another device, which knows everything on the server and writes one field. */
function elsewhere(name: string, field: string, value: string, ahead: number): void {
  const records = byId(parseRecords(JSON.parse(server.text() ?? '')));
  const record = [...records.values()].find((one) => one.fields['name']?.value === name);
  if (!record) throw new Error(`no term ${name} on the server`);
  records.set(
    record.id,
    writeFields(record.id, record, { [field]: value }, nextStamp(null, Date.now() + ahead, 'train')),
  );
  server.put(JSON.stringify(serializeRecords(records.values())));
}

/**
 * Chooses the server on a page: first with a wrong password, which the page reports, then with the
 * right one.
 */
async function connectIn(page: Page): Promise<void> {
  await press(page, 'A WebDAV server');
  await fill(page, 'Address', server.url);
  await fill(page, 'Name', ACCOUNT.user);
  await fill(page, 'Password', 'wrong');
  await press(page, 'Connect');
  await says(page, 'does not accept this name and password');
  await fill(page, 'Password', ACCOUNT.password);
  await press(page, 'Connect');
}

it('offers both ways of sync on the first-run page; none is on until the user chooses one, and it can be turned off again', async () => {
  const welcome = await openOwn(user(), '/welcome.html');
  const on = () =>
    inPage(
      welcome,
      () => document.querySelector<HTMLInputElement>('input[type=radio]:checked')?.labels?.[0]?.innerText,
    );
  await says(welcome, 'Sync between devices');
  expect(await on()).toMatch(/^Off/);
  await press(welcome, 'The browser’s own sync');
  await says(welcome, 'Last sync');
  await press(welcome, 'Off');
  await welcome.waitForFunction(() => !document.body.innerText.includes('Last sync'));
  await connectIn(welcome);
  await says(welcome, 'Last sync');
  expect(await on()).toMatch(/^A WebDAV server/);
  await press(welcome, 'Off');
  await welcome.waitForFunction(() => !document.body.innerText.includes('Last sync'));
  await welcome.close();
});

it('adds, edits and deletes a term, and restores it', async () => {
  await addTerm(user(), { Name: 'Project Heron', Note: 'Gallium-free power stage' });
  await settings.bringToFront();
  await says(settings, 'Gallium-free power stage');
  await press(settings, 'Edit Project Heron');
  await settings.waitForFunction(() => location.pathname === '/term.html');
  await fill(settings, 'Note', 'Second power stage');
  await press(settings, 'Save');
  await settings.waitForFunction(() => location.pathname === '/options.html');
  await says(settings, 'Second power stage');
  await press(settings, 'Delete Project Heron');
  await says(settings, 'Deleted: Project Heron.');
  await press(settings, 'Undo');
  await says(settings, 'Second power stage');
});

it('imports 2,000 terms from a table, and exports all as a table and as a list', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'terms-')), 'suppliers.csv');
  await writeFile(
    file,
    `name,aliases,kind,note\n${Array.from({ length: 2000 }, (_, i) => `Supplier ${i},S-${i} Ltd,company,Quota of ${i} tonnes`).join('\n')}\n;,,,\n`,
  );
  const input = await settings.waitForSelector('#own input[type=file]');
  if (!input) throw new Error('no way to import');
  await (input as import('puppeteer-core').ElementHandle<HTMLInputElement>).uploadFile(file);
  await says(settings, '2000 added', 60_000);
  await says(settings, '2001 terms');
  await says(settings, 'Row 2002 “;”: A name of at least one letter or digit');
  expect(await inPage(settings, () => document.querySelectorAll('.own-terms tbody tr').length)).toBe(100);
  const surface = new PageSurface(settings);
  await surface.noteFiles();
  await press(settings, 'Export as table');
  await press(settings, 'Export as list');
  const [table, list] = await surface.files(2);
  expect(table?.text.trim().split('\r\n')).toHaveLength(2002);
  expect((JSON.parse(list?.text ?? '') as { entries: unknown[] }).entries).toHaveLength(2001);
});

it('copies the terms to a server that the user names, and reports the result', async () => {
  await connectIn(settings);
  await says(settings, '2001 of 2001 terms synced', 30_000);
  await untilServer((text) => text.includes('Supplier 1999') && text.includes('Second power stage'));
});

it('shows a value that two devices changed, and restores it on every device', async () => {
  await untilServer((text) => text.includes('Project Heron'));
  // Nothing may be exchanged between the two edits, so the connection is cut.
  server.fault(() => 'cut-before');
  const own = await openOwn(user(), '/options.html');
  await fill(own, 'Find in your terms', 'Heron');
  await press(own, 'Edit Project Heron');
  await own.waitForFunction(() => location.pathname === '/term.html');
  await fill(own, 'Note', 'written here');
  await press(own, 'Save');
  await own.waitForFunction(() => location.pathname === '/options.html');
  elsewhere('Project Heron', 'note', 'written on the train', 60_000);
  server.fault(() => null);
  await settings.bringToFront();
  await press(settings, 'Sync now');
  await says(settings, '1 value was changed on two devices', 30_000);
  await says(settings, 'written here');
  await press(settings, 'Restore: Project Heron');
  await untilServer((text) => text.includes('written here'));
  await own.close();
});

it('asks before many terms go that were deleted on another device, and does what the user answers', async () => {
  const suppliers = () => byId(parseRecords(JSON.parse(server.text() ?? '')));
  const deleteElsewhere = (ahead: number) => {
    const records = suppliers();
    for (const { id, fields } of [...records.values()].filter(isAlive))
      if (/^Supplier 1\d\d\d$/.test(String(fields['name']?.value)))
        records.set(id, { id, fields: {}, gone: nextStamp(null, Date.now() + ahead, 'train') });
    server.put(JSON.stringify(serializeRecords(records.values())));
  };
  deleteElsewhere(120_000);
  await settings.bringToFront();
  await press(settings, 'Sync now');
  await says(settings, '1000 terms were deleted elsewhere. Delete them here too?', 30_000);
  await says(settings, '2001 terms');
  await press(settings, 'Keep them everywhere');
  await untilServer((text) => text.includes('Supplier 1999'));
  // The server has the terms a moment before the page knows: a click now would hit a row that moves
  // up.
  await settings.waitForFunction(() => !document.body.innerText.includes('deleted elsewhere'), { timeout: 30_000 });
  await says(settings, '2001 of 2001 terms synced', 30_000);
  deleteElsewhere(240_000);
  await press(settings, 'Sync now');
  await says(settings, '1000 terms were deleted elsewhere.', 30_000);
  await press(settings, 'Delete them here too');
  await says(settings, '1001 of 1001 terms synced', 30_000);
});

it('leaves everything in place when sync is turned off', async () => {
  const before = server.text();
  const requests = server.requests.length;
  await press(settings, 'Off');
  await settings.waitForFunction(() => !document.body.innerText.includes('Sync now'));
  await says(settings, '1001 terms');
  await addTerm(user(), { Name: 'After it was turned off' });
  // Nothing may be sent; a change is sent within five seconds if sync is on.
  await pause(6_000);
  expect(server.text()).toBe(before);
  expect(server.requests.length).toBe(requests);
});

it("says which terms do not fit into the browser's own sync, and keeps all of them here", async () => {
  const random = randomFrom(3);
  const note = () => Array.from({ length: 1200 }, () => String.fromCodePoint(0x4e00 + random.below(20_000))).join('');
  await importTable(
    settings,
    `name,note\n${Array.from({ length: 60 }, (_, i) => `Dossier ${i},${note()}`).join('\n')}\n`,
  );
  await says(settings, '1062 terms', 30_000);
  await press(settings, 'The browser’s own sync');
  await says(settings, 'No room for all terms. Those left out stay safe in this browser', 30_000);
  await says(settings, '1062 terms');
  expect(await syncedBytes()).toBeLessThan(102_400);
});

it("writes to the browser's sync a few times a minute, however often the user edits", async () => {
  await settings.evaluate(
    `globalThis.browser ??= globalThis.chrome; globalThis.writes = 0; browser.storage.onChanged.addListener((_, area) => area === 'sync' && globalThis.writes++); undefined`,
  );
  for (let n = 0; n < 30; n++) {
    await importTable(settings, `name,note\nProject Heron,stage ${n}\n`);
    await says(settings, `stage ${n}`);
  }
  await expect.poll(() => syncedNotes(), { timeout: 20_000 }).toContain('stage 29');
  // 30 edits; one write each would be a quarter of what browsers allow in a minute.
  expect(await settings.evaluate('globalThis.writes')).toBeLessThan(12);
});

it('waits when the browser accepts no more writes, and tells the user', async () => {
  // Chromium accepts 120 a minute from the whole extension; Firefox does not count.
  const refused = await inPage(settings, async () => {
    for (let n = 0; n < 130; n++)
      try {
        await browser.storage.sync.set({ other: n });
      } catch {
        return true;
      }
    return false;
  });
  await importTable(settings, 'name,note\nProject Heron,the last stage\n');
  await says(settings, 'the last stage');
  await press(settings, 'Sync now');
  if (refused) await says(settings, 'The file was written too often. Tradegloss will try again later.', 30_000);
  else await expect.poll(() => syncedNotes(), { timeout: 20_000 }).toContain('the last stage');
  await says(settings, '1062 terms');
  expect(refused).toBe(inject('browser') === 'chrome');
});

it('has thrown no error', () => expect(problems).toEqual([]));
