/**
 * A table of the user's or a publisher's own. Only a column of names is needed; the others are read
 * where they are known.
 */
import { countryIn } from './country-words.ts';
import { layoutOf, mappedColumns } from './column-mapping.ts';
import type { IsHeader, Row } from './csv-rows.ts';
import type { Batch, ListContext, ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { linkOf } from './row-entry.ts';
import { kindIn } from './table-kinds.ts';
import { tableColumns, textsIn, type Role, type TableColumns } from './table-columns.ts';
import { tableEntries } from './table-entries.ts';
import { fileTitle, tableHeader } from './table-header.ts';

/**
 * Columns that a line below others must have to be the header: a single word of a row may be a name
 * of a column.
 */
const MIN_KNOWN_BELOW_FIRST = 2;

export const isTableHeader: IsHeader = (columns, isFirst) => {
  const known = tableColumns(columns);
  if (!known) return false;
  return isFirst || columns.filter(Boolean).length - known.ignored.length >= MIN_KNOWN_BELOW_FIRST;
};

/** The cells of a row by what they are for. */
export function cellsOf(row: Row, columns: TableColumns) {
  const cells = (role: Role) =>
    columns.of(role).flatMap((column) => {
      const cell = row[column]?.trim() ?? '';
      return cell === '' ? [] : [cell];
    });
  const parts = cells('name part');
  return {
    name: parts.length > 0 ? parts.join(' ') : (cells('name')[0] ?? ''),
    aliases: columns.of('alias').length > 0 ? cells('alias').flatMap(textsIn) : undefined,
    /** Several columns of notes under each other. */
    note: columns.of('note').length > 0 ? cells('note').join('\n') : undefined,
    one: (role: Role): string | undefined => (columns.of(role).length > 0 ? (cells(role)[0] ?? '') : undefined),
  };
}

export async function* readPlainCsv(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  const publisher = new URL(context.url).hostname;
  const source = { url: context.url, publisher, class: 'other' as const };
  const { mapping } = context;
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
    read: (row, label) => {
      const { name, aliases = [], note = '', one } = cellsOf(row, columns ?? { of: () => [], ignored: [] });
      const [url = '', place = '', kind = ''] = [one('link'), one('country'), one('kind')];
      const [link, country] = [linkOf(url), countryIn(place)];
      if (link === null && url) notes.add(name || label, 'url', 'link');
      if (place && country === null) notes.add(name || label, 'country', 'shape');
      return {
        key: one('id') ?? '',
        kind: kindIn(kind) || 'term',
        name,
        aliases,
        what: note,
        country: country ?? '',
        link: link ?? undefined,
        isOneWordHidden: false,
        source: link === null ? source : { url: link, publisher: new URL(link).hostname, class: 'other' },
      };
    },
  });
  return tableHeader(context, { title: fileTitle(context.url), publisher, licence: '?' });
}
