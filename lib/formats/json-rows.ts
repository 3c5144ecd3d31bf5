/** Reads a JSON array of objects, as programs export tables, as a table. */
import Papa from 'papaparse';
import { wholeText } from '../core/whole-text.ts';
import { NotAList, type Batch, type ListContext, type ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { readPlainCsv } from './plain-csv.ts';
import { isFields, type Fields } from './remove-refused-fields.ts';
import { jsonIn } from './tradegloss-json.ts';

/** The most columns that are read. They come from the keys of the first objects. */
const MAX_COLUMNS = 500;
/** Objects that are converted to text at a time. */
const ROWS_AT_A_TIME = 500;

/** True if a text starts like an array of objects. */
export const isJsonRows = (text: string): boolean => /^\[\s*\{/.test(text);

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/**
 * Writes an array with a bar after each text. Even a single text gets a bar, since it may contain
 * commas.
 */
function cellOf(value: unknown): string {
  if (isPlain(value)) return String(value);
  return Array.isArray(value)
    ? value
        .filter(isPlain)
        .map((one) => `${one} |`)
        .join(' ')
    : '';
}

function columnsOf(rows: readonly Fields[]): string[] {
  const columns = new Set<string>();
  for (const row of rows) {
    for (const key of Object.keys(row)) columns.add(key);
    if (columns.size >= MAX_COLUMNS) break;
  }
  return [...columns].slice(0, MAX_COLUMNS);
}

/** Converts the array to CSV. Throws NotAList. */
export async function* tableOfJson(text: AsyncIterable<string>): AsyncGenerator<string> {
  const document = jsonIn((await wholeText(text)).trim());
  const rows = Array.isArray(document) ? document.filter(isFields) : [];
  if (rows.length === 0) throw new NotAList('not_list');
  const columns = columnsOf(rows);
  yield `${Papa.unparse([columns], { newline: '\n' })}\n`;
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) {
    const cells = rows.slice(from, from + ROWS_AT_A_TIME).map((row) => columns.map((column) => cellOf(row[column])));
    yield `${Papa.unparse(cells, { newline: '\n' })}\n`;
  }
}

/** Reads the array as if it were a CSV table with the same columns. */
export const readJsonRows = (
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> => readPlainCsv(tableOfJson(text), context, notes);
