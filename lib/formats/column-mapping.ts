/**
 * Guesses the role of each column of a table, lets the user correct the guess, and applies the
 * corrected mapping.
 */
import { firstLines, headerIn, numberedColumns, type IsHeader, type Layout } from './csv-rows.ts';
import { IGNORED, type Mapping, type SampleColumn, type TableSample } from './mapping-model.ts';
import { columnsByRole, ROLES, tableColumns, type TableColumns } from './table-columns.ts';

const SAMPLE_CELLS = 3;
/** Rows that are read to guess the column of names. */
const GUESSED_ROWS = 20;

/** The columns that have a role under the user's mapping. */
export const mappedColumns = ({ roles }: Mapping): TableColumns =>
  columnsByRole(Object.entries(roles).flatMap(([column, role]) => (role === IGNORED ? [] : [{ column, role }])));

const mappedNames = ({ roles }: Mapping): string[] =>
  Object.entries(roles).flatMap(([column, role]) => (role === IGNORED ? [] : [column]));

/** The layout of a table under the user's mapping. */
export function layoutOf(mapping: Mapping): Layout {
  const columns = mappedNames(mapping);
  if (!mapping.hasHeader) return { columns: numberedColumns(Object.keys(mapping.roles).length) };
  return { isHeader: (line) => columns.every((column) => line.includes(column)) };
}

/** Texts that are not names: numbers, dates, web addresses, codes, yes and no. */
const NO_NAME = /^(?:[\d\s.,:/%€$+-]*|https?:.*|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|[A-Za-z]{2}|true|false|yes|no)$/i;

/** A line with a number, a date or an address is data; headings are words. */
const isData = (line: readonly string[]): boolean =>
  line.some((cell) => cell.trim() !== '' && /\d|^[A-Z]{2}$/.test(cell) && NO_NAME.test(cell.trim()));

/** How much a column looks like names, 0 to 1: cells that are filled, different and short. */
function nameLikeness(cells: readonly string[]): number {
  const texts = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && !NO_NAME.test(cell) && cell.length <= 120);
  return (texts.length + new Set(texts).size) / (2 * Math.max(1, cells.length));
}
const MIN_LIKENESS = 0.5;

/** The start of a table with the role of each column, from `mapping` or guessed. */
export function tableSample(start: string, isHeader: IsHeader, mapping?: Mapping): TableSample {
  const lines = firstLines(start, 2 * GUESSED_ROWS).filter((line) => line.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...lines.map((line) => line.length));
  const found = headerIn(lines, isHeader);
  const hasHeader = mapping?.hasHeader ?? (tableColumns(found.columns) !== null || !isData(lines[found.at] ?? []));
  const isMapped: IsHeader = (line) =>
    mapping !== undefined && mappedNames(mapping).every((column) => line.includes(column));
  const { at, columns: header } = hasHeader
    ? mapping
      ? headerIn(lines, isMapped)
      : found
    : { at: -1, columns: numberedColumns(width) };
  const rows = lines.slice(at + 1, at + 1 + GUESSED_ROWS);
  const known = tableColumns(header);
  const guess = (name: string): SampleColumn['role'] => ROLES.find((role) => known?.of(role).includes(name)) ?? IGNORED;
  const columns = header.flatMap((name, k): SampleColumn[] => {
    const cells = rows.map((row) => row[k]?.trim() ?? '');
    const sample = cells.filter(Boolean).slice(0, SAMPLE_CELLS);
    return name === '' ? [] : [{ name, role: mapping?.roles[name] ?? guess(name), cells: sample }];
  });
  if (mapping || known) return { hasHeader, columns };
  // Without a known heading, takes the first column whose cells look most like names.
  const likeness = columns.map(({ name }) => nameLikeness(rows.map((row) => row[header.indexOf(name)] ?? '')));
  const best = likeness.indexOf(Math.max(...likeness));
  if ((likeness[best] ?? 0) >= MIN_LIKENESS && columns[best]) columns[best].role = 'name';
  return { hasHeader, columns };
}

/** The mapping that an import suggests: the recognised role of each column. */
export const mappingOf = ({ hasHeader, columns }: TableSample): Mapping => ({
  hasHeader,
  roles: Object.fromEntries(columns.map(({ name, role }) => [name, role])),
});
/** True if some column holds names. Other tables cannot be read. */
export const hasNames = ({ columns }: TableSample): boolean =>
  columns.some(({ role }) => role === 'name' || role === 'name part');
