/**
 * Reads the UK Sanctions List in CSV. Each row has a name or an address; the first line has the
 * list's day.
 */
import { countryIn } from '../country-words.ts';
import type { IsHeader, CsvRow } from '../csv-rows.ts';
import type { Batch, ListContext, ListHeader } from '../list-format.ts';
import type { Notes } from '../notes.ts';
import type { RowEntry } from '../row-entry.ts';
import { entriesOf } from '../table-entries.ts';
import { tableHeader } from '../table-header.ts';
import { factsFrom } from './facts.ts';
import { firstOf, groupedRecords } from './row-groups.ts';

const PUBLISHER = 'UK Foreign, Commonwealth & Development Office';
/** True if a table has the columns of this format. */
export const isUkCsv = (columns: readonly string[]): boolean =>
  ['unique_id', 'name_6', 'designation_type'].every((name) => columns.includes(name));
const isHeader: IsHeader = (columns) => isUkCsv(columns);

/** Given names come first. The sixth part is the family name, or the whole name of a company. */
const NAME_PARTS = ['name_1', 'name_2', 'name_3', 'name_4', 'name_5', 'name_6'];
const nameIn = (row: CsvRow): string => NAME_PARTS.flatMap((column) => row[column]?.trim() || []).join(' ');
const KINDS: ReadonlyMap<string, string> = new Map([
  ['individual', 'person'],
  ['entity', 'company'],
  ['ship', 'vessel'],
]);

function read(rows: readonly CsvRow[], context: ListContext): RowEntry | null {
  const one = (column: string) => firstOf(rows, column);
  const isPrimary = (row: CsvRow) => /^primary name$/i.test(row['name_type']?.trim() ?? '');
  const name = nameIn(rows.find((row) => isPrimary(row) && nameIn(row) !== '') ?? rows[0] ?? {});
  if (name === '') return null;
  const isWeak = (row: CsvRow) => /low/i.test(row['alias_strength'] ?? '');
  const type = one('designation_type').toLowerCase();
  const kind = KINDS.get(type) ?? 'term';
  return {
    key: one('unique_id'),
    kind,
    label: kind === 'vessel' ? 'ship' : type || 'term',
    name,
    aliases: rows
      .flatMap((row) => [...(isWeak(row) ? [] : [nameIn(row)]), row['name_non_latin_script']?.trim() ?? ''])
      .filter((alias) => alias !== '' && alias !== name),
    weak: rows.filter(isWeak).map(nameIn),
    what: `On the UK Sanctions List${one('regime_name') ? `, under ${one('regime_name')}` : ''}`,
    country: countryIn(one('nationality(/ies)')) ?? countryIn(one('address_country')) ?? undefined,
    note: one('uk_statement_of_reasons') || one('other_information'),
    facts: factsFrom({
      regime: one('regime_name'),
      'sanctions imposed': one('sanctions_imposed').replace(/\|/g, '; '),
      'designated on': one('date_designated'),
      'last updated': one('last_updated'),
      'UN reference number': one('un_reference_number'),
      'unique ID': one('unique_id'),
    }),
    isOneWordHidden: kind === 'person',
    source: { url: context.url, publisher: PUBLISHER, class: 'official' },
  };
}

/** Makes an entry of consecutive rows with the same `unique_id`. */
export async function* readUkCsv(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  const records = groupedRecords(text, {
    fits: isUkCsv,
    layout: { isHeader },
    keyOf: (row) => row['unique_id']?.trim() ?? '',
    read: (rows) => read(rows, context),
  });
  yield* entriesOf(records, context, notes);
  return tableHeader(context, { title: 'UK Sanctions List', publisher: PUBLISHER, licence: 'OGL 3.0' });
}
