/**
 * Protects the user's own data: only changed settings are stored, one file exports everything and
 * imports it again, and diagnostics name no page.
 */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import { inExtension, openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { serveList, subscribe } from '../support/lists.ts';
import { addTerm } from '../support/own-terms.ts';
import { useTestUser } from '../support/test-user.ts';
import { useSettings } from '../support/settings.ts';
import { PageSurface } from '../support/surface.ts';
import { list } from '../unit/subscriptions/list-documents.ts';

/** Stands in the extension's pages only. */
declare const browser: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } };

const user = useTestUser();
const stored = (key: string) =>
  inExtension(user().launched, async (name) => (await browser.storage.local.get(name))[name], key);
const openSettings = async () => new PageSurface(await openExtensionPage(user().launched, '/options.html'));
afterAll(() => useSettings(user().launched, {}));

it('stores only what differs from the default, and removes a setting that is set back', async () => {
  const settings = await openSettings();
  await settings.press('radio', 'Fewer');
  await settings.press('radio', 'Article only');
  await settings.press('checkbox', 'Company');
  await expect.poll(() => stored('settings')).toEqual({ density: 'fewer', scope: 'article', hiddenKinds: ['company'] });
  await settings.press('radio', 'Normal');
  await settings.press('radio', 'Whole page');
  await settings.press('checkbox', 'Company');
  await expect.poll(() => stored('settings')).toEqual({});
  await settings.close();
});

it('exports everything into one file, without a password, and imports it again', async () => {
  const owned = {
    openAfter: 800,
    muted: [{ entry: 'mineral/tin', site: null }],
    choices: [{ name: 'bis', entry: 'agency/bis' }],
    offSites: ['quiet.example'],
  };
  await useSettings(user().launched, owned);
  await addTerm(user(), { Name: 'Project Heron', Note: 'Gallium-free power stage' });
  await subscribe(user(), serveList(user(), '/lists/desk.json', list(3)), {
    title: 'Harbour desk',
    isPrivate: true,
  });
  const lists = await stored('lists');

  const before = await openSettings();
  await before.noteFiles();
  await before.press('button', 'Export');
  const [file] = await before.files(1);
  if (!file) throw new Error('no file');
  expect(Object.keys(JSON.parse(file.text) as object)).toEqual(['format', 'settings', 'terms', 'lists']);
  expect(file.text).not.toMatch(/password|authori[sz]ation/i);

  // A user without data, as on another computer.
  await useSettings(user().launched, {});
  await before.press('button', 'Delete Project Heron');
  await before.says('No terms yet');
  await before.press('button', 'Remove');
  await before.press('button', 'Remove the list');
  await before.gone('heading', '/^Harbour desk/');

  const path = join(await mkdtemp(join(tmpdir(), 'own-')), 'tradegloss-own.json');
  await writeFile(path, file.text);
  const input = await before.page.waitForSelector('#data input[type=file]');
  if (!input) throw new Error('no way to import');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  await before.says('tradegloss-own.json was read.');
  await before.says('Project Heron');
  await before.find('heading', '/^Harbour desk 10 entries · version 3/');
  await expect.poll(() => stored('settings')).toMatchObject(owned);
  // The page shows the imported values.
  await expect.poll(async () => (await before.find('radio', '0.8 s')).state['checked']).toBe('true');
  expect(await stored('lists')).toEqual(lists);
  await before.close();
});

it('the diagnostics contain what a report needs, and nothing about pages, sites and terms', async () => {
  const settings = await openSettings();
  await settings.find('heading', 'Diagnostics');
  const text = await settings.run(() => document.querySelector('#diagnostics pre')?.textContent ?? '');
  for (const part of [
    'Tradegloss ',
    'Built-in list: version',
    'Database: in use',
    'Sites allowed:',
    'Muted: 1; chosen meanings: 1',
  ])
    expect(text).toContain(part);
  for (const secret of ['apnews', 'quiet.example', 'Heron', 'tin', 'Harbour'])
    expect(text.replace('Tradegloss', '')).not.toMatch(new RegExp(`\\b${secret}\\b`));
  expect(await settings.faults()).toEqual([]);
  await settings.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
