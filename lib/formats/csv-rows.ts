/** Parses CSV as it arrives into rows by column name. Memory is bounded for any file size. */
import Papa from 'papaparse';
import { NotAList } from './list-format.ts';

/** The cells of a row by the name of their column, in lower case. */
export type CsvRow = Partial<Record<string, string>>;

/**
 * The characters that are parsed at a time (tens of milliseconds with all later steps), and the
 * most characters of a row.
 */
const PIECE = 1 << 15;
const MAX_ROW_LENGTH = 1 << 21;
/** The most columns that are read; columns further right are ignored. */
const MAX_COLUMNS = 500;

const columnName = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/**
 * Matches lines above the header: a byte order mark, empty lines, comments ("# Source: ...") and
 * Excel's `sep=` line. A "#" alone is no comment: it heads a column of numbers.
 */
const BEFORE_HEADER = /^\ufeff?(?:[ \t]*(?:\r\n?|\n)|#(?: |\w+:)[^\r\n]*(?:\r\n?|\n))*(?:sep=(.)(?:\r\n?|\n))?/i;
const SEPARATORS = [',', ';', '\t', '|'];

interface Shape {
  before: string;
  delimiter: string;
  newline: '\r' | '\n';
}

/**
 * Some programs write a space after each comma, even before quotes. The parser would take such
 * quotes for part of the cell.
 */
function separatorWithSpace(header: string, text: string, sign: string): string {
  const cells = header.split(sign).slice(1);
  const isSpaced =
    cells.length > 0 && cells.every((cell) => cell.startsWith(' ')) && text.slice(0, PIECE).includes(`${sign} "`);
  return isSpaced ? `${sign} ` : sign;
}

/** The separator and line break of a table, guessed from its start. */
function shapeOf(text: string): Shape {
  const [before, declared] = BEFORE_HEADER.exec(text) ?? [''];
  // Quoted headings may contain separators and line breaks.
  const plain = text.slice(before.length, before.length + PIECE).replace(/"(?:[^"]|"")*"/g, '');
  const end = /\r\n|\r|\n|$/.exec(plain);
  const line = plain.slice(0, end?.index ?? 0);
  const count = (sign: string) => line.split(sign).length;
  const likeliest = SEPARATORS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  return {
    before,
    delimiter: declared ?? separatorWithSpace(line, text, likeliest),
    // Only old Macs end lines with a carriage return alone.
    newline: end?.[0] === '\r' ? '\r' : '\n',
  };
}

interface Parsed {
  data: string[][];
  errors: { code: string }[];
  meta: { cursor: number };
}
const isParsed = (value: unknown): value is Parsed =>
  value !== null && typeof value === 'object' && 'data' in value && Array.isArray(value.data) && 'meta' in value;

function parse(
  text: string,
  { delimiter, newline }: Shape,
  { last, rows = 0 }: { last: boolean; rows?: number },
): Parsed {
  // Papa's streaming needs a File or a Node stream. Its parser takes any piece and returns how far
  // it got.
  const parsed: unknown = new Papa.Parser({ delimiter, newline, preview: rows }).parse(text, 0, !last);
  if (!isParsed(parsed)) throw new Error('the CSV parser gave no rows');
  return parsed;
}

/** Decides if a line is the header of a table. `isFirst`: it is the first line of the file. */
export type IsHeader = (columns: readonly string[], isFirst: boolean) => boolean;
/** A header line gives the names of the columns; for a table without one the caller gives them. */
export type Layout = { isHeader: IsHeader } | { columns: readonly string[] };
const FIRST_LINE: Layout = { isHeader: (_, isFirst) => isFirst };

/** The most lines above a header, such as a title, a date or a note on the publisher. */
const MAX_BANNER_LINES = 20;
const isEmpty = (line: readonly string[]): boolean => line.every((cell) => cell.trim() === '');
const filledIn = (line: readonly string[]): number => line.filter((cell) => cell.trim() !== '').length;

/**
 * The index of the header: a line that names columns and is wider than all above it; null if there
 * is none.
 */
function headerAt(lines: readonly string[][], isHeader: IsHeader): number | null {
  let widest = 0;
  for (const [k, line] of lines.slice(0, MAX_BANNER_LINES).entries()) {
    const filled = filledIn(line);
    if ((k === 0 || filled > widest) && isHeader(columnNames(line), k === 0)) {
      // A line of column groups (Company, Contact) has the column names below it.
      const below = lines[k + 1] ?? [];
      return filledIn(below) > filled && isHeader(columnNames(below), false) ? k + 1 : k;
    }
    widest = Math.max(widest, filled);
  }
  return null;
}

