/** OpenSanctions' `targets.simple.csv`: one row a sanctioned person, firm, ship or other thing. */
import { cleanText } from './clean-value.ts';
import type { Row } from './csv-rows.ts';
import type { Batch, ListContext, ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { tableEntries } from './table-entries.ts';
import { tableHeader } from './table-header.ts';

const NEEDED = ['id', 'schema', 'name', 'aliases', 'dataset'];

/** Kinds by OpenSanctions' schema; what has no kind here is a plain term with its own label. */
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Company: 'company',
    Organization: 'company',
    LegalEntity: 'company',
    PublicBody: 'agency',
    Person: 'person',
    Vessel: 'vessel',
    Airplane: 'aircraft',
    CryptoWallet: 'wallet',
  }),
);

/** "ShipOwner" -> "ship owner". */
const words = (schema: string) => schema.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
const split = (text: string | undefined) =>
  (text ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

export const isOpenSanctions = (columns: readonly string[]): boolean => NEEDED.every((name) => columns.includes(name));

const LONGEST_ID = 200;
/** An id that is longer than any of theirs leads nowhere. */
const entityUrl = (id = '') =>
  `https://www.opensanctions.org/entities/${id.length > LONGEST_ID ? '' : `${encodeURIComponent(cleanText(id).text)}/`}`;

function describe(row: Row): string {
  const datasets = split(row['dataset']).slice(0, 4).join('; ');
  return `${words(row['schema'] ?? '').replace(/^./, (c) => c.toUpperCase())} that OpenSanctions holds from: ${datasets || 'unnamed sources'}`;
}

function factsOf(row: Row): { what: string; value: string }[] {
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
      const kind = KINDS.get(schema) ?? 'term';
      return {
        key: row['id'] ?? '',
        kind,
        ...(kind === 'company' || kind === 'agency' ? {} : { label: words(schema) || 'term' }),
        name: row['name'] ?? '',
        aliases: split(row['aliases']),
        what: describe(row),
        country: country?.toUpperCase(),
        facts: factsOf(row),
        isOneWordHidden: kind !== 'company',
        source: { url: entityUrl(row['id']), publisher: 'OpenSanctions', class: 'other' },
      };
    },
  });
  const moment = Date.parse(changed);
  const dataset = /\/([a-z0-9_]+)\/targets\.simple\.csv$/.exec(new URL(context.url).pathname)?.[1];
  return tableHeader(context, {
    title: dataset ? `OpenSanctions: ${dataset}` : 'OpenSanctions',
    publisher: 'OpenSanctions',
    licence: 'CC BY-NC 4.0',
    changed: Number.isNaN(moment) ? null : moment,
  });
}
