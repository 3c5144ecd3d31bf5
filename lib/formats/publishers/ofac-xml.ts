/** Reads the lists of OFAC in plain XML (SDN.XML, CONSOLIDATED.XML). */
import { countryIn } from '../country-words.ts';
import type { Batch, ListContext, ListHeader } from '../list-format.ts';
import type { Notes } from '../notes.ts';
import type { RowEntry } from '../row-entry.ts';
import { entriesOf } from '../table-entries.ts';
import { tableHeader } from '../table-header.ts';
import { childOf, childrenOf, textAt, textsAt, xmlRecords, type XmlElement } from '../xml-records.ts';
import { factsFrom } from './facts.ts';
import { OFAC, OFAC_LICENCE, ofacKind, ofacWhat } from './ofac.ts';

/** True if this is the root element of the format. */
export const isOfacXml = ({ name }: { name: string }): boolean => name === 'sdnList';

const nameIn = (element: XmlElement): string =>
  [textAt(element, 'firstName'), textAt(element, 'lastName')].filter(Boolean).join(' ');

function read(element: XmlElement, context: ListContext): RowEntry {
  const kind = ofacKind(textAt(element, 'sdnType'));
  const aliases = childrenOf(childOf(element, 'akaList'), 'aka').map((aka) => ({
    text: nameIn(aka),
    isWeak: /weak/i.test(textAt(aka, 'category')),
  }));
  const programmes = textsAt(element, 'programList', 'program').join('; ');
  const place =
    textAt(element, 'nationalityList', 'nationality', 'country') ||
    textAt(element, 'addressList', 'address', 'country');
  return {
    key: textAt(element, 'uid'),
    kind,
    label: kind === 'company' ? 'entity' : kind,
    name: nameIn(element),
    aliases: aliases.flatMap(({ text, isWeak }) => (isWeak ? [] : [text])),
    weak: aliases.flatMap(({ text, isWeak }) => (isWeak ? [text] : [])),
    what: ofacWhat(programmes),
    country: countryIn(place) ?? undefined,
    facts: factsFrom({ programmes, title: textAt(element, 'title'), remarks: textAt(element, 'remarks') }),
    isOneWordHidden: kind !== 'company',
    source: { url: context.url, publisher: OFAC, class: 'official' },
  };
}

/** Makes an entry of each `sdnEntry`. */
export async function* readOfacXml(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  yield* entriesOf(
    xmlRecords(text, new Set(['sdnEntry']), (element) => read(element, context)),
    context,
    notes,
  );
  return tableHeader(context, { title: 'OFAC sanctions list', publisher: OFAC, licence: OFAC_LICENCE });
}
