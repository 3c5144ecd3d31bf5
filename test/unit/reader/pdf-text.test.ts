/**
 * Protects the marks in PDFs: whatever the layout, the mentions equal those of the plain text.
 * PDF.js reads the files in Node here, as it does in the reader.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { RawText } from '../../../lib/reader/layout/model.ts';
import { joinPages, layoutPage, textsOf, type PlacedPage } from '../../../lib/reader/layout/page-layout.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import { glosser } from '../../../lib/tools/build/gloss-text.ts';
import { drawnPdf, linesAt } from '../../support/drawn-pdf.ts';
import { PDF_FILES } from '../../support/pdf-kinds.ts';
import { NOTICE } from '../../support/pdf-files.ts';

const PACKAGE = new URL('../../../node_modules/pdfjs-dist/', import.meta.url).pathname;
const gloss = glosser([builtInList()]);

async function pagesOf(bytes: Uint8Array, password?: string): Promise<PlacedPage[]> {
  const task = getDocument({
    data: bytes.slice(),
    cMapUrl: `${PACKAGE}cmaps/`,
    standardFontDataUrl: `${PACKAGE}standard_fonts/`,
    verbosity: 0,
    ...(password !== undefined && { password }),
  });
  const pdf = await task.promise;
  const pages: PlacedPage[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const viewport = page.getViewport({ scale: 1 });
    const layout = layoutPage((await page.getTextContent()) as RawText, viewport.transform, viewport, pages.at(-1));
    joinPages(layout, pages.toReversed());
    pages.push(layout);
  }
  await task.destroy();
  return pages;
}

const mentionsIn = (texts: readonly string[]) =>
  gloss(texts, { date: '2025-11-09' }).map(({ text, entry }) => `${text.replace(/-\n|\s+/g, ' ')}: ${entry}`);
const counted = (mentions: readonly string[]) => mentions.map((one) => one.replace(/[\s-]/g, '').toLowerCase()).sort();

describe.each(PDF_FILES)('$name', ({ make }) => {
  it('has the same mentions as its plain text', async () => {
    const { bytes, paragraphs, password } = await make();
    const pages = await pagesOf(bytes, password);
    expect(pages.filter(({ hasUnreadable }) => hasUnreadable)).toEqual([]);
    const texts = textsOf(pages);
    const wanted = mentionsIn(paragraphs);
    expect(wanted.length).toBeGreaterThan(3);
    expect(counted(mentionsIn(texts))).toEqual(counted(wanted));
  });
});

it('leaves out text in a font without a character table, and reports it', async () => {
  const [page] = await pagesOf(drawnPdf(linesAt(NOTICE), { hasTable: false }));
  expect(page?.hasUnreadable).toBe(true);
  expect(page?.paragraphs).toEqual([]);
});
