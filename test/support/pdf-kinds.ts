/** The kinds of PDFs that the reader must read, each with its text. */
import { readFileSync } from 'node:fs';
import { chinesePdf } from './chinese-pdf.ts';
import { columnsFromAbove, drawnPdf, lineFromRight, linesAt } from './drawn-pdf.ts';
import { columnsPdf, LONG, longReport, makePdf, NOTICE, plainNotice, type PdfFile } from './pdf-files.ts';

const ROWS = [
  ['Item', 'Heading', 'Measure'],
  ['Gallium', '8112.92', 'Licence of the Ministry of Commerce'],
  ['Germanium', '8112.99', 'Licence of the Ministry of Commerce'],
  ['Antimony', '8110.10', 'Licence'],
  ['Tungsten', '8101.94', 'Licence'],
];

/** A table whose cells have several lines at fixed positions. */
async function tablePdf(): Promise<PdfFile> {
  const bytes = await makePdf({ margin: 0 }, (pdf) => {
    pdf.font('Helvetica').fontSize(10);
    for (const [k, row] of ROWS.entries())
      for (const [n, cell] of row.entries()) pdf.text(cell, 72 + n * 140, 100 + k * 16, { lineBreak: false });
  });
  return { bytes, paragraphs: ROWS.flat() };
}

const PRICES = [
  ['Material', 'Grade', 'USD/kg', 'Week', 'Remarks'],
  ['Gallium', '99.99%, Rotterdam', '1,075.00', '+2.4%', 'Licence of the Ministry of Commerce'],
  ['Germanium', 'metal, 99.999%', '5,000.00', '0.0%', 'Buyers return to Umicore'],
  ['Antimony', 'ingot 99.65%', '48.50', '-3.1%', 'United States Antimony adds furnaces'],
  ['Dysprosium oxide', '99.5% FOB China', '255.00', '-1.2%', 'Announcement No. 18 of 2025 stays in force'],
];
const PRICES_NOTE = 'Sources: Shanghai Metals Market and London Metal Exchange.';

/** A table whose columns are as close together as columns of prose. */
async function pricesPdf(): Promise<PdfFile> {
  const bytes = await makePdf({}, (pdf) => {
    pdf.font('Helvetica').fontSize(8.5);
    pdf.table({ columnStyles: [80, 95, 60, 45, '*'], data: PRICES });
    pdf.moveDown().fontSize(9).text(PRICES_NOTE);
  });
  return { bytes, paragraphs: [...PRICES.flat(), PRICES_NOTE] };
}

/** Cells, with the lines of each. */
const HEADINGS = [
  [['Unwrought, and powders of it'], ['Gallium'], ['Licence, Announcement No. 23 of 2023']],
  [['Unwrought, other than waste and scrap', 'of the kinds below'], ['Germanium'], ['Licence, then suspended in part']],
  [['Unwrought'], ['Antimony'], ['Quota of the Ministry of Commerce']],
  [['Compounds of metals, also those', 'of mixtures'], ['Yttrium'], ['Announcement No. 18 of 2025']],
  [['Powders'], ['Tungsten'], ['Licence of the Ministry of Commerce']],
];

/**
 * As a browser prints it: columns as wide as their words, and rows hardly further apart than lines.
 */
async function headingsPdf(): Promise<PdfFile> {
  const [size, leading, space] = [8.5, 10.5, 3.7];
  const bytes = await makePdf({ margin: 0 }, (pdf) => {
    pdf.font('Times-Roman').fontSize(size);
    let top = 64;
    for (const row of HEADINGS) {
      for (const [n, lines] of row.entries())
        for (const [k, line] of lines.entries())
          pdf.text(line, [103, 307, 379][n] ?? 0, top + k * leading, { lineBreak: false });
      top += Math.max(...row.map(({ length }) => length)) * leading + space;
    }
    for (const [k, text] of NOTICE.entries()) pdf.text(text, 54, top + 10 + k * 60, { width: 504 });
  });
  return { bytes, paragraphs: [...HEADINGS.flatMap((row) => row.map((lines) => lines.join(' '))), ...NOTICE] };
}

