/**
 * Reads a table by a user or a publisher. Only a column of names is required; other known columns
 * are used.
 */
import type { Source } from '../knowledge/model/schema.ts';
import { countriesIn } from './country-words.ts';
import { layoutOf, mappedColumns } from './column-mapping.ts';
import type { IsHeader, CsvRow } from './csv-rows.ts';
import type { Batch, ListContext, ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { linkOf, type RowEntry } from './row-entry.ts';
import { countriesFact } from './several-countries.ts';
import { kindIn } from './table-kinds.ts';
import { tableColumns, textsIn, type Role, type TableColumns } from './table-columns.ts';
import { tableEntries } from './table-entries.ts';
import { fileTitle, tableHeader } from './table-header.ts';

/**
 * Known column names that make a line below the first the header. A single one may be a word of a
 * data row.
 */
const MIN_KNOWN_BELOW_FIRST = 2;

/**
 * True if a row has a column of names. Below the first row, where titles may stand, several columns
 * must be known.
 */
export const isTableHeader: IsHeader = (columns, isFirst) => {
  const known = tableColumns(columns);
  if (!known) return false;
  return isFirst || columns.filter(Boolean).length - known.ignored.length >= MIN_KNOWN_BELOW_FIRST;
};

/** The cells of a row by role. */
export function cellsOf(row: CsvRow, columns: TableColumns) {
  const cells = (role: Role) =>
    columns.of(role).flatMap((column) => {
      const cell = row[column]?.trim() ?? '';
      return cell === '' ? [] : [cell];
    });
  const parts = cells('name part');
  const [whole] = cells('name');
  // If the name is in parts, a whole name beside them is an alias.
  const others = parts.length > 0 && whole !== undefined ? [whole] : [];
  const hasAliases = columns.of('alias').length + others.length > 0;
  return {
    name: parts.length > 0 ? parts.join(' ') : (whole ?? ''),
    aliases: hasAliases ? [...others, ...cells('alias').flatMap(textsIn)] : undefined,
    /** Only people have names in parts. */
    isPerson: parts.length > 1,
    /** Several columns of notes are joined as lines. */
    note: columns.of('note').length > 0 ? cells('note').join('\n') : undefined,
    /** Columns of the country and of the nationality, for example. */
    places: cells('country'),
    one: (role: Role): string | undefined => (columns.of(role).length > 0 ? (cells(role)[0] ?? '') : undefined),
  };
}

const NUMBER = /^\d+$/;
const WIKIDATA_NUMBER = /^Q\d+$/;
/** Kinds of names that Australia's list and others state in each row. */
const OTHER_NAME =
  /^(?:a\.?k\.?a|f\.?k\.?a|alias|also known as|formerly known as|original script|spelling variation|other)/i;

const isOtherName = (row: CsvRow): boolean => OTHER_NAME.test(row['name_type'] ?? row['alias_type'] ?? '');
/** Wikidata returns its own number for an item without a name in the language. */
const isNumberOf = (name: string, url: string): boolean => WIKIDATA_NUMBER.test(name) && url.endsWith(`/${name}`);

const sourceAt = (url: string): Source => ({ url, publisher: new URL(url).hostname, class: 'other' });
const kindOf = (cell: string | undefined, isPerson: boolean): string =>
  kindIn(cell ?? '') || (isPerson ? 'person' : 'term');

/** `source`: used for rows without a link. */
function rowReader(source: Source, notes: Notes) {
  /** The name of the entry of the row above. */
  let above = '';
  return (row: CsvRow, label: string, columns: TableColumns): RowEntry => {
    const { name, aliases = [], note = '', places, isPerson, one } = cellsOf(row, columns);
    // A row with an alias belongs to the entry above it.
    const isOfEntryAbove = above !== '' && isOtherName(row);
    if (!isOfEntryAbove) above = name;
    const url = one('link') ?? '';
    const link = linkOf(url);
    const countries = countriesIn(places.join('\n'));
    if (link === null && url && !NUMBER.test(url)) notes.add(name || label, 'url', 'link');
    if (places.length > 0 && !countries.isWhole) notes.add(name || label, 'country', 'shape');
    return {
      key: one('id') ?? '',
      kind: kindOf(one('kind'), isPerson),
      name: isNumberOf(above, url) ? '' : above,
      aliases: isOfEntryAbove ? [name, ...aliases] : aliases,
      what: note,
      country: countries.codes[0] ?? '',
      facts: countriesFact(countries.codes),
      link: link ?? undefined,
      isOneWordHidden: false,
      source: link === null ? source : sourceAt(link),
    };
  };
}

/**
 * Makes an entry of each row with a name. If the user mapped the columns, only those are read;
 * otherwise columns with unknown headings are noted.
 */
export async function* readPlainCsv(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  const publisher = new URL(context.url).hostname;
  const source = { url: context.url, publisher, class: 'other' as const };
  const { mapping } = context;
  const readRow = rowReader(source, notes);
  let columns: TableColumns | null = mapping ? mappedColumns(mapping) : null;
  yield* tableEntries(text, context, notes, {
    fits: (found) => {
      if (mapping)
        return (
          columns !== null &&
          columns
            .of('name')
            .concat(columns.of('name part'))
            .every((column) => found.includes(column))
        );
      columns = tableColumns(found);
      for (const column of columns?.ignored ?? []) notes.add(column, '', 'column');
      return columns !== null;
    },
    layout: mapping ? layoutOf(mapping) : { isHeader: isTableHeader },
    read: (row, label) => readRow(row, label, columns ?? { of: () => [], ignored: [] }),
  });
  return tableHeader(context, { title: fileTitle(context.url), publisher, licence: '?' });
}
