/** Reads the EU's list of financial sanctions in XML. */
import type { Batch, ListContext, ListHeader } from '../list-format.ts';
import type { Notes } from '../notes.ts';
import { entriesOf } from '../table-entries.ts';
import { tableHeader } from '../table-header.ts';
import { childOf, childrenOf, textAt, xmlRecords, type XmlElement } from '../xml-records.ts';
import { euEntry, euHeader, type EuEntity } from './eu-sanctions.ts';

const RECORDS = new Set(['sanctionEntity']);

/** True if this is the root element of the format. The name alone does not tell. */
export const isEuXml = ({ name, tag }: { name: string; tag: string }): boolean =>
  name.toLowerCase() === 'export' && /fsd|generationDate|globalFileId/i.test(tag);

function read(element: XmlElement): EuEntity {
  const { attributes } = element;
  const regulation = childOf(element, 'regulation');
  const [place] = [...childrenOf(element, 'citizenship'), ...childrenOf(element, 'address')];
  return {
    id: attributes['logicalId'] ?? '',
    type: childOf(element, 'subjectType')?.attributes['code'] ?? '',
    names: childrenOf(element, 'nameAlias').map(({ attributes: name }) => ({
      text: name['wholeName'] || [name['firstName'], name['middleName'], name['lastName']].filter(Boolean).join(' '),
      isStrong: name['strong'] !== 'false',
    })),
    reference: attributes['euReferenceNumber'] ?? '',
    programme: regulation?.attributes['programme'] ?? '',
    regulation: regulation?.attributes['numberTitle'] ?? '',
    published: regulation?.attributes['publicationDate'] ?? '',
    designated: attributes['designationDate'] ?? '',
    remark: textAt(element, 'remark'),
    country: place?.attributes['countryIso2Code'] ?? '',
    url: textAt(regulation, 'publicationUrl'),
  };
}

/** Makes an entry of each `sanctionEntity`. */
export async function* readEuXml(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  yield* entriesOf(
    xmlRecords(text, RECORDS, (element) => euEntry(read(element), context)),
    context,
    notes,
  );
  return tableHeader(context, euHeader(null));
}
