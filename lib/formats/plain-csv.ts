/** A table of the reader's or a publisher's own: name, kind, aliases, note, url, country, id. Only `name` is needed. */
import type { Entry } from '../knowledge/schema.ts';
import { csvRows, type Row } from './csv-rows.ts';
import { NotAList, type Batch, type ListContext, type ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { linkOf, rowEntry, shortHash } from './row-entry.ts';
import { fileTitle, idFromUrl, tableHeader } from './table-header.ts';
import { takeOnce } from './take-once.ts';

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
  const prefix = shortHash(idFromUrl(context.url)).slice(0, 6);
  const once = takeOnce(notes, ({ name }: Entry) => name);
  const check = (columns: readonly string[]) => {
    if (!columns.includes('name')) throw new NotAList('no_columns', columns.slice(0, 8).join(', '));
  };
  for await (const { rows, first } of csvRows(text, check)) {
    const entries = rows.flatMap((row, k) => {
      if (Object.keys(row).length === 0) return [];
      const label = `row ${first + k}`;
      const link = linkOf(row['url']);
      const country = row['country']?.trim().toUpperCase() ?? '';
      if (link === null && row['url']?.trim()) notes.add(row['name']?.trim() || label, 'url', 'link');
      if (country && !/^[A-Z]{2}$/.test(country)) notes.add(row['name']?.trim() || label, 'country', 'shape');
      return (
        rowEntry(
          {
            key: row['id']?.trim() ?? '',
            kind: row['kind']?.trim().toLowerCase() || 'term',
            name: row['name'] ?? '',
            aliases: aliasesOf(row),
            what: row['note']?.trim() || row['what']?.trim() || row['description']?.trim() || '',
            country,
            link: link ?? undefined,
            oneWordMarks: true,
            source: link === null ? source : { url: link, publisher: new URL(link).hostname, class: 'other' },
          },
          prefix,
          label,
          notes,
        ) ?? []
      );
    });
    yield { entries: entries.filter(once), controls: [], acts: [] };
  }
  return tableHeader(context, { title: fileTitle(context.url), publisher, licence: '?' });
}
