/**
 * Reads the lists of OFAC in advanced XML (SDN_ADVANCED.XML, CONS_ADVANCED.XML). Words occur once,
 * in sets of reference values, and all other elements refer to them by number. Programmes come last
 * and refer to a party's profile by number.
 */
import { countryIn } from '../country-words.ts';
import type { Batch, ListContext, ListHeader } from '../list-format.ts';
import type { Notes } from '../notes.ts';
import type { RowEntry } from '../row-entry.ts';
import { entriesOf, type ReadRecord } from '../table-entries.ts';
import { tableHeader } from '../table-header.ts';
import { childOf, childrenOf, textsAt, xmlElements, type XmlElement } from '../xml-records.ts';
import { factsFrom } from './facts.ts';
import { OFAC, OFAC_LICENCE, ofacKind, ofacWhat } from './ofac.ts';

/** True if this is the root element of the format. */
export const isOfacAdvancedXml = ({ name }: { name: string }): boolean => name === 'Sanctions';

const RECORDS = new Set(['ReferenceValueSets', 'Location', 'DistinctParty', 'SanctionsEntry']);
const PARTIES_AT_A_TIME = 500;

/**
 * Parts of a person's name in the order in which the press writes them. Other parts come in the
 * middle.
 */
const PART_ORDER = ['First Name', 'Middle Name', 'Patronymic', 'Matronymic', 'Maiden Name', 'Last Name'];
/** Features that link a party to a country, the most reliable first. */
const PLACES = ['Nationality Country', 'Citizenship Country', 'Nationality of Registration', 'Location'];

type Words = ReadonlyMap<string, string>;
interface References {
  subTypes: ReadonlyMap<string, { word: string; party: string }>;
  parties: Words;
  parts: Words;
  features: Words;
  countries: Words;
}

const attribute = (element: XmlElement | undefined, name: string): string => element?.attributes[name] ?? '';
const wordsIn = (sets: XmlElement, set: string): Words =>
  new Map(childOf(sets, set)?.children.map((value) => [attribute(value, 'ID'), value.text.trim()]) ?? []);

const referencesIn = (sets: XmlElement): References => ({
  subTypes: new Map(
    childOf(sets, 'PartySubTypeValues')?.children.map((value) => [
      attribute(value, 'ID'),
      { word: value.text.trim(), party: attribute(value, 'PartyTypeID') },
    ]) ?? [],
  ),
  parties: wordsIn(sets, 'PartyTypeValues'),
  parts: wordsIn(sets, 'NamePartTypeValues'),
  features: wordsIn(sets, 'FeatureTypeValues'),
  // The description is the name of a country. The text is its code, if it has one.
  countries: new Map(
    childOf(sets, 'AreaCodeValues')?.children.map((value) => [
      attribute(value, 'ID'),
      /^[A-Z]{2}$/.test(value.text.trim()) ? value.text.trim() : attribute(value, 'Description'),
    ]) ?? [],
  ),
});

/** Joins the parts of a name in the order of their kinds. */
function nameIn(name: XmlElement, kindOf: (group: string) => string): string {
  const parts = childrenOf(name, 'DocumentedNamePart').flatMap((part) => childrenOf(part, 'NamePartValue'));
  const place = (value: XmlElement) => {
    const at = PART_ORDER.indexOf(kindOf(attribute(value, 'NamePartGroupID')));
    return at < 0 ? 1 : at;
  };
  return parts
    .toSorted((a, b) => place(a) - place(b))
    .map((value) => value.text.trim())
    .join(' ');
}

interface Party extends RowEntry {
  profile: string;
}

