/**
 * Reads the EU's list of financial sanctions in CSV. Each row has a name, an address or a date of
 * birth.
 */
import type { IsHeader } from '../csv-rows.ts';
import type { Batch, ListContext, ListHeader } from '../list-format.ts';
import type { Notes } from '../notes.ts';
import { entriesOf } from '../table-entries.ts';
import { tableHeader } from '../table-header.ts';
import { countryIn } from '../country-words.ts';
import { euEntry, euHeader } from './eu-sanctions.ts';
import { firstOf, groupedRecords } from './row-groups.ts';

/** True if a table has the columns of this format. */
export const isEuCsv = (columns: readonly string[]): boolean =>
  columns.includes('namealias_wholename') && columns.includes('entity_logicalid');
const isHeader: IsHeader = (columns) => isEuCsv(columns);

const NAME_PARTS = ['namealias_firstname', 'namealias_middlename', 'namealias_lastname'];

/** Makes an entry of consecutive rows with the same `entity_logicalid`. */
export async function* readEuCsv(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  const records = groupedRecords(text, {
    fits: isEuCsv,
    layout: { isHeader },
    keyOf: (row) => row['entity_logicalid']?.trim() ?? '',
    read: (rows) => {
      const one = (column: string) => firstOf(rows, column);
      const place =
        one('citizenship_countryiso2code') ||
        one('address_countryiso2code') ||
        one('citizenship_countrydescription') ||
        one('address_countrydescription');
      return euEntry(
        {
          id: one('entity_logicalid'),
          type: one('entity_subjecttype_classificationcode') || one('entity_subjecttype'),
          names: rows.map((row) => ({
            text:
              row['namealias_wholename']?.trim() || NAME_PARTS.flatMap((column) => row[column]?.trim() || []).join(' '),
            isStrong: true,
          })),
          reference: one('entity_eu_referencenumber'),
          programme: one('entity_regulation_programme'),
          regulation: one('entity_regulation_numbertitle'),
          published: one('entity_regulation_publicationdate'),
          designated: one('entity_designationdate'),
          remark: one('entity_remark'),
          country: countryIn(place) ?? '',
          url: one('entity_regulation_publicationurl'),
        },
        context,
      );
    },
  });
  yield* entriesOf(records, context, notes);
  return tableHeader(context, euHeader(null));
}
