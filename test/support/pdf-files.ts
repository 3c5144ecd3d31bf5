/**
 * Makes PDFs with the layout of laws, notices and alerts. Each comes with the paragraphs that a
 * user would read.
 */
import PDFDocument from 'pdfkit';

export interface PdfFile {
  bytes: Uint8Array;
  /** The paragraphs as plain text. */
  paragraphs: readonly string[];
  password?: string;
}

type Doc = PDFKit.PDFDocument;

export function makePdf(options: PDFKit.PDFDocumentOptions, draw: (pdf: Doc) => void): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'LETTER',
    margin: 72,
    info: { CreationDate: new Date('2025-11-09T12:00:00Z') },
    ...options,
  });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Uint8Array>((resolve) => pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts)))));
  draw(pdf);
  pdf.end();
  return done;
}

export const NOTICE = [
  'The Ministry of Commerce has decided, with effect from 9 November 2025 and until 27 November 2026, to suspend article 2 of Announcement No. 46 of 2024, under which exports of dual-use items related to gallium, germanium, antimony and superhard materials to the United States were in principle not licensed.',
  'During the suspension exporters apply for a licence under the rules in force for every destination. Applications made before the date of issue are examined again. The Bureau of Industry and Security has kept Huawei on the Entity List.',
  'Buyers of rare earths ask for samarium and dysprosium first, and tungsten mines reopen. Nvidia sells the H20.',
];
/** Long enough for columns and pages. */
export const LONG = [...NOTICE, ...NOTICE, ...NOTICE, ...NOTICE];

/** Paragraphs one below the other, as a word processor lays them out. */
export async function plainNotice(options: PDFKit.PDFDocumentOptions = {}): Promise<PdfFile> {
  const bytes = await makePdf(options, (pdf) => {
    pdf.font('Times-Roman').fontSize(12);
    for (const text of NOTICE) pdf.text(text, { align: 'justify' }).moveDown();
  });
  return { bytes, paragraphs: NOTICE };
}

/** A long report: each page holds the notice, with a head and a page number. */
export async function longReport(pages: number): Promise<PdfFile> {
  const bytes = await makePdf({ autoFirstPage: false, margin: 36 }, (pdf) => {
    for (let n = 1; n <= pages; n++) {
      pdf.addPage();
      pdf.font('Times-Roman').fontSize(9).text('Trade report', 72, 40, { lineBreak: false });
      pdf.text(String(n), 300, 740, { lineBreak: false });
      pdf.fontSize(12).text(`Chapter ${n}.`, 72, 90);
      for (const text of [...NOTICE, ...NOTICE]) pdf.moveDown(0.5).text(text, { align: 'justify', width: 468 });
    }
  });
  const own = (n: number) => ['Trade report', `Chapter ${n}.`, ...NOTICE, ...NOTICE, String(n)];
  return { bytes, paragraphs: Array.from({ length: pages }, (_, k) => own(k + 1)).flat() };
}

/**
 * Three chapters with a table of contents, a link to the first page, a link to the web, and two
 * links that must do nothing.
 */
export async function linkedReport(web: string): Promise<PdfFile> {
  const titles = ['First chapter', 'Second chapter', 'Third chapter'];
  const bytes = await makePdf({ autoFirstPage: false }, (pdf) => {
    for (const [k, title] of titles.entries()) {
      pdf.addPage();
      if (k === 0) pdf.addNamedDestination('start');
      pdf.outline.addItem(title);
      pdf.font('Times-Roman').fontSize(12);
      for (const text of NOTICE) pdf.text(text).moveDown();
      if (k === 1) {
        pdf.text('Back to the start', { goTo: 'start' }).moveDown();
        pdf.text('News of Lynas Rare Earths', { link: web }).moveDown();
        pdf.text('A script', { link: 'javascript:document.title="ran"' }).moveDown();
        pdf.text('A file', { link: 'file:///etc/hostname' });
      }
    }
  });
  return { bytes, paragraphs: titles.flatMap(() => NOTICE) };
}

