/**
 * PDFs of the kinds that laws, notices and alerts come in, made when a test runs. Each comes with
 * the paragraphs that a user would read.
 */
import PDFDocument from 'pdfkit';
import { chinesePdf } from './chinese-pdf.ts';

export interface PdfFile {
  bytes: Uint8Array;
  /** As a plain text would have them. */
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
/** Enough of it for columns and pages. */
const LONG = [...NOTICE, ...NOTICE, ...NOTICE, ...NOTICE];

/** Paragraphs one below the other, as a word processor sets them. */
export async function plainNotice(options: PDFKit.PDFDocumentOptions = {}): Promise<PdfFile> {
  const bytes = await makePdf(options, (pdf) => {
    pdf.font('Times-Roman').fontSize(12);
    for (const text of NOTICE) pdf.text(text, { align: 'justify' }).moveDown();
  });
  return { bytes, paragraphs: NOTICE };
}

/** A long report: each page holds the notice, with a head and a number. */
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

/** Words set in lines of a width, broken where `breaks` says so. */
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
    const isBroken = hyphenate && /^[a-z]{7,}/.test(word);
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
  /** First lines stand further in, and no space parts the paragraphs. */
  indent?: number;
  /** Lines of all columns by turns, as some programs write them. */
  interleaved?: boolean;
  footnote?: string;
  rotate?: number;
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
    const placed: { text: string; x: number; y: number; page: number }[] = [];
    let [column, y, page] = [0, top, 0];
    pdf.font('Times-Roman').fontSize(size);
    for (const paragraph of paragraphs) {
      // A first line that stands further in is shorter: a word in front of it makes up for that.
      const lines = linesOf(pdf, paragraph, width - indent, hyphenate);
      for (const [k, text] of lines.entries()) {
        if (y > bottom) {
          y = top;
          if (++column === columns) [column, page] = [0, page + 1];
        }
        placed.push({ text, x: left + column * (width + gutter) + (k === 0 ? indent : 0), y, page });
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
      for (const { text, x, y: at } of own) pdf.text(text, x, at, { lineBreak: false });
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

const ROWS = [
  ['Item', 'Heading', 'Measure'],
  ['Gallium', '8112.92', 'Licence of the Ministry of Commerce'],
  ['Germanium', '8112.99', 'Licence of the Ministry of Commerce'],
  ['Antimony', '8110.10', 'Licence'],
  ['Tungsten', '8101.94', 'Licence'],
];

/** A table with lines of cells, each in its place. */
async function tablePdf(): Promise<PdfFile> {
  const bytes = await makePdf({ margin: 0 }, (pdf) => {
    pdf.font('Helvetica').fontSize(10);
    for (const [k, row] of ROWS.entries())
      for (const [n, cell] of row.entries()) pdf.text(cell, 72 + n * 140, 100 + k * 16, { lineBreak: false });
  });
  return { bytes, paragraphs: ROWS.flat() };
}

/** Text over text in another direction, as "DRAFT" across a page and a number at its side. */
async function turnedPdf(): Promise<PdfFile> {
  const bytes = await makePdf({}, (pdf) => {
    pdf
      .save()
      .rotate(-45, { origin: [300, 400] })
      .font('Helvetica')
      .fontSize(80)
      .text('DRAFT', 200, 380, { lineBreak: false })
      .restore();
    pdf.font('Times-Roman').fontSize(12);
    for (const [k, text] of NOTICE.entries()) pdf.text(text, 72, 90 + 120 * k, { width: 468, align: 'justify' });
    pdf
      .save()
      .rotate(90, { origin: [580, 100] })
      .fontSize(8)
      .text('Document 4711', 580, 100, { lineBreak: false })
      .restore();
  });
  return { bytes, paragraphs: ['DRAFT', ...NOTICE, 'Document 4711'] };
}

async function formPdf(): Promise<PdfFile> {
  const bytes = await makePdf({}, (pdf) => {
    pdf.font('Times-Roman').fontSize(12);
    for (const text of NOTICE) pdf.text(text).moveDown();
    pdf.initForm();
    pdf.formText('consignee', 72, 600, 300, 20, { value: 'Example GmbH' });
  });
  return { bytes, paragraphs: NOTICE };
}

/** Tagged, with a language, an outline and a link. */
async function taggedPdf(): Promise<PdfFile> {
  const bytes = await makePdf({ tagged: true, lang: 'en-US', displayTitle: true, pdfVersion: '1.7' }, (pdf) => {
    const root = pdf.struct('Document');
    pdf.addStructure(root);
    pdf.font('Times-Roman');
    pdf.outline.addItem('Suspension of article 2');
    for (const [k, text] of NOTICE.entries())
      root.add(
        pdf.struct(k === 0 ? 'H1' : 'P', {}, () => {
          pdf
            .fontSize(12)
            .text(text, { ...(k === 2 && { link: 'https://www.bis.gov/' }) })
            .moveDown();
        }),
      );
    root.end();
  });
  return { bytes, paragraphs: NOTICE };
}

/** Raised numbers of notes, and a line under the text. */
async function notesPdf(): Promise<PdfFile> {
  const bytes = await makePdf({ margin: 0 }, (pdf) => {
    pdf.font('Times-Roman').fontSize(11);
    pdf.text('Exports of gallium', 72, 100, { lineBreak: false });
    const x = 72 + pdf.widthOfString('Exports of gallium');
    pdf.fontSize(7).text('12', x, 98, { lineBreak: false });
    pdf
      .fontSize(11)
      .text(' and germanium need a licence of the Ministry of Commerce. Tungsten', x + 8, 100, { lineBreak: false });
    pdf.text('and antimony followed. Huawei stays on the Entity List of the Bureau of Industry', 72, 114, {
      lineBreak: false,
    });
    pdf.text('and Security.', 72, 128, { lineBreak: false });
    pdf.fontSize(8).text('12 Announcement No. 46 of 2024 of the Ministry of Commerce.', 72, 700, { lineBreak: false });
  });
  return {
    bytes,
    paragraphs: [
      'Exports of gallium and germanium need a licence of the Ministry of Commerce. Tungsten and antimony followed. Huawei stays on the Entity List of the Bureau of Industry and Security.',
      '12 Announcement No. 46 of 2024 of the Ministry of Commerce.',
    ],
  };
}

const CHINESE = [
  '商务部公告2024年第46号，加强相关两用物项对美国出口管制。原则上不予许可镓、锗、锑、超硬材料相关两用物项对美国出口。',
  '美国商务部工业和安全局将华为列入实体清单。稀土、钨、石墨的出口须经许可。',
];

/** By name, each made when it is asked for. */
export const PDF_FILES: readonly { name: string; make: () => Promise<PdfFile> }[] = [
  { name: 'a notice', make: () => plainNotice() },
  { name: 'two columns', make: () => columnsPdf(LONG, { columns: 2 }) },
  { name: 'two columns by turns', make: () => columnsPdf(LONG, { columns: 2, interleaved: true }) },
  {
    name: 'three columns as in the Federal Register',
    make: () =>
      columnsPdf([...LONG, ...LONG, ...LONG], {
        columns: 3,
        size: 9,
        hyphenate: true,
        indent: 9,
        head: 'Federal Register / Vol. 90, No. 212 / Rules and Regulations',
      }),
  },
  { name: 'hyphens', make: () => columnsPdf(LONG, { columns: 1, size: 20, hyphenate: true }) },
  { name: 'page breaks', make: () => columnsPdf([...LONG, ...LONG], { columns: 1, size: 24, head: 'Trade report' }) },
  {
    name: 'page breaks over footnotes',
    make: () => columnsPdf(LONG, { columns: 1, size: 22, footnote: 'See the Official Journal.' }),
  },
  { name: 'pages turned by 90', make: () => columnsPdf(LONG, { columns: 1, size: 14, rotate: 90 }) },
  { name: 'a table', make: tablePdf },
  { name: 'text across the text', make: turnedPdf },
  { name: 'a form', make: formPdf },
  { name: 'a tagged file', make: taggedPdf },
  { name: 'footnotes', make: notesPdf },
  {
    name: 'a file with a password',
    make: async () => ({
      ...(await plainNotice({ userPassword: 'tungsten', pdfVersion: '1.7' })),
      password: 'tungsten',
    }),
  },
  {
    name: 'a file that may not be copied from',
    make: () => plainNotice({ ownerPassword: 'x', permissions: { copying: false }, pdfVersion: '1.7' }),
  },
  { name: 'Chinese', make: async () => ({ bytes: chinesePdf(CHINESE, { vertical: false }), paragraphs: CHINESE }) },
  {
    name: 'Chinese from above',
    make: async () => ({ bytes: chinesePdf(CHINESE, { vertical: true }), paragraphs: CHINESE }),
  },
  { name: 'a report', make: () => longReport(12) },
];
