/**
 * Plans the import of a file of terms (a list in our format, or any table with a column of names).
 * An import deletes nothing. A term that is here already, by its id or its name, is updated with
 * what the file states; the others are added.
 */
import { wholeText } from '../core/whole-text.ts';
import { cleanValue } from '../formats/clean-value.ts';
import { csvRows, type CsvRow } from '../formats/csv-rows.ts';
import { tableOfJson } from '../formats/json-rows.ts';
import { NotAList, type FormatName } from '../formats/list-format.ts';
import { Notes, type Note, type Reason } from '../formats/notes.ts';
import { isTableHeader } from '../formats/plain-csv.ts';
import { layoutOf, mappedColumns } from '../formats/column-mapping.ts';
import type { Mapping, TableSample } from '../formats/mapping-model.ts';
import { formatOf, readerOf, sampleOf } from '../formats/read-list.ts';
import { tableColumns, type TableColumns } from '../formats/table-columns.ts';
import { foldName } from '../knowledge/model/knowledge-index.ts';
import { mergeStated, statedIn, termFromRow, type StatedTerm } from './csv.ts';
import { termFrom } from './entries.ts';
import { TERM_FIELDS, faultIn, type Term, type TermField } from './term.ts';
import type { TermChange } from './own-store.ts';

/** What an import would change. Nothing is stored yet. */
export interface ImportPlan {
  changes: TermChange[];
  added: number;
  changed: number;
  same: number;
  flaws: Flaw[];
  /** Columns of a table that were not read. */
  ignored: string[];
  /** The columns of a table and how they were read. */
  table: TableSample | null;
}

/** A row or entry that was left out, or imported without its faulty part. */
export interface Flaw {
  /** The row's number in a spreadsheet, or the name of the entry in its list. */
  record: number | string;
  name: string;
  refused: boolean;
  /** The key of the text that gives the reason. */
  why: `term_fault_${TermField}` | `lists_reason_${Reason}`;
}

const EMPTY_CONTEXT = { url: 'https://file.invalid/terms', lastModified: null, now: 0 };
/** A file with more terms than any user has made is some other kind of file. */
const MAX_TERMS_IN_FILE = 20_000;

async function* asOnePiece(text: string): AsyncGenerator<string> {
  yield text;
}

/** Quotes lines of names as cells, because the name of a firm may contain a comma. */
const quoted = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => `"${line.trim().replaceAll('"', '""')}"`)
    .join('\n');

interface Read {
  stated: { record: number | string; term: StatedTerm }[];
  flaws: Flaw[];
  ignored: string[];
}

const flawOf = ({ record, reason, refused }: Note): Flaw => ({
  record,
  name: '',
  refused,
  why: `lists_reason_${reason}`,
});

async function readList(text: string): Promise<Read> {
  const notes = new Notes();
  const reader = readerOf('tradegloss')(asOnePiece(text), EMPTY_CONTEXT, notes);
  const stated: Read['stated'] = [];
  for (let step = await reader.next(); !step.done; step = await reader.next()) {
    for (const entry of step.value.entries) {
      const { id, ...rest } = termFrom(entry, '');
      stated.push({ record: entry.id, term: id === '' ? rest : { ...rest, id } });
    }
  }
  return { stated, flaws: notes.kept.map(flawOf), ignored: [] };
}

async function readTable(text: string, mapping: Mapping | undefined): Promise<Read> {
  const read: Read = { stated: [], flaws: [], ignored: [] };
  let columns: TableColumns = { of: () => [], ignored: [] };
  const layout = mapping ? layoutOf(mapping) : { isHeader: isTableHeader };
  const check = (found: readonly string[]) => {
    const known = mapping ? mappedColumns(mapping) : tableColumns(found);
    if (!known) throw new NotAList('no_columns', found.slice(0, 8).join(', '));
    columns = known;
    // The user's own terms have no country.
    read.ignored = [...known.ignored, ...known.of('country')];
  };
  for await (const { rows, first } of csvRows(asOnePiece(text.replace(/^\ufeff/, '')), check, layout)) {
    for (const [i, row] of rows.entries()) {
      if (Object.keys(row).length === 0) continue;
      const notes = new Notes();
      const { stated, unknown } = statedIn(cleanRow(row, notes), columns);
      const record = first + i;
      const shared = { record, name: nameOf(stated), refused: false };
      read.stated.push({ record, term: stated });
      read.flaws.push(
        ...notes.kept.map((note) => ({ ...flawOf(note), ...shared })),
        ...unknown.map((field): Flaw => ({ ...shared, why: `term_fault_${field}` })),
      );
    }
  }
  return read;
}

