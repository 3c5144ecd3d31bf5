/** A table of the reader's or a publisher's own: name, kind, aliases, note, url, country, id. Only `name` is needed. */
import type { Row } from './csv-rows.ts';
import type { Batch, ListContext, ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { linkOf } from './row-entry.ts';
import { tableEntries } from './table-entries.ts';
import { fileTitle, tableHeader } from './table-header.ts';

const split = (text: string | undefined) => (text ?? '').split(/[|;\n]/).map((part) => part.trim());

const aliasesOf = (row: Row) =>
  Object.entries(row).flatMap(([column, value]) =>
    /^(?:aliases|alias|other_names|names?_\w+)$/.test(column) ? split(value) : [],
  );

export async function* readPlainCsv(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  const publisher = new URL(context.url).hostname;
  const source = { url: context.url, publisher, class: 'other' as const };
  yield* tableEntries(text, context, notes, {
    fits: (columns) => columns.includes('name'),
    read: (row, label) => {
      const name = row['name'] ?? '';
      const link = linkOf(row['url']);
      const country = row['country']?.trim().toUpperCase() ?? '';
      if (link === null && row['url']?.trim()) notes.add(name.trim() || label, 'url', 'link');
      if (country && !/^[A-Z]{2}$/.test(country)) notes.add(name.trim() || label, 'country', 'shape');
      return {
        key: row['id']?.trim() ?? '',
        kind: row['kind']?.trim().toLowerCase() || 'term',
        name,
        aliases: aliasesOf(row),
        what: row['note']?.trim() || row['what']?.trim() || row['description']?.trim() || '',
        country,
        link: link ?? undefined,
        oneWordMarks: true,
        source: link === null ? source : { url: link, publisher: new URL(link).hostname, class: 'other' },
      };
    },
  });
  return tableHeader(context, { title: fileTitle(context.url), publisher, licence: '?' });
}
