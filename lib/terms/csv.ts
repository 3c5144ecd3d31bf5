/** Converts terms to a table and back. Several texts in one cell are separated by vertical bars. */
import Papa from 'papaparse';
import { guardFormulas, joinLines, unguardFormulas } from '../core/csv-cell.ts';
import type { CsvRow } from '../formats/csv-rows.ts';
import { cellsOf } from '../formats/plain-csv.ts';
import { textsIn, type TableColumns } from '../formats/table-columns.ts';
import { kindIn } from '../formats/table-kinds.ts';
import { BLANK, TERM_CASES, TERM_KINDS, TermId, type Term, type TermField } from './term.ts';
import * as v from 'valibot';

const COLUMNS = ['name', 'aliases', 'kind', 'note', 'link', 'case', 'plural', 'not', 'id'] as const;

const BAR = ' | ';
/**
 * Separates texts by bars. A bar is added at the end if the cell would otherwise be read as other
 * texts.
 */
function joined(texts: readonly string[]): string {
  const cell = texts.join(BAR);
  return JSON.stringify(textsIn(cell)) === JSON.stringify(texts) ? cell : `${cell}${BAR}`.trimEnd();
}

/** Replaces a line break, so that a note of several lines stays on one line of the file. */
const RETURN = '⏎';

const written = (cell: string): string => guardFormulas(joinLines(cell, RETURN));
const readBack = (cell: string): string => unguardFormulas(cell).replaceAll(RETURN, '\n');

/** A CSV file with all terms and a header. */
export function termsToCsv(terms: readonly Term[]): string {
  const rows = terms.map((term) => {
    const cells: Record<(typeof COLUMNS)[number], string> = {
      ...term,
      aliases: joined(term.aliases),
      not: joined(term.not),
      plural: term.plural ? 'yes' : 'no',
    };
    return COLUMNS.map((column) => written(cells[column]));
  });
  // The byte order mark tells spreadsheets that the text is UTF-8.
  return `\ufeff${Papa.unparse({ fields: [...COLUMNS], data: rows }, { newline: '\r\n' })}\r\n`;
}

/** The fields of a term that a file states. */
export type StatedTerm = Partial<Term> & { name: string };

/**
 * The fields that a row states, and the fields whose cells we do not understand. A column that is
 * missing in the table states nothing.
 */
export function statedIn(row: CsvRow, columns: TableColumns): { stated: StatedTerm; unknown: TermField[] } {
  const read = Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, readBack(cell ?? '')]));
  const { name, aliases, note, one } = cellsOf(read, columns);
  const kind = v.safeParse(v.picklist(TERM_KINDS), kindIn(one('kind') ?? ''));
  const rule = v.safeParse(v.picklist(TERM_CASES), one('case')?.toLowerCase());
  const id = v.safeParse(TermId, one('id'));
  const [link, plural, not] = [one('link'), one('plural'), one('not')];
  const unknown: TermField[] = [];
  if (!kind.success && one('kind')) unknown.push('kind');
  if (!rule.success && one('case')) unknown.push('case');
  const stated: StatedTerm = {
    name,
    ...(aliases !== undefined && { aliases: aliases.filter((alias) => alias !== name) }),
    ...(note !== undefined && { note }),
    ...(link !== undefined && { link }),
    ...(kind.success && { kind: kind.output }),
    ...(rule.success && { case: rule.output }),
    ...(plural && { plural: !/^(?:no|false|0)$/i.test(plural) }),
    ...(not !== undefined && { not: textsIn(not) }),
    ...(id.success && { id: id.output }),
  };
  return { stated, unknown };
}

const MAX_NOTE_LENGTH = 2000;

/**
 * Merges two rows of one term: all aliases, exceptions and lines of notes of both. Of other fields
 * the first row wins.
 */
export function mergeStated(first: StatedTerm, second: StatedTerm): StatedTerm {
  const all = (a: readonly string[] = [], b: readonly string[] = []) => [...new Set([...a, ...b])];
  const note = all(first.note?.split('\n'), second.note?.split('\n')).filter(Boolean).join('\n');
  const { aliases, not } = {
    aliases: all(first.aliases, second.aliases),
    not: all(first.not, second.not),
  };
  return {
    ...second,
    ...Object.fromEntries(Object.entries(first).filter(([, value]) => value !== '')),
    name: first.name,
    ...((first.aliases ?? second.aliases) && { aliases }),
    ...((first.not ?? second.not) && { not }),
    ...((first.note ?? second.note) !== undefined && {
      note: note.length > MAX_NOTE_LENGTH ? (first.note ?? '') : note,
    }),
  };
}

/** A new term with the fields that a row states. */
export const termFromRow = (stated: StatedTerm, id: string): Term => ({ ...BLANK, ...stated, id: stated.id ?? id });