/** The first line that is as wide as the table; titles above a table are narrower. */
function firstWideLine(lines: readonly string[][]): number {
  const widest = Math.max(0, ...lines.map(filledIn));
  return Math.max(
    0,
    lines.findIndex((line) => filledIn(line) > widest / 2),
  );
}

/** The first lines of a table, as cells. */
export function firstLines(start: string, count = MAX_BANNER_LINES): string[][] {
  const shape = shapeOf(start);
  return parse(start.slice(shape.before.length), shape, { last: true, rows: count }).data;
}

/** The header of a table among its first lines, and the columns that it names. */
export function headerIn(lines: readonly string[][], isHeader: IsHeader): { at: number; columns: string[] } {
  const at = headerAt(lines, isHeader) ?? firstWideLine(lines);
  return { at, columns: columnNames(lines[at] ?? []) };
}

/** Names for the columns of a table without header: column_1, column_2 ... */
export const numberedColumns = (count: number): string[] =>
  Array.from({ length: Math.min(count, MAX_COLUMNS) }, (_, k) => `column_${k + 1}`);

/** The column names; a repeated name becomes '', so that the first column of that name is used. */
function columnNames(header: readonly string[]): string[] {
  const seen = new Set<string>();
  return header.slice(0, MAX_COLUMNS).map((cell) => {
    const name = columnName(cell);
    if (seen.has(name)) return '';
    seen.add(name);
    return name;
  });
}

/** Rows in batches. Calls `check` with the columns before the first row. Throws NotAList. */
export async function* csvRows(
  text: AsyncIterable<string>,
  check: (columns: readonly string[]) => void,
  layout = FIRST_LINE,
): AsyncGenerator<{ rows: CsvRow[]; first: number }> {
  let columns: readonly string[] | null = null;
  let shape: Shape | null = null;
  let pending = '';
  let line = 0;
  /** Called once, when the first line is complete. */
  const begin = (): Shape => {
    if (shape) return shape;
    shape = shapeOf(pending);
    line = shape.before.split(/\r\n?|\n/).length - 1;
    pending = pending.slice(shape.before.length);
    return shape;
  };
  const take = (parsed: Parsed): { rows: CsvRow[]; first: number } => {
    let lines = parsed.data;
    if (columns === null && lines[0]) {
      const at = 'columns' in layout ? -1 : headerIn(lines.slice(0, MAX_BANNER_LINES), layout.isHeader).at;
      columns = 'columns' in layout ? layout.columns : columnNames(lines[at] ?? []);
      check(columns);
      lines = lines.slice(at + 1);
      line += at + 1;
    }
    const names = columns ?? [];
    // Tables that were joined from several files repeat their header.
    const startsAs = (name: string, cell = '') =>
      name === '' || cell.trimStart().charAt(0).toLowerCase() === name.charAt(0);
    const isRepeated = (cells: readonly string[]) =>
      names.every((name, k) => startsAs(name, cells[k])) &&
      names.every((name, k) => columnName(cells[k] ?? '') === name);
    const first = line + 1;
    line += lines.length;
    const rows = lines.map((cells) => {
      const row: CsvRow = {};
      // Spreadsheets export many empty rows.
      if (isEmpty(cells) || isRepeated(cells)) return row;
      names.forEach((name, k) => {
        row[name] = cells[k] ?? '';
      });
      return row;
    });
    return { rows, first };
  };
  let size = PIECE;
  for await (const part of text) {
    pending += part;
    while (pending.length >= size) {
      const how = begin();
      const parsed = parse(pending.slice(0, size), how, { last: false });
      if (parsed.data.length > 0) {
        yield take(parsed);
        pending = pending.slice(parsed.meta.cursor);
        size = PIECE;
      } else if (size > MAX_ROW_LENGTH) throw new NotAList('cut_off', `row ${line + 1}`);
      else size *= 2;
    }
  }
  if (columns === null && pending.trim() === '') throw new NotAList('empty');
  const how = begin();
  const parsed = parse(pending, how, { last: true });
  if (parsed.errors.some(({ code }) => code === 'MissingQuotes'))
    throw new NotAList('cut_off', `row ${line + parsed.data.length}`);
  yield take(parsed);
}
