/**
 * CSV as it arrives -> rows by their column names. Memory stays bounded, whatever the file's size.
 */
import Papa from 'papaparse';
import { NotAList } from './list-format.ts';

export type Row = Partial<Record<string, string>>;

/**
 * Characters that are parsed at a time, some tens of milliseconds of work with all that follows;
 * and that one row may have.
 */
const PIECE = 1 << 15;
const LONGEST_ROW = 1 << 21;
/** Columns that are read; further ones to the right are left out. */
const MAX_COLUMNS = 500;

const columnName = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/**
 * The text before the header: a byte order mark, empty lines, the line in which spreadsheets
 * declare the separator.
 */
const BEFORE = /^\ufeff?(?:[ \t]*(?:\r\n?|\n))*(?:sep=(.)(?:\r\n?|\n))?/i;

interface Shape {
  before: string;
  delimiter: string;
  newline: '\r' | '\n';
}

/** How a table is written, as its start shows it. */
function shapeOf(text: string): Shape {
  const [before, told] = BEFORE.exec(text) ?? [''];
  // A heading in quotes may hold any sign, and the end of a line.
  const plain = text.slice(before.length, before.length + PIECE).replace(/"(?:[^"]|"")*"/g, '');
  const end = /\r\n|\r|\n|$/.exec(plain);
  const line = plain.slice(0, end?.index ?? 0);
  const count = (sign: string) => line.split(sign).length;
  return {
    before,
    delimiter: told ?? [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best)),
    // Line ends of old Macs; a line feed ends a line of any other file.
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
  // Papa's own streaming wants a File or a Node stream; its parser takes any piece and returns how
  // far it got.
  const parsed: unknown = new Papa.Parser({ delimiter, newline, preview: rows }).parse(text, 0, !last);
  if (!isParsed(parsed)) throw new Error('the CSV parser gave no rows');
  return parsed;
}

/** Decides if a line is the header of a table; `isFirst`: it is the first line of all. */
export type IsHeader = (columns: readonly string[], isFirst: boolean) => boolean;
/**
 * The origin of the names of columns: a line of the table, or, for a table without one, the caller.
 */
export type Layout = { isHeader: IsHeader } | { columns: readonly string[] };
const FIRST_LINE: Layout = { isHeader: (_, isFirst) => isFirst };

/** Lines above a header: a title, the day of issue, a note on who publishes it. */
const MAX_BANNER_LINES = 20;
const filledIn = (line: readonly string[]): number => line.filter((cell) => cell.trim() !== '').length;

/**
 * Which of the first lines is the header: one that names columns, and is wider than all above it.
 * Null where none does.
 */
function headerAt(lines: readonly string[][], isHeader: IsHeader): number | null {
  let widest = 0;
  for (const [k, line] of lines.slice(0, MAX_BANNER_LINES).entries()) {
    const filled = filledIn(line);
    if ((k === 0 || filled > widest) && isHeader(columnNames(line), k === 0)) {
      // Below groups of columns (Company, Contact) are the columns themselves.
      const below = lines[k + 1] ?? [];
      return filledIn(below) > filled && isHeader(columnNames(below), false) ? k + 1 : k;
    }
    widest = Math.max(widest, filled);
  }
  return null;
}

/** The first line that is as wide as most below it: no title above a table is. */
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

/** Names for the columns of a table that has no header: column_1, column_2 ... */
export const numberedColumns = (count: number): string[] =>
  Array.from({ length: Math.min(count, MAX_COLUMNS) }, (_, k) => `column_${k + 1}`);

/** Of two columns of one name the first one counts; the other is ''. */
function columnNames(header: readonly string[]): string[] {
  const seen = new Set<string>();
  return header.slice(0, MAX_COLUMNS).map((cell) => {
    const name = columnName(cell);
    if (seen.has(name)) return '';
    seen.add(name);
    return name;
  });
}

/** Rows in batches. `check` is given the columns once, before the first row; throws NotAList. */
export async function* csvRows(
  text: AsyncIterable<string>,
  check: (columns: readonly string[]) => void,
  layout = FIRST_LINE,
): AsyncGenerator<{ rows: Row[]; first: number }> {
  let columns: readonly string[] | null = null;
  let shape: Shape | null = null;
  let pending = '';
  let line = 0;
  /** Once, when the first line is there. */
  const begin = (): Shape => {
    if (shape) return shape;
    shape = shapeOf(pending);
    line = shape.before.split(/\r\n?|\n/).length - 1;
    pending = pending.slice(shape.before.length);
    return shape;
  };
  const take = (parsed: Parsed): { rows: Row[]; first: number } => {
    let lines = parsed.data;
    if (columns === null && lines[0]) {
      const at = 'columns' in layout ? -1 : headerIn(lines.slice(0, MAX_BANNER_LINES), layout.isHeader).at;
      columns = 'columns' in layout ? layout.columns : columnNames(lines[at] ?? []);
      check(columns);
      lines = lines.slice(at + 1);
      line += at + 1;
    }
    const names = columns ?? [];
    // Tables that were put together of several repeat their header.
    const isRepeated = (cells: readonly string[]) =>
      cells.some((cell) => cell.trim() !== '') && names.every((name, k) => columnName(cells[k] ?? '') === name);
    const first = line + 1;
    line += lines.length;
    const rows = lines.map((cells) =>
      // Spreadsheets fill up with rows of nothing.
      filledIn(cells) === 0 || isRepeated(cells)
        ? {}
        : Object.fromEntries(names.map((name, k) => [name, cells[k] ?? ''])),
    );
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
      } else if (size > LONGEST_ROW) throw new NotAList('cut_off', `row ${line + 1}`);
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
