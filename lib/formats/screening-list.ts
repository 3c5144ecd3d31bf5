/** Reads the US Consolidated Screening List in trade.gov's CSV. */
import type { CsvRow } from './csv-rows.ts';
import type { Batch, ListContext, ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { linkOf } from './row-entry.ts';
import { tableEntries } from './table-entries.ts';
import { tableHeader } from './table-header.ts';

const PUBLISHER = 'US International Trade Administration';
const NEEDED = ['source', 'name', 'alt_names', 'source_list_url'];
/** True if a table has the columns of this format. */
export const isScreeningList = (columns: readonly string[]): boolean => NEEDED.every((name) => columns.includes(name));

const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    entity: 'company',
    individual: 'person',
    vessel: 'vessel',
    aircraft: 'aircraft',
  }),
);
const split = (text: string | undefined) =>
  (text ?? '')
    .split(/;\s*/)
    .map((part) => part.trim())
    .filter(Boolean);

function factsOf(row: CsvRow): { what: string; value: string }[] {
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

/** The description of a row from its list and agency: "Entity List (EL) - Bureau of ...". */
function describe(row: CsvRow): string {
  const [list = 'a list', keeper] = (row['source'] ?? '').split(/\s-\s/).map((part) => part.trim());
  return `On the ${list.replace(/^the /i, '')}${keeper ? ` of the ${keeper}` : ''}, by the US Consolidated Screening List`;
}

/** Makes an entry of each row. Names of one word are marked only if they are of companies. */
export async function* readScreeningList(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  yield* tableEntries(text, context, notes, {
    fits: isScreeningList,
    read: (row) => {
      // Only the Treasury's lists state if a party is a person; most denied or debarred parties are
      // people.
      const type =
        row['type']?.trim().toLowerCase() || (/denied|debarred/i.test(row['source'] ?? '') ? 'party' : 'entity');
      const kind = KINDS.get(type) ?? 'term';
      const link = linkOf(row['source_information_url']) ?? linkOf(row['source_list_url']);
      return {
        key: row['_id']?.trim() || row['entity_number']?.trim() || '',
        kind,
        ...(kind === 'company' ? {} : { label: type }),
        name: row['name'] ?? '',
        aliases: split(row['alt_names']),
        what: describe(row),
        country: /\b([A-Z]{2})$/.exec(row['addresses']?.split(';')[0]?.trim() ?? '')?.[1],
        facts: factsOf(row),
        isOneWordHidden: kind !== 'company',
        source: { url: link ?? context.url, publisher: PUBLISHER, class: 'official' },
      };
    },
  });
  return tableHeader(context, {
    title: 'US Consolidated Screening List',
    publisher: PUBLISHER,
    licence: 'US public domain',
  });
}