/** Text over text in another direction: "DRAFT" across a page, and a number at its side. */
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

/** A tagged file with a language, an outline and a link. */
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

/** Raised note numbers, and a footnote under a line. */
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

/** Characters that Chromium prints as radicals and vertical marks of the same look. */
const LOOKALIKES = new Map(
  Object.entries({ 土: '⼟', 用: '⽤', 口: '⼝', 人: '⼈', 民: '⺠', 石: '⽯', 长: '⻓', '。': '︒' }),
);
const withLookalikes = (text: string): string => [...text].map((sign) => LOOKALIKES.get(sign) ?? sign).join('');

const rowsOf = (text: string, signs: number): string[] =>
  Array.from({ length: Math.ceil(text.length / signs) }, (_, k) => text.slice(k * signs, (k + 1) * signs));

const CHINESE_LAW =
  '根据中华人民共和国出口管制法和两用物项出口管制条例，商务部公告2025年第18号对稀土永磁材料、石墨实施出口管制。英伟达的H20芯片须经许可，长江存储列入实体清单。';

const HEBREW = [
  ['משרד המסחר הגביל יצוא של', 'gallium', 'ושל', 'germanium', 'לפי', 'Announcement No. 46 of 2024', 'אמר', 'Bureau of'],
  ['Industry and Security', 'וחברת', 'Huawei', 'נמצאת ברשימה', 'Entity List', 'של הממשלה'],
];
const hebrewPdf = (isFromLeft: boolean): PdfFile => ({
  bytes: drawnPdf(HEBREW.flatMap((words, k) => lineFromRight(words, 100 + 16 * k, isFromLeft, 9))),
  paragraphs: [HEBREW.flat().join(' ')],
});

/** Justified lines with few words, whose gaps are wider than those between columns. */
async function stretchedPdf(): Promise<PdfFile> {
  const lines = [
    ['Exporters of gallium and dysprosium to the United'],
    ['States', 'need', 'a', 'licence', 'under', 'Announcement', 'No.'],
    ['18 of 2025 of the Ministry of Commerce in Beijing,'],
    ['and', 'the', 'Bureau', 'of', 'Industry', 'and', 'Security'],
    ['has kept Huawei on the Entity List for many years'],
  ];
  const bytes = await makePdf({ margin: 0 }, (pdf) => {
    pdf.font('Times-Roman').fontSize(10);
    const width = Math.max(...lines.map(([only = '', ...others]) => (others.length > 0 ? 0 : pdf.widthOfString(only))));
    for (const [k, words] of lines.entries()) {
      const room = width + 20 - words.reduce((sum, word) => sum + pdf.widthOfString(word), 0);
      const gap = words.length > 1 ? room / (words.length - 1) : 0;
      // The spaces stretch a line of one piece to the width of the column.
      const options = {
        lineBreak: false,
        wordSpacing: words.length > 1 ? 0 : room / ((words[0] ?? '').split(' ').length - 1),
      };
      let x = 72;
      for (const word of words) {
        pdf.text(word, x, 100 + 12 * k, options);
        x += pdf.widthOfString(word) + gap;
      }
    }
  });
  return { bytes, paragraphs: [lines.flat().join(' ')] };
}

/** Several such lines below each other: some have no neighbour without wide gaps. */
async function stretchedBlockPdf(): Promise<PdfFile> {
  const rows = [
    'Exporters of gallium and of dysprosium',
    'to the United States',
    'from Applied Materials',
    'and Lam Research have',
    'said that the Entity List would stay',
  ];
  const bytes = await makePdf({ margin: 0 }, (pdf) => {
    pdf.font('Times-Roman').fontSize(10);
    for (const [k, row] of rows.entries()) {
      const words = row.split(' ');
      const gap = (190 - words.reduce((sum, word) => sum + pdf.widthOfString(word), 0)) / (words.length - 1);
      let x = 72;
      for (const word of words) {
        pdf.text(word, x, 100 + 12 * k, { lineBreak: false });
        x += pdf.widthOfString(word) + gap;
      }
    }
  });
  return { bytes, paragraphs: [rows.join(' ')] };
}

