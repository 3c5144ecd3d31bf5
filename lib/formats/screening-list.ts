/** The Consolidated Screening List of the United States, as trade.gov publishes it in CSV. */
import type { Entry } from '../knowledge/schema.ts';
import { csvRows, type Row } from './csv-rows.ts';
import { NotAList, type Batch, type ListContext, type ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { linkOf, rowEntry, shortHash } from './row-entry.ts';
import { idFromUrl, tableHeader } from './table-header.ts';
import { takeOnce } from './take-once.ts';

const NEEDED = ['source', 'name', 'alt_names', 'source_list_url'];
export const isScreeningList = (columns: readonly string[]): boolean => NEEDED.every((name) => columns.includes(name));

const KINDS: Partial<Record<string, string>> = {
  entity: 'company',
  individual: 'person',
  vessel: 'vessel',
  aircraft: 'aircraft',
};
const split = (text: string | undefined) =>
  (text ?? '')
    .split(/;\s*/)
    .map((part) => part.trim())
    .filter(Boolean);

function factsOf(row: Row): { what: string; value: string }[] {
  const facts = [
    { what: 'list', value: row['source'] },
    { what: 'programmes', value: row['programs'] },
    { what: 'licence requirement', value: row['license_requirement'] },
    { what: 'licence policy', value: row['license_policy'] },
    { what: 'Federal Register', value: row['federal_register_notice'] },
    { what: 'listed from', value: row['start_date'] },
    { what: 'listed until', value: row['end_date'] },
    { what: 'address', value: row['addresses'] },
    { what: 'remarks', value: row['remarks'] },
  ];
  return facts.flatMap(({ what, value }) => (value?.trim() ? [{ what, value: value.trim() }] : []));
}

/** The name of the list, without the agency that keeps it: "Entity List (EL) - Bureau of ..." -> both parts. */
function describe(row: Row): string {
  const [list = 'a list', keeper] = (row['source'] ?? '').split(/\s+-\s+/);
  return `On the ${list.replace(/^the /i, '')}${keeper ? ` of the ${keeper}` : ''}, by the US Consolidated Screening List`;
}

export async function* readScreeningList(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  const prefix = shortHash(idFromUrl(context.url)).slice(0, 6);
  const once = takeOnce(notes, ({ name }: Entry) => name);
  const check = (columns: readonly string[]) => {
    if (!isScreeningList(columns)) throw new NotAList('no_columns', columns.slice(0, 8).join(', '));
  };
  for await (const { rows, first } of csvRows(text, check)) {
    const entries = rows.flatMap((row, k) => {
      if (Object.keys(row).length === 0) return [];
      // Only the Treasury's lists tell people from firms; those denied or debarred are most often people.
      const type =
        row['type']?.trim().toLowerCase() || (/denied|debarred/i.test(row['source'] ?? '') ? 'party' : 'entity');
      const kind = KINDS[type] ?? 'term';
      const link = linkOf(row['source_information_url']) ?? linkOf(row['source_list_url']);
      const nation = /\b([A-Z]{2})$/.exec(row['addresses']?.split(';')[0]?.trim() ?? '')?.[1];
      return (
        rowEntry(
          {
            key: row['_id']?.trim() || row['entity_number']?.trim() || '',
            kind,
            ...(kind === 'company' ? {} : { label: type }),
            name: row['name'] ?? '',
            aliases: split(row['alt_names']),
            what: describe(row),
            country: nation,
            facts: factsOf(row),
            oneWordMarks: kind === 'company',
            source: { url: link ?? context.url, publisher: 'US International Trade Administration', class: 'official' },
          },
          prefix,
          `row ${first + k}`,
          notes,
        ) ?? []
      );
    });
    yield { entries: entries.filter(once), controls: [], acts: [] };
  }
  return tableHeader(context, {
    title: 'US Consolidated Screening List',
    publisher: 'US International Trade Administration',
    licence: 'US public domain',
  });
}
