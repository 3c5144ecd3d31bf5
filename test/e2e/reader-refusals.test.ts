/**
 * What the reader says if there is no document: why, and what the user can do next. The next
 * document can be opened from the same screen.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import { firstMarks } from '../../lib/tools/browser/drive.ts';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { plainNotice } from '../support/pdf-files.ts';
import { ELSEWHERE, useTestUser } from '../support/test-user.ts';
import { PageSurface } from '../support/surface.ts';

const user = useTestUser();
const folder = mkdtempSync(join(tmpdir(), 'tradegloss-refusals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens an address of a host that the preview may read. */
async function open(path: string): Promise<{ page: Page; surface: PageSurface; url: string }> {
  const url = user().url(path);
  const page = await openExtensionPage(user().launched, `/reader.html#${new URLSearchParams({ url })}`);
  await page.setViewport({ width: 1200, height: 800 });
  return { page, surface: new PageSurface(page), url };
}

async function pick(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  writeFileSync(join(folder, name), bytes);
  const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(folder, name));
}

const textsOfMarks = async (page: Page): Promise<string[]> => (await firstMarks(page)).map(({ text }) => text);
const SIGN_IN = '<!doctype html><title>Sign in</title><form><p>Sign in to go on.</p><input type="password"></form>';

it.each([
  ['refused', { status: 403, body: 'no' }, 'refused to send the document (403)'],
  ['missing', { status: 404, body: 'no' }, 'has no document at this address (404)'],
  ['server fault', { status: 503, body: 'no' }, 'answered with an error (503)'],
  ['cut off', { drops: true, body: '' }, 'could not be reached'],
  ['sign-in page', { body: SIGN_IN }, 'sent a web page instead of the document'],
  ['Word file', { body: 'PK\x03\x04 word/document.xml', type: 'application/pdf' }, 'an Office file (Word)'],
])('of a PDF address that is %s says so, leads to the address, and tries again', async (name, served, says) => {
  const path = `/${name.replace(/\W/g, '-')}.pdf`;
  user().serve(served, path);
  const { page, surface, url } = await open(path);
  await surface.says(says);
  expect(await surface.faults()).toEqual([]);
  await surface.find('link', 'Open it in a tab');
  const [href, rel] = await inPage(page, () => {
    const link = document.querySelector<HTMLAnchorElement>('.open-screen a.btn');
    return [link?.href, link?.rel];
  });
  expect([href, rel]).toEqual([url, 'noopener noreferrer']);
  user().serve({ body: Buffer.from((await plainNotice()).bytes), type: 'application/pdf' }, path);
  await surface.press('button', 'Try again');
  expect(await textsOfMarks(page)).toContain('gallium');
  await page.close();
});

it('opens a PDF behind an address without its name, and calls it as the server does', async () => {
  const headers = { 'content-disposition': "attachment; filename*=UTF-8''Notice%20No.%2046.pdf; filename=x.pdf" };
  const body = Buffer.from((await plainNotice({ info: { Title: '' } })).bytes);
  user().serve({ body, type: 'application/octet-stream', headers }, '/stored/7');
  // First it leads to another address of the same host, which the user need not allow again.
  user().serve({ body: '', status: 302, headers: { location: '/stored/7' } }, '/download');
  const { page, surface } = await open('/download?id=7');
  expect(await textsOfMarks(page)).toContain('gallium');
  await surface.says('Notice No. 46.pdf');
  await page.close();
});

it('asks for the host to which an address leads before it asks there', async () => {
  const location = user().url('/stored.pdf', ELSEWHERE);
  user().serve({ body: '', status: 302, headers: { location } }, '/moved');
  const { page, surface, url } = await open('/moved');
  await surface.says(`The address on ${new URL(url).hostname} leads to ${ELSEWHERE}.`);
  await surface.find('button', `Allow ${ELSEWHERE} and open`);
  expect(user().site.requests.filter(({ host }) => host === ELSEWHERE)).toEqual([]);
  await page.close();
});

it('refuses files of other kinds by their content, and opens the next file from the same screen', async () => {
  const page = await openExtensionPage(user().launched, '/reader.html');
  const surface = new PageSurface(page);
  await pick(page, 'notice.txt', 'PK\x03\x04 [Content_Types].xml word/document.xml');
  await surface.says('This is an Office file (Word).');
  await pick(page, 'notice', `PK\x03\x04 ${'-'.repeat(30)} notice.pdf %PDF-1.7`);
  await surface.says('This is an archive (zip).');
  await pick(page, 'notice.md', Buffer.from('\x89PNG and no zero', 'latin1'));
  await surface.says('This is a picture (PNG).');
  expect(await surface.faults()).toEqual([]);
  await pick(page, 'notice.txt', 'Exports of gallium need a licence.');
  expect(await textsOfMarks(page)).toEqual(['gallium']);
  await page.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
