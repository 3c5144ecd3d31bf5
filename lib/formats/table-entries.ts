/**
 * The entries of a table, whatever its columns mean: rows of one id or name are one entry, what is
 * left out is noted by its row.
 */
import { digestText } from '../core/digest.ts';
import { foldName } from '../knowledge/model/knowledge-index.ts';
import type { Entry } from '../knowledge/model/schema.ts';
import { csvRows, type IsHeader, type Row } from './csv-rows.ts';
import { NotAList, type Batch, type ListContext } from './list-format.ts';
import { mergeEntries } from './merge-entries.ts';
import type { Notes } from './notes.ts';
import { rowEntry, type RowEntry } from './row-entry.ts';
import { idFromUrl } from './table-header.ts';
import { takeOnce } from './take-once.ts';

/**
 * Entries that are held until the table ends, since a later row may add to one: as text, some 600
 * bytes each.
 */
const MAX_HELD = 300_000;
const ENTRIES_AT_A_TIME = 1000;

/** Entries by the id or name of their rows, as they grow row by row. */
class HeldEntries {
  readonly #held = new Map<string, string>();
  /** Those that went on already. */
  readonly #gone = new Set<string>();
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  add(key: string, entry: Entry): void {
    const known = this.#held.get(key);
    if (known !== undefined) this.#held.set(key, JSON.stringify(mergeEntries(JSON.parse(known) as Entry, entry)));
    else if (this.#gone.has(key)) this.#notes.add(entry.name, '', 'twice', true);
    else this.#held.set(key, JSON.stringify(entry));
  }

  get isFull(): boolean {
    return this.#held.size >= MAX_HELD;
  }

  *taken(): Generator<Entry[]> {
    let batch: Entry[] = [];
    for (const [key, text] of this.#held) {
      batch.push(JSON.parse(text) as Entry);
      this.#gone.add(key);
      this.#held.delete(key);
      if (batch.length < ENTRIES_AT_A_TIME) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }
}

interface TableFormat {
  /** True for columns of the format. */
  fits: (columns: readonly string[]) => boolean;
  isHeader?: IsHeader;
  /** A row as an entry; `label`: what to call it where it has no name. */
  read: (row: Row, label: string) => RowEntry;
}

/** Throws NotAList. */
export async function* tableEntries(
  text: AsyncIterable<string>,
  { url, people }: ListContext,
  notes: Notes,
  { fits, isHeader, read }: TableFormat,
): AsyncGenerator<Batch> {
  const prefix = digestText(idFromUrl(url)).slice(0, 6);
  const held = new HeldEntries(notes);
  const once = takeOnce(notes, ({ name }: Entry) => name);
  const batchOf = (entries: readonly Entry[]): Batch => ({ entries: entries.filter(once), controls: [], acts: [] });
  const check = (columns: readonly string[]) => {
    if (!fits(columns)) throw new NotAList('no_columns', columns.slice(0, 8).join(', '));
  };
  for await (const { rows, first } of csvRows(text, check, isHeader)) {
    for (const [k, row] of rows.entries()) {
      const label = `row ${first + k}`;
      if (Object.keys(row).length === 0) continue;
      const cells = read(row, label);
      const entry = rowEntry(cells, prefix, label, notes, people);
      if (entry) held.add(cells.key ? `id ${cells.key}` : `name ${foldName(entry.name)}`, entry);
    }
    if (held.isFull) for (const entries of held.taken()) yield batchOf(entries);
    // Others on this thread have their turn.
    else yield batchOf([]);
  }
  for (const entries of held.taken()) yield batchOf(entries);
}