const nameOf = ({ name }: StatedTerm) => name.slice(0, 120);
const cleanRow = (row: CsvRow, notes: Notes): CsvRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [column, String(cleanValue(cell, column, notes) ?? '')]),
  );

/** Merges rows with the same id, or with the same name if they have no id. */
function mergedRows(rows: Read['stated']): Read['stated'] {
  const merged = new Map<string, Read['stated'][number]>();
  for (const row of rows) {
    const { term } = row;
    const key = term.id ?? (term.name === '' ? `row ${row.record}` : `name ${foldName(term.name)}`);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, term: mergeStated(known.term, term) } : row);
  }
  return [...merged.values()];
}

/** A file of names only is read as a table of one column without a header. */
const NAMES_ALONE: Mapping = { hasHeader: false, roles: { column_1: 'name' } };

/** The text of a table of any format, and the roles of its columns if they are known. */
async function tableIn(
  text: string,
  format: FormatName,
  mapping: Mapping | undefined,
): Promise<[string, Mapping | undefined]> {
  if (format === 'names') return [quoted(text), NAMES_ALONE];
  if (format !== 'json-rows') return [text, mapping];
  return [await wholeText(tableOfJson(asOnePiece(text))), mapping];
}

/**
 * Throws NotAList if the file is neither. `newId` returns an id that no term has. `mapping`: the
 * roles of the columns, if the user has set them.
 */
export async function planImport(
  text: string,
  here: readonly Term[],
  newId: () => string,
  mapping?: Mapping,
): Promise<ImportPlan> {
  const start = text.slice(0, 4000);
  const format = mapping ? 'csv' : formatOf(start);
  const { stated, flaws, ignored } =
    format === 'tradegloss' ? await readList(text) : await readTable(...(await tableIn(text, format, mapping)));
  const table = format === 'csv' ? sampleOf(start, mapping) : null;
  if (stated.length === 0) throw new NotAList('no_entries');
  if (stated.length > MAX_TERMS_IN_FILE) throw new NotAList('not_list', String(stated.length));
  const byId = new Map(here.map((term) => [term.id, term]));
  const byName = new Map(here.map((term) => [foldName(term.name), term]));
  const plan: ImportPlan = { changes: [], added: 0, changed: 0, same: 0, flaws, ignored, table };
  const taken = new Set<string>();
  for (const { record, term: one } of mergedRows(stated)) {
    const before = (one.id === undefined ? undefined : byId.get(one.id)) ?? byName.get(foldName(one.name));
    const term = before ? { ...before, ...one, id: before.id } : termFromRow(one, newId());
    const fault = faultIn(term);
    if (fault) flaws.push({ record, name: nameOf(one), refused: true, why: `term_fault_${fault}` });
    else if (taken.has(term.id)) flaws.push({ record, name: nameOf(one), refused: true, why: 'lists_reason_twice' });
    else if (before && TERM_FIELDS.every((field) => JSON.stringify(before[field]) === JSON.stringify(term[field])))
      plan.same++;
    else {
      taken.add(term.id);
      plan.changes.push(before ? { term, before } : { term });
      if (before) plan.changed++;
      else {
        plan.added++;
        byName.set(foldName(term.name), term);
      }
    }
  }
  return plan;
}

/**
 * The number of terms that are written at a time, so that an import of thousands can show its
 * progress and be cancelled.
 */
const TERMS_A_STEP = 100;

/** Writes the changes of a plan in steps. `progress` gets the number of terms written so far. */
export async function applyImport(
  plan: ImportPlan,
  put: (changes: readonly TermChange[]) => Promise<void>,
  progress: (done: number) => void,
): Promise<void> {
  for (let from = 0; from < plan.changes.length; from += TERMS_A_STEP) {
    const part = plan.changes.slice(from, from + TERMS_A_STEP);
    await put(part);
    progress(from + part.length);
  }
}
