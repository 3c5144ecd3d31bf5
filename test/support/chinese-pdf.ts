/**
 * Makes PDFs with Chinese text but no embedded font, in the Unicode encoding that East Asian
 * programs use; PDF.js reads them through its character maps. The text runs in rows from left to
 * right, or in columns.
 */

const utf16 = (text: string): string =>
  [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** In points. */
const SIZE = 14;
const SIGNS_A_LINE = 30;

function linesIn(paragraphs: readonly string[]): { text: string; row: number }[] {
  let row = 0;
  return paragraphs.flatMap((paragraph) => {
    const lines: { text: string; row: number }[] = [];
    for (let at = 0; at < paragraph.length; at += SIGNS_A_LINE)
      lines.push({ text: paragraph.slice(at, at + SIGNS_A_LINE), row: row++ });
    row++;
    return lines;
  });
}

/** Joins objects, numbered from 1, into a file. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, k) => {
    const at = text.length;
    text += `${k + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

export const streamOf = (content: string): string => `<</Length ${content.length}>>\nstream\n${content}\nendstream`;

export function chinesePdf(paragraphs: readonly string[], { vertical }: { vertical: boolean }): Uint8Array {
  const leading = SIZE * 1.5;
  const place = (row: number) => (vertical ? `${520 - row * leading} 760` : `72 ${740 - row * leading}`);
  const content = linesIn(paragraphs)
    .map(({ text, row }) => `BT /F1 ${SIZE} Tf 1 0 0 1 ${place(row)} Tm <${utf16(text)}> Tj ET`)
    .join('\n');
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 7 0 R>>',
    `<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-${vertical ? 'V' : 'H'}/DescendantFonts[5 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 6 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/SimSun/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>',
    streamOf(content),
  ]);
}
