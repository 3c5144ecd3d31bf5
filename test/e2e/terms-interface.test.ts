/** Through the interface: terms added, edited, deleted and had back, 2,000 imported, devices joined over WebDAV, a conflict shown and restored, off leaving all in place. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { findBrowser, howToInstall } from '../../lib/publish/browsers.ts';
import { closeBrowser, launchWithExtension, type Launched } from '../../lib/publish/launch.ts';
import { pack, unpack } from '../../lib/devices/pack.ts';
import { inPage } from '../../lib/publish/in-page.ts';
import { pause } from '../../lib/publish/drive.ts';
import { byId, writeFields } from '../../lib/terms/record.ts';
import { nextStamp } from '../../lib/terms/stamp.ts';
import { addTerm, fill, openOwn, press, says } from '../support/own-terms.ts';
import { buildFolder } from '../support/reader.ts';
import { startNephele } from '../support/nephele.ts';
import { ACCOUNT, withFaults, type WebdavServer } from '../support/webdav-server.ts';

let server: WebdavServer;
let launched: Launched;
let settings: Page;
const reader = () => ({ launched });
const problems: string[] = [];

beforeAll(async () => {
  server = await withFaults(await startNephele());
  const name = inject('browser');
  const executable = await findBrowser(name);
  if (!executable) throw new Error(howToInstall(name));
  // No stand-in for other hosts here: the server is this machine's, by its number.
  launched = await launchWithExtension({
    name,
    executable,
    extension: buildFolder(name, 'preview'),
    headless: true,
    prefs: { 'extensions.webextOptionalPermissionPrompts': false },
  });
  settings = await openOwn(reader(), '/options.html');
  settings.on('pageerror', (error) => problems.push(String(error)));
});
afterAll(async () => {
  await closeBrowser(launched.browser);
  await server.close();
});

/** Waits until what the server holds is as wanted. */
async function untilServer(wanted: (text: string) => boolean): Promise<string> {
  for (let tries = 0; tries < 150; tries++) {
    const text = server.text();
    if (text !== null && wanted(text)) return text;
    await pause(200);
  }
  throw new Error(`the server holds ${server.text()?.slice(0, 400) ?? 'nothing'}`);
}

/** What another device does: it knows all that the server holds, and writes one field. */
function elsewhere(name: string, field: string, value: string, ahead: number): void {
  const records = byId(unpack(JSON.parse(server.text() ?? '')));
  const record = [...records.values()].find((one) => one.fields['name']?.value === name);
  if (!record) throw new Error(`no term ${name} on the server`);
  records.set(
    record.id,
    writeFields(record.id, record, { [field]: value }, nextStamp(null, Date.now() + ahead, 'train')),
  );
  server.put(JSON.stringify(pack(records.values())));
}

it('adds, edits and deletes a term, and has it back', async () => {
  await addTerm(reader(), { Name: 'Project Heron', Note: 'Gallium-free power stage' });
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

it('imports 2,000 terms from a table', async () => {
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
});

it('carries them to a server that the reader names, and says how it went', async () => {
  await press(settings, 'A WebDAV server');
  await fill(settings, 'Address', server.url);
  await fill(settings, 'Name', ACCOUNT.user);
  await fill(settings, 'Password', 'wrong');
  await press(settings, 'Connect');
  await says(settings, 'does not accept this name and password');
  await fill(settings, 'Password', ACCOUNT.password);
  await press(settings, 'Connect');
  await says(settings, '2001 of 2001 terms in step', 30_000);
  await untilServer((text) => text.includes('Supplier 1999') && text.includes('Second power stage'));
});

it('shows a value that two devices wrote, and restores it on every device', async () => {
  await untilServer((text) => text.includes('Project Heron'));
  // Nothing may be exchanged between the two edits: the line is cut.
  server.fault(() => 'cut-before');
  const own = await openOwn(reader(), '/options.html');
  await fill(own, 'Find in your terms', 'Heron');
  await press(own, 'Edit Project Heron');
  await own.waitForFunction(() => location.pathname === '/term.html');
  await fill(own, 'Note', 'written here');
  await press(own, 'Save');
  await own.waitForFunction(() => location.pathname === '/options.html');
  elsewhere('Project Heron', 'note', 'written on the train', 60_000);
  server.fault(() => null);
  await settings.bringToFront();
  await press(settings, 'Exchange now');
  await says(settings, 'One value was written on two devices', 30_000);
  await says(settings, 'written here');
  await press(settings, 'Restore: Project Heron');
  await untilServer((text) => text.includes('written here'));
  await own.close();
});

it('leaves everything in place when it is turned off', async () => {
  const before = server.text();
  const requests = server.requests.length;
  await press(settings, 'Off');
  await settings.waitForFunction(() => !document.body.innerText.includes('Exchange now'));
  await says(settings, '2001 terms');
  await addTerm(reader(), { Name: 'After it was turned off' });
  await pause(6_000);
  expect(server.text()).toBe(before);
  expect(server.requests.length).toBe(requests);
});

it('has thrown nothing meanwhile', () => expect(problems).toEqual([]));
