/** CSV as it arrives -> rows by their column names. Memory stays bounded, whatever the file's size. */
import Papa from 'papaparse';
import { NotAList } from './list-format.ts';

export type Row = Partial<Record<string, string>>;

/** Characters that are parsed at a time, some tens of milliseconds of work with all that follows; and that one row may have. */
const PIECE = 1 << 15;
const LONGEST_ROW = 1 << 21;

const columnName = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** The sign that parts the columns, as the first line shows it. */
function delimiterOf(line: string): string {
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

interface Parsed {
  data: string[][];
  errors: { code: string }[];
  meta: { cursor: number };
}
const isParsed = (value: unknown): value is Parsed =>
  value !== null && typeof value === 'object' && 'data' in value && Array.isArray(value.data) && 'meta' in value;

function parse(text: string, delimiter: string, last: boolean): Parsed {
  // Papa's own streaming wants a File or a Node stream; its parser takes any piece and tells how far it got.
  const parsed: unknown = new Papa.Parser({ delimiter }).parse(text, 0, !last);
  if (!isParsed(parsed)) throw new Error('the CSV parser gave no rows');
  return parsed;
}

/** Rows in batches. `check` is given the columns once, before the first row; throws NotAList. */
export async function* csvRows(
  text: AsyncIterable<string>,
  check: (columns: readonly string[]) => void,
): AsyncGenerator<{ rows: Row[]; first: number }> {
  let columns: string[] | null = null;
  let delimiter = ',';
  let pending = '';
  let line = 1;
  const take = (parsed: Parsed): { rows: Row[]; first: number } => {
    let lines = parsed.data;
    if (columns === null && lines[0]) {
      columns = lines[0].map(columnName);
      check(columns);
      lines = lines.slice(1);
    }
    const names = columns ?? [];
    const first = line + 1;
    line += lines.length;
    const rows = lines.map((cells) =>
      cells.length === 1 && cells[0]?.trim() === ''
        ? {}
        : Object.fromEntries(names.map((name, k) => [name, cells[k] ?? ''])),
    );
    return { rows, first };
  };
  let size = PIECE;
  for await (const part of text) {
    pending += part;
    while (pending.length >= size) {
      if (columns === null) delimiter = delimiterOf(pending.slice(0, pending.search(/\r|\n|$/)));
      const parsed = parse(pending.slice(0, size), delimiter, false);
      if (parsed.data.length > 0) {
        yield take(parsed);
        pending = pending.slice(parsed.meta.cursor);
        size = PIECE;
      } else if (size > LONGEST_ROW) throw new NotAList('cut_off', `row ${line + 1}`);
      else size *= 2;
    }
  }
  if (columns === null) {
    if (pending.trim() === '') throw new NotAList('empty');
    delimiter = delimiterOf(pending.slice(0, pending.search(/\r|\n|$/)));
  }
  const parsed = parse(pending, delimiter, true);
  if (parsed.errors.some(({ code }) => code === 'MissingQuotes'))
    throw new NotAList('cut_off', `row ${line + parsed.data.length}`);
  yield take(parsed);
}
