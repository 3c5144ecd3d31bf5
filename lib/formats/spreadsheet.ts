/** Converts the first sheet of an Excel workbook to CSV, which all table readers take. */
import Papa from 'papaparse';
import { joinBytes } from '../core/join-bytes.ts';
import { NotAList } from './list-format.ts';

/** Bytes of a workbook, all of which are in memory while it is read. */
export const MAX_WORKBOOK_BYTES = 25 * 1024 * 1024;
/** Rows that are converted at a time. */
const ROWS_AT_A_TIME = 500;
/** Characters of the CSV that a workbook may unpack to. */
const MAX_TEXT = 100 * 1024 * 1024;

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The first sheet as pieces of CSV. Throws NotAList for an archive that is not a workbook. */
export async function* tableOfWorkbook(bytes: Uint8Array): AsyncGenerator<string> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  let rows: string[][] = [];
  let size = 0;
  const written = (): string => {
    const text = `${Papa.unparse(rows, { newline: '\n', delimiter: ',' })}\n`;
    rows = [];
    size += text.length;
    if (size > MAX_TEXT) throw new NotAList('not_list', 'xlsx');
    return text;
  };
  try {
    for await (const { values } of streamXlsxRows(bytes)) {
      rows.push(values.map(cellText));
      if (rows.length >= ROWS_AT_A_TIME) yield written();
    }
  } catch (error) {
    if (error instanceof NotAList) throw error;
    throw new NotAList('bad_workbook');
  }
  if (rows.length > 0) yield written();
}

/** Reads a whole body; null if it has more than `most` bytes. */
export async function wholeBody(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > most) return null;
    parts.push(piece);
  }
  return joinBytes(parts);
}
