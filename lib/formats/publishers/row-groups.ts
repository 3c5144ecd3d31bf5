/** Reads consecutive rows of a table with the same key as one record. */
import { csvRows, type Layout, type CsvRow } from '../csv-rows.ts';
import { NotAList } from '../list-format.ts';
import type { RowEntry } from '../row-entry.ts';
import type { ReadRecord } from '../table-entries.ts';

interface GroupFormat {
  fits: (columns: readonly string[]) => boolean;
  layout: Layout;
  /** The key that the rows of one record share; rows without a key are skipped. */
  keyOf: (row: CsvRow) => string;
  /** Null if the rows have no name. */
  read: (rows: readonly CsvRow[]) => RowEntry | null;
}

/** The most rows of one record. More rows come only from a table with a repeated key. */
const MAX_ROWS_OF_RECORD = 5000;

/** Throws NotAList. */
export async function* groupedRecords(
  text: AsyncIterable<string>,
  { fits, layout, keyOf, read }: GroupFormat,
): AsyncGenerator<ReadRecord[]> {
  const check = (columns: readonly string[]) => {
    if (!fits(columns)) throw new NotAList('no_columns', columns.slice(0, 8).join(', '));
  };
  let group: CsvRow[] = [];
  let key = '';
  let label = '';
  const taken = (): ReadRecord[] => {
    const cells = group.length > 0 ? read(group) : null;
    group = [];
    return cells ? [{ cells, label }] : [];
  };
  for await (const { rows, first } of csvRows(text, check, layout)) {
    const records: ReadRecord[] = [];
    for (const [k, row] of rows.entries()) {
      const own = keyOf(row);
      if (own === '') continue;
      if (own !== key || group.length >= MAX_ROWS_OF_RECORD) records.push(...taken());
      if (group.length === 0) label = `row ${first + k}`;
      key = own;
      group.push(row);
    }
    yield records;
  }
  yield taken();
}

/** The first non-empty cell of a column in these rows. */
export const firstOf = (rows: readonly CsvRow[], column: string): string =>
  rows.find((row) => row[column]?.trim())?.[column]?.trim() ?? '';
