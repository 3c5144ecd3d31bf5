/**
 * A file of terms (a list in our format, or any table with a column of names) -> what would change here.
 * Nothing is deleted by an import: a term that is here already, by its id or its name, gets what the
 * file states of it; the others are new.
 */
import { cleanValue } from '../formats/clean-value.ts';
import { csvRows, type Row } from '../formats/csv-rows.ts';
import { NotAList } from '../formats/list-format.ts';
import { Notes } from '../formats/notes.ts';
import { formatOf, readerOf } from '../formats/read-list.ts';
import { statedIn, termFromRow } from './csv.ts';
import { termFrom } from './entries.ts';
import { TERM_FIELDS, faultIn, type Term, type TermField } from './term.ts';
import type { TermChange } from './own-store.ts';

export interface ImportPlan {
  changes: TermChange[];
  added: number;
  changed: number;
  same: number;
  /** What was left out: the row or entry, its name if it has one, and the field that is at fault. */
  refused: { record: string; name: string; field: TermField }[];
}

const EMPTY_CONTEXT = { url: 'https://file.invalid/terms', lastModified: null, now: 0 };
/** A file with more terms than anybody has made is some other file. */
const MOST = 20_000;

const key = (name: string) => name.normalize('NFKC').toLowerCase().trim();

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

type Stated = Partial<Term> & { name: string };

async function statedInList(text: string): Promise<Stated[]> {
  const reader = readerOf('tradegloss')(whole(text), EMPTY_CONTEXT, new Notes());
  const found: Stated[] = [];
  for (let step = await reader.next(); !step.done; step = await reader.next()) {
    for (const entry of step.value.entries) {
      const { id, ...rest } = termFrom(entry, '');
      found.push(id === '' ? rest : { ...rest, id });
    }
  }
  return found;
}

async function statedInTable(text: string): Promise<Stated[]> {
  const found: Stated[] = [];
  const check = (columns: readonly string[]) => {
    if (!columns.includes('name')) throw new NotAList('no_columns', columns.slice(0, 8).join(', '));
  };
  for await (const { rows } of csvRows(whole(text.replace(/^\ufeff/, '')), check)) {
    for (const row of rows) if (Object.keys(row).length > 0) found.push(statedIn(cleanRow(row)));
  }
  return found;
}

const cleanRow = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, String(cleanValue(cell, column, new Notes()) ?? '')]));

/** Throws NotAList for what is neither. `newId` gives an id that no term has. */
export async function planImport(text: string, here: readonly Term[], newId: () => string): Promise<ImportPlan> {
  const stated = formatOf(text.slice(0, 4000)) === 'tradegloss' ? await statedInList(text) : await statedInTable(text);
  if (stated.length === 0) throw new NotAList('no_entries');
  if (stated.length > MOST) throw new NotAList('not_list', String(stated.length));
  const byId = new Map(here.map((term) => [term.id, term]));
  const byName = new Map(here.map((term) => [key(term.name), term]));
  const plan: ImportPlan = { changes: [], added: 0, changed: 0, same: 0, refused: [] };
  const taken = new Set<string>();
  for (const [i, one] of stated.entries()) {
    const before = (one.id === undefined ? undefined : byId.get(one.id)) ?? byName.get(key(one.name));
    const term = before ? { ...before, ...one, id: before.id } : termFromRow(one, newId());
    const fault = taken.has(term.id) ? 'name' : faultIn(term);
    if (fault) plan.refused.push({ record: `${i + 1}`, name: one.name.slice(0, 120), field: fault });
    else if (before && TERM_FIELDS.every((field) => JSON.stringify(before[field]) === JSON.stringify(term[field]))) plan.same++;
    else {
      taken.add(term.id);
      plan.changes.push(before ? { term, before } : { term });
      if (before) plan.changed++;
      else {
        plan.added++;
        byName.set(key(term.name), term);
      }
    }
  }
  return plan;
}

/** Terms that are written at a time, so that an import of thousands shows its progress and can be left. */
const AT_A_TIME = 100;

export async function carryOut(plan: ImportPlan, put: (changes: readonly TermChange[]) => Promise<void>, progress: (done: number) => void): Promise<void> {
  for (let from = 0; from < plan.changes.length; from += AT_A_TIME) {
    const part = plan.changes.slice(from, from + AT_A_TIME);
    await put(part);
    progress(from + part.length);
  }
}