/** A note as close as words on the line it belongs to, and a note with a raised number. */
async function sideNotesPdf(): Promise<PdfFile> {
  const lines = [
    'Exports to Huawei are licensed by the Bureau of Industry',
    'and Security, and those of gallium by others.',
  ];
  const notes = ['See the Entity', 'List.'];
  const bytes = await makePdf({ margin: 0 }, (pdf) => {
    const put = (text: string, x: number, y: number, size: number) =>
      pdf.fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    pdf.font('Times-Roman').fontSize(11);
    const right = 82 + pdf.widthOfString(lines[0] ?? '');
    for (const [k, line] of lines.entries()) put(line, 72, 100 + 13 * k, 11);
    for (const [k, note] of notes.entries()) put(note, right, 100 + 13 * k, 8);
    put('12', 72, 697, 5);
    put('Section 301 of the Trade Act of 1974.', 72 + pdf.widthOfString('12'), 700, 8);
  });
  return { bytes, paragraphs: [lines.join(' '), notes.join(' '), '12 Section 301 of the Trade Act of 1974.'] };
}

/** Note numbers after a number, and a line that they push down. */
async function notesBehindNumbersPdf(): Promise<PdfFile> {
  const bytes = await makePdf({ margin: 0 }, (pdf) => {
    const put = (text: string, x: number, y: number, size = 11) =>
      pdf.fontSize(size).text(text, x, y, { lineBreak: false });
    pdf.font('Times-Roman').fontSize(11);
    put('The chips that Nvidia sells are the H20', 72, 100);
    const x = 72 + pdf.widthOfString('The chips that Nvidia sells are the H20');
    put('3', x, 98, 7);
    put(' and the H200, made on machines of Lam', x + 5, 100);
    put('Research and of the company in California that all the world knows and calls Applied', 72, 118);
    put('Materials, for Huawei.', 72, 131);
  });
  return {
    bytes,
    paragraphs: [
      'The chips that Nvidia sells are the H20 and the H200, made on machines of Lam Research and of the company in California that all the world knows and calls Applied Materials, for Huawei.',
    ],
  };
}

/** Small capitals: all letters are capitals, in two sizes. */
async function smallCapitalsPdf(): Promise<PdfFile> {
  const text = 'The Bureau of Industry and Security and the Ministry of Commerce have put Huawei on the Entity List.';
  const bytes = await makePdf({ margin: 0 }, (pdf) => {
    pdf.font('Times-Roman');
    let x = 60;
    for (const part of text.match(/[A-Z]|[^A-Z]+/g) ?? []) {
      pdf
        .fontSize(/[A-Z]/.test(part) ? 11 : 8.5)
        .text(part.toUpperCase(), x, 100, { lineBreak: false, baseline: 'alphabetic' });
      x += pdf.widthOfString(part.toUpperCase());
    }
  });
  return { bytes, paragraphs: [text.toUpperCase()] };
}

const WITH_LIGATURES = [
  'The Oﬃce of Foreign Assets Control and the Oﬃce of the United States',
  'Trade Representative ﬁned Huawei, which ﬂew gallium and germanium.',
];

/** Invisible text over a picture, line by line. */
const SCANNED = linesAt((NOTICE.join(' ').match(/.{1,70}(?:\s|$)/g) ?? []).map((line) => line.trim()));

