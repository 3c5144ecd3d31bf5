/**
 * Reads OpenSanctions' `targets.simple.csv`: one row for each sanctioned person, company, ship or
 * other target.
 */
import type { CsvRow } from './csv-rows.ts';
import type { Batch, ListContext, ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { tableEntries } from './table-entries.ts';
import { tableHeader } from './table-header.ts';
import {
  describeEntity,
  entityUrl,
  kindOfSchema,
  OPENSANCTIONS,
  schemaWords,
  titleOf,
} from './publishers/opensanctions-kinds.ts';

const NEEDED = ['id', 'schema', 'name', 'aliases', 'dataset'];

const split = (text: string | undefined) =>
  (text ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

/** True if a table has the columns of this format. */
export const isOpenSanctions = (columns: readonly string[]): boolean => NEEDED.every((name) => columns.includes(name));

function factsOf(row: CsvRow): { what: string; value: string }[] {
  const facts = [
    { what: 'sanctions', value: row['sanctions'] },
    { what: 'programmes', value: row['program_ids'] },
    { what: 'countries', value: row['countries']?.toUpperCase() },
    { what: 'born or founded', value: row['birth_date'] },
    { what: 'identifiers', value: row['identifiers'] },
    { what: 'first seen by OpenSanctions', value: row['first_seen']?.slice(0, 10) },
    { what: 'last seen by OpenSanctions', value: row['last_seen']?.slice(0, 10) },
  ];
  return facts.flatMap(({ what, value }) =>
    value?.trim() ? [{ what, value: value.trim().replace(/;(?=\S)/g, '; ') }] : [],
  );
}

/** Makes an entry of each row. The newest `last_change` of a row is the list's. */
export async function* readOpenSanctions(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  let changed = '';
  yield* tableEntries(text, context, notes, {
    fits: isOpenSanctions,
    read: (row) => {
      const schema = row['schema'] ?? '';
      const when = row['last_change'] ?? '';
      if (when > changed && /^\d{4}-\d\d-\d\d/.test(when)) changed = when;
      const [country] = split(row['countries']);
      const kind = kindOfSchema(schema);
      return {
        key: row['id'] ?? '',
        kind,
        ...(kind === 'company' || kind === 'agency' ? {} : { label: schemaWords(schema) || 'term' }),
        name: row['name'] ?? '',
        aliases: split(row['aliases']),
        what: describeEntity(schema, split(row['dataset'])),
        country: country?.toUpperCase(),
        facts: factsOf(row),
        isOneWordHidden: kind !== 'company',
        source: { url: entityUrl(row['id']), publisher: 'OpenSanctions', class: 'other' },
      };
    },
  });
  const moment = Date.parse(changed);
  return tableHeader(context, {
    title: titleOf(context.url),
    ...OPENSANCTIONS,
    changed: Number.isNaN(moment) ? null : moment,
  });
}