/** Splits words into lines of a width; with `hyphenate`, also within words. */
function linesOf(pdf: Doc, text: string, width: number, hyphenate: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (words: string) => pdf.widthOfString(words) <= width;
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    const isBroken = hyphenate && /^[A-Za-z]{7,}/.test(word);
    let cut = isBroken ? word.length - 3 : 0;
    while (cut > 2 && !fits(`${line} ${word.slice(0, cut)}-`)) cut--;
    if (cut > 2) {
      lines.push(`${line} ${word.slice(0, cut)}-`);
      line = word.slice(cut);
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

interface ColumnsLook {
  columns: number;
  size?: number;
  hyphenate?: boolean;
  head?: string;
  /** First lines are indented, and no space separates paragraphs. */
  indent?: number;
  /** Lines of all columns alternate, as some programs write them. */
  interleaved?: boolean;
  footnote?: string;
  rotate?: number;
  /** Words drawn one by one, up to both edges of a column. */
  justified?: boolean;
  options?: PDFKit.PDFDocumentOptions;
}

/** Lines placed one by one: columns, running heads, footnotes, hyphens. */
export async function columnsPdf(paragraphs: readonly string[], look: ColumnsLook): Promise<PdfFile> {
  const { columns, size = 10, hyphenate = false, head = '', indent = 0, footnote = '', rotate = 0 } = look;
  const [left, top, bottom, gutter] = [54, 90, footnote ? 620 : 700, 18];
  const width = (612 - 2 * left - gutter * (columns - 1)) / columns;
  const leading = size * 1.2;
  let pages = 0;
  const bytes = await makePdf({ autoFirstPage: false, margin: 0, ...look.options }, (pdf) => {
    const placed: { text: string; x: number; y: number; page: number; gap: number }[] = [];
    let [column, y, page] = [0, top, 0];
    pdf.font('Times-Roman').fontSize(size);
    for (const paragraph of paragraphs) {
      // An indented first line is shorter: a placeholder word in front takes up the space.
      const lines = linesOf(pdf, paragraph, width - indent, hyphenate);
      for (const [k, text] of lines.entries()) {
        if (y > bottom) {
          y = top;
          if (++column === columns) [column, page] = [0, page + 1];
        }
        const start = k === 0 ? indent : 0;
        const words = text.split(' ');
        const room = width - start - words.reduce((sum, word) => sum + pdf.widthOfString(word), 0);
        const gap = look.justified && k < lines.length - 1 && words.length > 1 ? room / (words.length - 1) : 0;
        placed.push({ text, x: left + column * (width + gutter) + start, y, page, gap });
        y += leading;
      }
      if (indent === 0) y += leading;
    }
    pages = page + 1;
    for (let n = 0; n < pages; n++) {
      pdf.addPage();
      if (rotate) Object.assign(pdf.page.dictionary.data, { Rotate: rotate });
      pdf.fontSize(size);
      const own = placed.filter((one) => one.page === n);
      if (look.interleaved) own.sort((a, b) => a.y - b.y || a.x - b.x);
      for (const { text, x, y: at, gap } of own) {
        let from = x;
        for (const word of gap > 0 ? text.split(' ') : [text]) {
          pdf.text(word, from, at, { lineBreak: false });
          from += pdf.widthOfString(word) + gap;
        }
      }
      if (footnote) pdf.fontSize(size * 0.8).text(`${n + 1} ${footnote}`, left, 660, { lineBreak: false });
      if (head) pdf.fontSize(size * 0.9).text(`${head} ${n + 1}`, left, 40, { lineBreak: false });
    }
  });
  const furniture = Array.from({ length: pages }, (_, n) => [
    head && `${head} ${n + 1}`,
    footnote && `${n + 1} ${footnote}`,
  ]);
  return { bytes, paragraphs: [...paragraphs, ...furniture.flat().filter(Boolean)] };
}
