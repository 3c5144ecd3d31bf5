/** The entries of a table, whatever its columns mean: batch by batch, each id once, what is left out noted by its row. */
import { digestText } from '../core/digest.ts';
import type { Entry } from '../knowledge/model/schema.ts';
import { csvRows, type Row } from './csv-rows.ts';
import { NotAList, type Batch, type ListContext } from './list-format.ts';
import type { Notes } from './notes.ts';
import { rowEntry, type RowEntry } from './row-entry.ts';
import { idFromUrl } from './table-header.ts';
import { takeOnce } from './take-once.ts';

/** `fits`: whether the columns are those of the format; `read`: a row, and what to call it where it has no name. Throws NotAList. */
export async function* tableEntries(
  text: AsyncIterable<string>,
  { url }: ListContext,
  notes: Notes,
  { fits, read }: { fits: (columns: readonly string[]) => boolean; read: (row: Row, label: string) => RowEntry },
): AsyncGenerator<Batch> {
  const prefix = digestText(idFromUrl(url)).slice(0, 6);
  const once = takeOnce(notes, ({ name }: Entry) => name);
  const check = (columns: readonly string[]) => {
    if (!fits(columns)) throw new NotAList('no_columns', columns.slice(0, 8).join(', '));
  };
  for await (const { rows, first } of csvRows(text, check)) {
    const entries = rows.flatMap((row, k) => {
      const label = `row ${first + k}`;
      return Object.keys(row).length === 0 ? [] : (rowEntry(read(row, label), prefix, label, notes) ?? []);
    });
    yield { entries: entries.filter(once), controls: [], acts: [] };
  }
}