/** The text of `test/documents/tex.pdf`. */
const TEX = [
  'The Office of Foreign Assets Control, the Bureau of Industry and Security and the Office of the United States Trade Representative act under the International Emergency Economic Powers Act, the Export Control Reform Act of 2018 and Section 301 of the Trade Act of 1974.',
  'China answered with Announcement No. 46 of 2024, Announcement No. 10 of 2025 and Announcement No. 18 of 2025. Gallium, germanium, antimony, tungsten, tellurium, bismuth, molybdenum, indium, samarium, gadolinium, terbium, dysprosium, lutetium, scandium and yttrium need a licence of the Ministry of Commerce.',
  'Nvidia sells the H20 and the H200. Huawei, Semiconductor Manufacturing International Corporation and Yangtze Memory Technologies are on the Entity List; Applied Materials, Lam Research and Tokyo Electron make the machines. The first official filings say so.',
];

/** A file from `test/documents/`; the README there says how it was made. */
const madeFile = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../documents/${name}`, import.meta.url)));

/** By name. Each file is made on request. */
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
  {
    name: 'four narrow justified columns',
    make: () => columnsPdf([...LONG, ...LONG], { columns: 4, size: 11, indent: 9, justified: true }),
  },
  { name: 'four narrow columns', make: () => columnsPdf([...LONG, ...LONG], { columns: 4, size: 11 }) },
  { name: 'a note at the side, and one behind a raised number', make: sideNotesPdf },
  { name: 'hyphens', make: () => columnsPdf(LONG, { columns: 1, size: 20, hyphenate: true }) },
  { name: 'page breaks', make: () => columnsPdf([...LONG, ...LONG], { columns: 1, size: 24, head: 'Trade report' }) },
  {
    name: 'page breaks over footnotes',
    make: () => columnsPdf(LONG, { columns: 1, size: 22, footnote: 'See the Official Journal.' }),
  },
  { name: 'pages turned by 90', make: () => columnsPdf(LONG, { columns: 1, size: 14, rotate: 90 }) },
  { name: 'a table', make: tablePdf },
  { name: 'a table whose columns stand close together', make: pricesPdf },
  { name: 'a table with cells of one word and cells over lines', make: headingsPdf },
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
  { name: 'justified lines with few words', make: stretchedPdf },
  { name: 'justified lines with few words below each other', make: stretchedBlockPdf },
  { name: 'notes behind numbers', make: notesBehindNumbersPdf },
  { name: 'small capitals', make: smallCapitalsPdf },
  {
    name: 'ligatures',
    make: async () => ({
      bytes: drawnPdf(linesAt(WITH_LIGATURES)),
      paragraphs: [WITH_LIGATURES.join(' ').normalize('NFKC')],
    }),
  },
  {
    name: 'Chinese whose signs are named as radicals',
    make: async () => ({
      bytes: drawnPdf(linesAt(rowsOf(withLookalikes(CHINESE_LAW), 30))),
      paragraphs: [CHINESE_LAW],
    }),
  },
  {
    name: 'Chinese from above, each sign drawn by itself',
    make: async () => ({
      bytes: drawnPdf(columnsFromAbove(withLookalikes(CHINESE_LAW), 30)),
      paragraphs: [CHINESE_LAW],
    }),
  },
  { name: 'Hebrew, its lines written from the right', make: async () => hebrewPdf(false) },
  { name: 'Hebrew, its lines written from the left', make: async () => hebrewPdf(true) },
  {
    name: 'a scan in which text was recognised',
    make: async () => ({ bytes: drawnPdf(SCANNED, { isInvisible: true }), paragraphs: [NOTICE.join(' ')] }),
  },
  {
    name: 'a linearised file of PDF 2.0 with an attachment',
    make: async () => ({ bytes: madeFile('linearised.pdf'), paragraphs: NOTICE }),
  },
  {
    name: 'two columns by TeX, with ligatures',
    make: async () => ({ bytes: madeFile('tex.pdf'), paragraphs: [...TEX, 'Form 8-K of Nvidia.'] }),
  },
];
