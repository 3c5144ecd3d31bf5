/**
 * The reader: a PDF of the user's own is shown with the marks, cards, list and finding of a page,
 * far pages and near ones; what has no text, a password or a fault is told.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import { firstMarks, hoverMark, openCard } from '../../lib/tools/browser/drive.ts';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { plainNotice } from '../support/pdf-files.ts';
import { useReader } from '../support/reader.ts';
import { PageSurface } from '../support/surface.ts';

const reader = useReader();
const folder = mkdtempSync(join(tmpdir(), 'tradegloss-reader-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function pick(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  writeFileSync(join(folder, name), bytes);
  const input = await page.waitForSelector('input[type=file]', { timeout: 30_000 });
  await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(join(folder, name));
}

it('marks a PDF that the user chose, explains it in cards, and lists it with its pages', async () => {
  const page = await openExtensionPage(reader().launched, '/reader.html');
  await page.setViewport({ width: 1200, height: 800 });
  const surface = new PageSurface(page);
  await surface.find('heading', 'Tradegloss reader');
  await pick(page, 'notice.pdf', (await plainNotice()).bytes);
  expect((await firstMarks(page)).map(({ text }) => text)).toContain('gallium');
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await surface.find('button', 'Gallium, page 1');
  writeFileSync('/tmp/reader-shot.png', await surface.picture());
});
