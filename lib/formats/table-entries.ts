/**
 * Makes entries from the rows of any table: rows with the same id or name become one entry, and
 * rows that are left out are noted.
 */
import { DigestSet } from '../core/digest-set.ts';
import { digestText } from '../core/digest.ts';
import { foldName } from '../knowledge/model/knowledge-index.ts';
import type { Entry } from '../knowledge/model/schema.ts';
import { csvRows, type Layout, type CsvRow } from './csv-rows.ts';
import { NotAList, type Batch, type ListContext } from './list-format.ts';
import { mergeEntries } from './merge-entries.ts';
import type { Notes } from './notes.ts';
import { rowEntry, type RowEntry } from './row-entry.ts';
import { idFromUrl } from './table-header.ts';
import { duplicateFilter } from './duplicate-filter.ts';

/**
 * Entries that are held back because a later row may add to them, some 600 bytes each. Above this
 * number the oldest are passed on, so that they are written while the next are read.
 */
const MAX_HELD = 300_000;
const ENTRIES_AT_A_TIME = 1000;

/** Held entries by the id or name of their rows. */
class HeldEntries {
  readonly #held = new Map<string, Entry>();
  /** Keys of entries that were already passed on. */
  readonly #gone = new DigestSet();
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  add(key: string, entry: Entry): void {
    const known = this.#held.get(key);
    if (known !== undefined) this.#held.set(key, mergeEntries(known, entry));
    else if (this.#gone.has(key)) this.#notes.add(entry.name, '', 'twice', true);
    else this.#held.set(key, entry);
  }

  get size(): number {
    return this.#held.size;
  }

  /** Passes on the oldest entries while more than `most` are held. */
  *taken(most: number): Generator<Entry[]> {
    while (this.#held.size > most) {
      const batch: Entry[] = [];
      for (const [key, entry] of this.#held) {
        if (batch.length >= ENTRIES_AT_A_TIME || this.#held.size <= most) break;
        batch.push(entry);
        this.#gone.add(key);
        this.#held.delete(key);
      }
      yield batch;
    }
  }
}

/** A record of a table. `label`: its name in notes if it has no name. */
export interface ReadRecord {
  cells: RowEntry;
  label: string;
}

/** Merges records of one id, or of one name without id, into entries. Rethrows NotAList. */
export async function* entriesOf(
  records: AsyncIterable<readonly ReadRecord[]>,
  { url, people }: ListContext,
  notes: Notes,
): AsyncGenerator<Batch> {
  const prefix = digestText(idFromUrl(url)).slice(0, 6);
  const held = new HeldEntries(notes);
  const once = duplicateFilter(notes, ({ name }: Entry) => name);
  const batchOf = (entries: readonly Entry[]): Batch => ({
    entries: entries.filter(once),
    controls: [],
    acts: [],
    held: held.size,
  });
  for await (const batch of records) {
    for (const { cells, label } of batch) {
      const entry = rowEntry(cells, prefix, label, notes, people);
      if (entry) held.add(cells.key ? `id ${cells.key}` : `name ${foldName(entry.name)}`, entry);
    }
    for (const entries of held.taken(MAX_HELD)) yield batchOf(entries);
    // Lets other work on this thread run.
    yield batchOf([]);
  }
  for (const entries of held.taken(0)) yield batchOf(entries);
}

interface TableFormat {
  /** True if the columns are those of the format. */
  fits: (columns: readonly string[]) => boolean;
  layout?: Layout;
  /** Null for a row without a name. `label`: the name of such a row in notes. */
  read: (row: CsvRow, label: string) => RowEntry | null;
}

/** Throws NotAList. */
export async function* tableRecords(
  text: AsyncIterable<string>,
  { fits, layout, read }: TableFormat,
): AsyncGenerator<ReadRecord[]> {
  const check = (columns: readonly string[]) => {
    if (!fits(columns)) throw new NotAList('no_columns', columns.slice(0, 8).join(', '));
  };
  for await (const { rows, first } of csvRows(text, check, layout))
    yield rows.flatMap((row, k) => {
      const label = `row ${first + k}`;
      const cells = Object.keys(row).length === 0 ? null : read(row, label);
      return cells ? [{ cells, label }] : [];
    });
}

/** Throws NotAList. */
export const tableEntries = (
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
  format: TableFormat,
): AsyncGenerator<Batch> => entriesOf(tableRecords(text, format), context, notes);