function readParty(party: XmlElement, references: References, places: Words, context: ListContext): Party | null {
  const profile = childOf(party, 'Profile');
  const { word = '', party: type = '' } = references.subTypes.get(attribute(profile, 'PartySubTypeID')) ?? {};
  const kind = ofacKind(/vessel|aircraft/i.test(word) ? word : (references.parties.get(type) ?? ''));
  const names = childrenOf(profile, 'Identity').flatMap((identity) => {
    const groups = new Map(
      childrenOf(childOf(identity, 'NamePartGroups'), 'MasterNamePartGroup')
        .flatMap((master) => childrenOf(master, 'NamePartGroup'))
        .map((group) => [attribute(group, 'ID'), references.parts.get(attribute(group, 'NamePartTypeID')) ?? '']),
    );
    return childrenOf(identity, 'Alias').flatMap((alias) =>
      childrenOf(alias, 'DocumentedName').map((name) => ({
        text: nameIn(name, (group) => groups.get(group) ?? ''),
        isOwn: attribute(alias, 'Primary') === 'true' && attribute(name, 'DocNameStatusID') === '1',
        isWeak: attribute(alias, 'LowQuality') === 'true',
      })),
    );
  });
  const own = names.find(({ isOwn }) => isOwn) ?? names[0];
  if (!own) return null;
  const features = childrenOf(profile, 'Feature');
  const place = PLACES.flatMap((feature) =>
    features
      .filter((one) => references.features.get(attribute(one, 'FeatureTypeID')) === feature)
      .flatMap((one) => childrenOf(one, 'FeatureVersion'))
      .map((version) => places.get(attribute(childOf(version, 'VersionLocation'), 'LocationID')) ?? ''),
  ).find(Boolean);
  return {
    profile: attribute(profile, 'ID'),
    key: attribute(party, 'FixedRef'),
    kind,
    label: kind === 'company' ? 'entity' : kind,
    name: own.text,
    aliases: names.flatMap((name) => (name === own || name.isWeak ? [] : [name.text])),
    weak: names.flatMap((name) => (name.isWeak ? [name.text] : [])),
    what: ofacWhat(''),
    country: countryIn(place ?? '') ?? undefined,
    isOneWordHidden: kind !== 'company',
    source: { url: context.url, publisher: OFAC, class: 'official' },
  };
}

async function* partiesIn(text: AsyncIterable<string>, context: ListContext): AsyncGenerator<ReadRecord[]> {
  let references: References = referencesIn({ name: '', attributes: {}, text: '', children: [] });
  const places = new Map<string, string>();
  const parties = new Map<string, Party>();
  for await (const elements of xmlElements(text, RECORDS)) {
    for (const element of elements) {
      if (element.name === 'ReferenceValueSets') references = referencesIn(element);
      else if (element.name === 'Location') {
        const country = childOf(element, 'LocationCountry') ?? childOf(element, 'LocationAreaCode');
        const number = attribute(country, 'CountryID') || attribute(country, 'AreaCodeID');
        places.set(attribute(element, 'ID'), references.countries.get(number) ?? '');
      } else if (element.name === 'DistinctParty') {
        const party = readParty(element, references, places, context);
        if (party) parties.set(party.profile, party);
      } else {
        const party = parties.get(attribute(element, 'ProfileID'));
        const programmes = textsAt(element, 'SanctionsMeasure', 'Comment').join('; ');
        if (!party || programmes === '') continue;
        party.what = ofacWhat(programmes);
        party.facts = factsFrom({ programmes });
      }
    }
    yield [];
  }
  const all = [...parties.values()];
  for (let from = 0; from < all.length; from += PARTIES_AT_A_TIME)
    yield all.slice(from, from + PARTIES_AT_A_TIME).map((cells) => ({ cells, label: `party ${cells.key}` }));
}

/**
 * Makes an entry of each `DistinctParty`. It reads the whole file first, because the programmes of
 * a party come last.
 */
export async function* readOfacAdvancedXml(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  yield* entriesOf(partiesIn(text, context), context, notes);
  return tableHeader(context, { title: 'OFAC sanctions list', publisher: OFAC, licence: OFAC_LICENCE });
}
