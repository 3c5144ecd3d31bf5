/** Reads the consolidated list of the UN Security Council in XML. */
import { countryIn } from '../country-words.ts';
import type { Batch, ListContext, ListHeader } from '../list-format.ts';
import type { Notes } from '../notes.ts';
import type { RowEntry } from '../row-entry.ts';
import { entriesOf } from '../table-entries.ts';
import { tableHeader } from '../table-header.ts';
import { childrenOf, textAt, textsAt, xmlRecords, type XmlElement } from '../xml-records.ts';
import { factsFrom } from './facts.ts';

const PUBLISHER = 'United Nations Security Council';
const RECORDS = new Set(['INDIVIDUAL', 'ENTITY']);
const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];

/** True if this is the root element of the format. */
export const isUnXml = ({ name }: { name: string }): boolean => name === 'CONSOLIDATED_LIST';

function read(element: XmlElement, context: ListContext): RowEntry {
  const isPerson = element.name === 'INDIVIDUAL';
  const aliases = childrenOf(element, `${element.name}_ALIAS`).map((alias) => ({
    text: textAt(alias, 'ALIAS_NAME'),
    isWeak: /low/i.test(textAt(alias, 'QUALITY')),
  }));
  const regime = textAt(element, 'UN_LIST_TYPE');
  const place =
    textsAt(element, 'NATIONALITY', 'VALUE')[0] ?? textsAt(element, `${element.name}_ADDRESS`, 'COUNTRY')[0];
  return {
    key: textAt(element, 'DATAID') || textAt(element, 'REFERENCE_NUMBER'),
    kind: isPerson ? 'person' : 'company',
    label: isPerson ? 'person' : 'entity',
    name: NAME_PARTS.map((part) => textAt(element, part))
      .filter(Boolean)
      .join(' '),
    aliases: [
      textAt(element, 'NAME_ORIGINAL_SCRIPT'),
      ...aliases.flatMap(({ text, isWeak }) => (isWeak ? [] : text.split(';'))),
    ].filter(Boolean),
    weak: aliases.flatMap(({ text, isWeak }) => (isWeak ? text.split(';') : [])),
    what: `On the ${regime ? `${regime} ` : ''}list of the ${PUBLISHER}`,
    country: countryIn(place ?? '') ?? undefined,
    note: textAt(element, 'COMMENTS1'),
    facts: factsFrom({
      'reference number': textAt(element, 'REFERENCE_NUMBER'),
      'listed on': textAt(element, 'LISTED_ON').slice(0, 10),
      'last updated': textsAt(element, 'LAST_DAY_UPDATED', 'VALUE').at(-1)?.slice(0, 10),
    }),
    isOneWordHidden: isPerson,
    source: { url: context.url, publisher: PUBLISHER, class: 'official' },
  };
}

/** Makes an entry of each `INDIVIDUAL` and `ENTITY`. */
export async function* readUnXml(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  yield* entriesOf(
    xmlRecords(text, RECORDS, (element) => read(element, context)),
    context,
    notes,
  );
  return tableHeader(context, { title: 'UN Security Council Consolidated List', publisher: PUBLISHER, licence: '?' });
}
