/** Terms as a table and back. In a cell that holds several texts they stand between upright bars. */
import Papa from 'papaparse';
import { guardFormulas, joinLines, unguardFormulas } from '../core/csv-cell.ts';
import type { Row } from '../formats/csv-rows.ts';
import { BLANK, TERM_CASES, TERM_KINDS, TermId, type Term, type TermField } from './term.ts';
import * as v from 'valibot';

const COLUMNS = ['name', 'aliases', 'kind', 'note', 'link', 'case', 'plural', 'not', 'id'] as const;

const BAR = ' | ';
const split = (cell: string): string[] => [
  ...new Set(
    cell
      .split('|')
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

/** Stands for a line break, so that a note of several lines is one line of the file. */
const RETURN = '⏎';

const written = (cell: string): string => guardFormulas(joinLines(cell, RETURN));
const readBack = (cell: string): string => unguardFormulas(cell).replaceAll(RETURN, '\n');

export function termsToCsv(terms: readonly Term[]): string {
  const rows = terms.map((term) => {
    const cells: Record<(typeof COLUMNS)[number], string> = {
      ...term,
      aliases: term.aliases.join(BAR),
      not: term.not.join(BAR),
      plural: term.plural ? 'yes' : 'no',
    };
    return COLUMNS.map((column) => written(cells[column]));
  });
  // The mark at the start tells spreadsheets that the text is UTF-8.
  return `\ufeff${Papa.unparse({ fields: [...COLUMNS], data: rows }, { newline: '\r\n' })}\r\n`;
}

/** What a file says of a term: the fields that it has. */
export type Stated = Partial<Term> & { name: string };

/** A row as the fields that it states, and those whose cell says nothing that we know. Columns that the table does not have are not stated. */
export function statedIn(row: Row): { stated: Stated; unknown: TermField[] } {
  const cell = (column: string): string | undefined => {
    const text = row[column];
    return text === undefined ? undefined : readBack(text).trim();
  };
  const kind = v.safeParse(v.picklist(TERM_KINDS), cell('kind')?.toLowerCase());
  const rule = v.safeParse(v.picklist(TERM_CASES), cell('case')?.toLowerCase());
  const id = v.safeParse(TermId, cell('id'));
  const aliases = cell('aliases') ?? cell('alias');
  const note = cell('note') ?? cell('description');
  const link = cell('link') ?? cell('url');
  const [plural, not] = [cell('plural'), cell('not')];
  const unknown: TermField[] = [];
  if (!kind.success && cell('kind')) unknown.push('kind');
  if (!rule.success && cell('case')) unknown.push('case');
  const stated: Stated = {
    name: cell('name') ?? '',
    ...(aliases !== undefined && { aliases: split(aliases) }),
    ...(note !== undefined && { note }),
    ...(link !== undefined && { link }),
    ...(kind.success && { kind: kind.output }),
    ...(rule.success && { case: rule.output }),
    ...(plural && { plural: !/^(?:no|false|0)$/i.test(plural) }),
    ...(not !== undefined && { not: split(not) }),
    ...(id.success && { id: id.output }),
  };
  return { stated, unknown };
}

/** A new term with what a row states. */
export const termFromRow = (stated: Stated, id: string): Term => ({ ...BLANK, ...stated, id: stated.id ?? id });
