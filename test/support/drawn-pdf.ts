/**
 * Makes PDFs with each piece of text at a given position. The text uses character codes of the
 * file's own and a table that maps them to Unicode, as programs do for scripts that no standard
 * font encodes.
 */
import { pdfOf, streamOf } from './chinese-pdf.ts';

export interface Piece {
  text: string;
  x: number;
  /** From the top of the page, in points. */
  y: number;
  size?: number;
  /** Rotated clockwise by 90°, like digits in vertical text. */
  isTurned?: boolean;
}

/** A letter is half as wide as an East Asian character. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e00' && sign < '\ufb00' ? 1 : 0.5), 0);

const hex = (code: number): string => code.toString(16).padStart(4, '0');
const HEIGHT = 842;

interface Look {
  /** Without the table the codes have no known meaning. */
  hasTable?: boolean;
  /** Present but invisible, like the recognised text of a scan. */
  isInvisible?: boolean;
}

export function drawnPdf(pieces: readonly Piece[], { hasTable = true, isInvisible = false }: Look = {}): Uint8Array {
  const signs = [...new Set(pieces.flatMap(({ text }) => [...text]))];
  const codeOf = new Map(signs.map((sign, k) => [sign, k + 1]));
  const codes = (text: string) => [...text].map((sign) => hex(codeOf.get(sign) ?? 0)).join('');
  const content = pieces.map(({ text, x, y, size = 12, isTurned = false }) => {
    const turn = isTurned ? '0 -1 1 0' : '1 0 0 1';
    return `BT /F1 ${size} Tf ${isInvisible ? 3 : 0} Tr ${turn} ${x.toFixed(2)} ${(HEIGHT - y).toFixed(2)} Tm <${codes(text)}> Tj ET`;
  });
  const table = signs.map((sign, k) => `<${hex(k + 1)}> <${[...sign].map((one) => hex(one.charCodeAt(0))).join('')}>`);
  const rows = Array.from({ length: Math.ceil(table.length / 100) }, (_, k) => table.slice(100 * k, 100 * (k + 1)));
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${rows.map((row) => `${row.length} beginbfchar\n${row.join('\n')}\nendbfchar`).join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
  const widths = signs.map((sign) => 1000 * widthOf(sign)).join(' ');
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 ${HEIGHT}]/Resources<</Font<</F1 4 0 R>>>>/Contents 7 0 R>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Own/Encoding/Identity-H/DescendantFonts[5 0 R]${hasTable ? '/ToUnicode 8 0 R' : ''}>>`,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 6 0 R/DW 1000/W[1[${widths}]]>>`,
    '<</Type/FontDescriptor/FontName/AAAAAA+Own/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>',
    streamOf(content.join('\n')),
    streamOf(toUnicode),
  ]);
}

/** Lines one below the other. */
export const linesAt = (lines: readonly string[], size = 12): Piece[] =>
  lines.map((text, k) => ({ text, x: 60, y: 80 + 1.3 * size * k, size }));

/**
 * A line of a right-to-left script, as words: each lies to the left of the one before. Programs
 * write the words in reading order, or from the left.
 */
export function lineFromRight(words: readonly string[], y: number, isFromLeft: boolean, size = 12): Piece[] {
  let right = 540;
  const pieces = words.map((text) => {
    right -= size * widthOf(text);
    const piece = { text, x: right, y, size };
    right -= 0.4 * size;
    return piece;
  });
  return isFromLeft ? pieces.toReversed() : pieces;
}

/**
 * Vertical columns, the first on the right: one character at a time, digits and Latin letters
 * rotated.
 */
export function columnsFromAbove(text: string, signsAColumn: number, size = 12): Piece[] {
  const pieces: Piece[] = [];
  let [x, y] = [520, 80];
  for (const part of text.match(/[A-Za-z\d]+|[^A-Za-z\d]/gu) ?? []) {
    const isTurned = /[A-Za-z\d]/.test(part);
    const length = size * widthOf(part);
    if (y + length > 80 + signsAColumn * size) [x, y] = [x - 1.6 * size, 80];
    // An upright character stands on its base line; a rotated one starts where the last one ended.
    pieces.push({ text: part, x: isTurned ? x + 0.12 * size : x, y: isTurned ? y : y + 0.88 * size, size, isTurned });
    y += length;
  }
  return pieces;
}
