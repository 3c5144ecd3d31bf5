/**
 * Protects official lists in the formats of their publishers: names and aliases are read; weak
 * aliases and names of people, ships and planes are found by search but never marked. The records
 * are invented, their columns and elements are those of the files.
 */
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import { ruleOf, textOf } from '../../../lib/knowledge/model/name-rule.ts';
import { formatOf } from '../../../lib/formats/read-list.ts';
import { fileBeside } from '../../../lib/formats/publishers/ofac-csv.ts';
import { listText } from '../../../lib/subscriptions/list-text.ts';
import { read } from './reading.ts';

/** The names of an entry that are marked, and those that are only found. */
function told({ kind, name, names, country }: Entry) {
  const all = Object.values(names).flat();
  const texts = (hidden: boolean) => [
    ...new Set(all.filter((one) => (ruleOf(one).mark === false) === hidden).map(textOf)),
  ];
  return { kind, name, country, marked: texts(false), found: texts(true) };
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

describe("OFAC's list in CSV", () => {
  const SDN = lines(
    '36,"HERON AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
    '173,"MARROW, Davor","individual","SDGT] [IRAN",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1962; nationality Iran; a.k.a. \'THE HERON\'; f.k.a. ""ABU LARK""."',
    '9000,"PACIFIC","vessel","IRAN",-0- ,"ABCD","Crude Oil Tanker",-0- ,-0- ,"Panama",-0- ,-0- ',
    '\u001a',
  );
  const beside: Record<string, string> = {
    'ALT.CSV': lines(
      '36,12,"aka","HERON AIR",-0- ',
      '36,13,"aka","Boss","Weak alias"',
      '173,14,"fka","MARROW, D.",-0- ',
    ),
    'ADD.CSV': lines('36,25,"1 Quay Road","Havana","Cuba",-0- '),
  };
  const readSdn = (files: Record<string, string>) =>
    read(SDN, {
      url: 'https://ofac.example/exports/SDN.CSV',
      beside: (url) => files[new URL(url).pathname.split('/').at(-1) ?? ''] ?? null,
    });

  it('has the aliases and addresses of the files next to it', async () => {
    const { header, entries, notes } = await readSdn(beside);
    expect(header.title).toBe('OFAC SDN List');
    expect(entries.map(told)).toEqual([
      {
        kind: 'company',
        name: 'HERON AIRLINES',
        country: 'CU',
        marked: ['HERON AIRLINES', 'HERON AIR'],
        found: ['Boss'],
      },
      {
        kind: 'person',
        name: 'MARROW, Davor',
        country: 'IR',
        marked: [],
        found: ['MARROW, Davor', 'Davor MARROW', 'MARROW, D.', 'D. MARROW', 'THE HERON', 'ABU LARK'],
      },
      { kind: 'vessel', name: 'PACIFIC', country: undefined, marked: [], found: ['PACIFIC'] },
    ]);
    expect([notes.refused, notes.clipped]).toEqual([0, 0]);
  });

  it('reports if those files are missing', async () => {
    const { entries, notes } = await readSdn({});
    expect(entries).toHaveLength(3);
    expect(notes.kept.map(({ record, reason }) => [record, reason])).toEqual([
      ['ALT.CSV', 'beside'],
      ['ADD.CSV', 'beside'],
    ]);
  });

  it.each(Object.entries(beside))('is refused if the file is only %s, which is a part of it', (_, text) =>
    expect(() => formatOf(text)).toThrow(expect.objectContaining({ code: 'part_of_list', detail: 'SDN.CSV' })),
  );

  it.each([
    ['https://a.example/x/sdn.csv', 'https://a.example/x/alt.csv'],
    ['https://a.example/x/CONS_PRIM.CSV', 'https://a.example/x/CONS_ALT.CSV'],
    ['https://a.example/x/names.csv', null],
  ])('finds the file next to %s', (url, other) => expect(fileBeside(url, 'alt')).toBe(other));
});

describe("OFAC's list in XML", () => {
  it('is read in its plain form', async () => {
    const { entries } = await read(
      `<?xml version="1.0" standalone="yes"?><sdnList xmlns="https://ofac.example/XML"><publshInformation><Publish_Date>11/20/2026</Publish_Date></publshInformation>
<sdnEntry><uid>36</uid><lastName>HERON &amp; SONS</lastName><sdnType>Entity</sdnType><programList><program>CUBA</program></programList>
<akaList><aka><uid>12</uid><type>a.k.a.</type><category>strong</category><lastName>HERON AIR</lastName></aka><aka><category>weak</category><lastName>Boss</lastName></aka></akaList>
<addressList><address><country>Cuba</country></address></addressList></sdnEntry>
<sdnEntry><uid>37</uid><firstName>Davor</firstName><lastName>MARROW</lastName><sdnType>Individual</sdnType></sdnEntry></sdnList>`,
    );
    expect(entries.map(told)).toEqual([
      { kind: 'company', name: 'HERON & SONS', country: 'CU', marked: ['HERON & SONS', 'HERON AIR'], found: ['Boss'] },
      { kind: 'person', name: 'Davor MARROW', country: undefined, marked: [], found: ['Davor MARROW'] },
    ]);
  });

  const name = (text: string, group: number) => `<NamePartValue NamePartGroupID="${group}">${text}</NamePartValue>`;
  const alias = (type: number, primary: boolean, weak: boolean, ...parts: string[]) =>
    `<Alias AliasTypeID="${type}" Primary="${primary}" LowQuality="${weak}"><DocumentedName DocNameStatusID="${primary ? 1 : 2}">${parts.map((part) => `<DocumentedNamePart>${part}</DocumentedNamePart>`).join('')}</DocumentedName></Alias>`;
  const groups = (types: Record<number, number>) =>
    `<NamePartGroups>${Object.entries(types)
      .map(
        ([id, type]) =>
          `<MasterNamePartGroup><NamePartGroup ID="${id}" NamePartTypeID="${type}"/></MasterNamePartGroup>`,
      )
      .join('')}</NamePartGroups>`;
  it('is read in its advanced form, which keeps words in a separate table', async () => {
    const { entries } = await read(
      `<?xml version="1.0"?><Sanctions xmlns="https://ofac.example/ADVANCED_XML"><ReferenceValueSets>
<AreaCodeValues><AreaCode ID="11073" Description="Cuba">CU</AreaCode></AreaCodeValues>
<FeatureTypeValues><FeatureType ID="25">Location</FeatureType></FeatureTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1525">Entity Name</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="4">Transport</PartyType></PartyTypeValues></ReferenceValueSets>
<Locations><Location ID="25"><LocationCountry CountryID="11073"/></Location></Locations>
<DistinctParties><DistinctParty FixedRef="36"><Profile ID="36" PartySubTypeID="3"><Identity>${alias(1400, false, false, name('HERON AIR', 2))}${alias(1403, true, false, name('HERON AIRLINES', 1))}${alias(1400, false, true, name('Boss', 3))}${groups({ 1: 1525, 2: 1525, 3: 1525 })}</Identity>
<Feature FeatureTypeID="25"><FeatureVersion><VersionLocation LocationID="25"/></FeatureVersion></Feature></Profile></DistinctParty>
<DistinctParty FixedRef="37"><Profile ID="37" PartySubTypeID="4"><Identity>${alias(1403, true, false, name('MARROW', 1), name('Davor', 2))}${groups({ 1: 1520, 2: 1521 })}</Identity></Profile></DistinctParty>
<DistinctParty FixedRef="38"><Profile ID="38" PartySubTypeID="1"><Identity>${alias(1403, true, false, name('PACIFIC', 1))}${groups({})}</Identity></Profile></DistinctParty></DistinctParties>
<SanctionsEntries><SanctionsEntry ProfileID="36"><SanctionsMeasure SanctionsTypeID="1"><Comment>CUBA</Comment></SanctionsMeasure></SanctionsEntry></SanctionsEntries></Sanctions>`,
      { piece: 700 },
    );
    expect(entries.map(told)).toEqual([
      {
        kind: 'company',
        name: 'HERON AIRLINES',
        country: 'CU',
        marked: ['HERON AIRLINES', 'HERON AIR'],
        found: ['Boss'],
      },
      { kind: 'person', name: 'Davor MARROW', country: undefined, marked: [], found: ['Davor MARROW'] },
      { kind: 'vessel', name: 'PACIFIC', country: undefined, marked: [], found: ['PACIFIC'] },
    ]);
    expect(entries[0]?.facts).toContainEqual({ what: 'programmes', value: 'CUBA', src: ['list'] });
  });
});

describe("the EU's list", () => {
  const both = [
    {
      kind: 'company',
      name: 'Heron Chemical Industries (HCI)',
      country: 'IR',
      marked: ['Heron Chemical Industries', 'HCI', 'Industrias Heron'],
      found: [] as string[],
    },
    { kind: 'person', name: 'Davor Marrow', country: undefined, marked: [], found: ['Davor Marrow', 'D. Marrow'] },
  ];

  it('is read in CSV, with one row for each name, address or birth', async () => {
    const { header, entries, notes } = await read(
      `\ufeff${lines(
        'fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;Entity_Regulation_PublicationUrl;NameAlias_LastName;NameAlias_FirstName;NameAlias_WholeName;Address_CountryIso2Code',
        '01/12/2026;7;EU.7.1;enterprise;E;IRN;https://eur-lex.example/1;;;Heron Chemical Industries (HCI);',
        '01/12/2026;7;EU.7.1;enterprise;E;IRN;https://eur-lex.example/1;;;Industrias Heron;',
        '01/12/2026;7;EU.7.1;enterprise;E;IRN;https://eur-lex.example/1;;;;IR',
        '01/12/2026;8;EU.8.1;person;P;TERR;;Marrow;Davor;;',
        '01/12/2026;8;EU.8.1;person;P;TERR;;;;D. Marrow;00',
      )}`,
    );
    expect(header.title).toBe('EU Consolidated Financial Sanctions List');
    expect(entries.map(told)).toEqual(both);
    expect(entries[0]?.sources['list']?.url).toBe('https://eur-lex.example/1');
    expect([notes.refused, notes.clipped]).toEqual([0, 0]);
  });

  it('is read in XML', async () => {
    const { entries } = await read(
      `<?xml version="1.0" encoding="UTF-8"?><export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-12-01T01:00:00Z">
<sanctionEntity euReferenceNumber="EU.7.1" logicalId="7"><regulation programme="IRN" numberTitle="1/2026"><publicationUrl>https://eur-lex.example/1</publicationUrl></regulation><subjectType code="enterprise" classificationCode="E"/>
<nameAlias wholeName="Heron Chemical Industries (HCI)" strong="true"/><nameAlias wholeName="Industrias Heron" strong="true"/><address countryIso2Code="IR"/></sanctionEntity>
<sanctionEntity logicalId="8"><subjectType code="person" classificationCode="P"/><nameAlias wholeName="" firstName="Davor" middleName="" lastName="Marrow"/><nameAlias wholeName="D. Marrow" strong="false"/><citizenship countryIso2Code="00"/></sanctionEntity></export>`,
    );
    expect(entries.map(told)).toEqual(both);
  });
});

it("reads the UK's list below its report date, with the primary name first", async () => {
  const { header, entries } = await read(
    lines(
      'Report Date: 01-Dec-2026',
      'Last Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Name 2,Name type,Alias strength,Name non-latin script,Regime Name,Designation Type,Sanctions Imposed,Address Country,Date Designated',
      '01/12/2026,RUS1,1,HERON AIR,,,Alias,,,Russia,Entity,Asset freeze|Travel Ban,,01/03/2022',
      '01/12/2026,RUS1,1,HERON AIRLINES LTD,,,Primary Name,,Херон Лтд,Russia,Entity,,Russia,01/03/2022',
      '01/12/2026,RUS1,1,Heron Low,,,Alias,Low quality a.k.a,,Russia,Entity,,,01/03/2022',
      '01/12/2026,RUS2,2,MARROW,Davor,Ilich,Primary Name,,,Russia,Individual,,,01/03/2022',
      '01/12/2026,RUS3,3,PACIFIC,,,Primary Name,,,Russia,Ship,,,01/03/2022',
    ),
  );
  expect(header.title).toBe('UK Sanctions List');
  expect(entries.map(told)).toEqual([
    {
      kind: 'company',
      name: 'HERON AIRLINES LTD',
      country: 'RU',
      marked: ['HERON AIRLINES LTD', 'HERON AIR', 'Херон Лтд'],
      found: ['Heron Low'],
    },
    { kind: 'person', name: 'Davor Ilich MARROW', country: undefined, marked: [], found: ['Davor Ilich MARROW'] },
    { kind: 'vessel', name: 'PACIFIC', country: undefined, marked: [], found: ['PACIFIC'] },
  ]);
});

it("reads the UN's list in XML", async () => {
  const { entries } = await read(
    `<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="2026-12-01T00:00:00Z"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>DAVOR</FIRST_NAME><SECOND_NAME>MARROW</SECOND_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE><NATIONALITY><VALUE>Rwanda</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Boss</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL></INDIVIDUALS>
<ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>HERON TRADING CORPORATION</FIRST_NAME><NAME_ORIGINAL_SCRIPT>헤론무역회사</NAME_ORIGINAL_SCRIPT><ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Heron Trade</ALIAS_NAME></ENTITY_ALIAS><ENTITY_ADDRESS><COUNTRY>Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS></ENTITY></ENTITIES></CONSOLIDATED_LIST>`,
    { piece: 40 },
  );
  expect(entries.map(told)).toEqual([
    { kind: 'person', name: 'DAVOR MARROW', country: 'RW', marked: [], found: ['DAVOR MARROW', 'Boss'] },
    {
      kind: 'company',
      name: 'HERON TRADING CORPORATION',
      country: 'KP',
      marked: ['HERON TRADING CORPORATION', 'Heron Trade', '헤론무역회사'],
      found: [],
    },
  ]);
});

it("reads OpenSanctions' JSON line by line, without addresses and decisions", async () => {
  const entity = (id: string, schema: string, properties: Record<string, unknown>) =>
    JSON.stringify({ id, schema, properties, datasets: ['eu_fsf'], last_change: '2026-11-20T00:00:00' });
  const { header, entries, notes } = await read(
    lines(
      entity('NK-1', 'Company', {
        name: ['Heron Airlines'],
        alias: ['Heron Air'],
        weakAlias: ['Boss'],
        country: ['ru'],
      }),
      entity('NK-2', 'Person', { name: ['Davor Marrow'] }),
      entity('NK-3', 'Vessel', { name: ['Pacific'] }),
      entity('NK-4', 'Sanction', { entity: ['NK-1'], program: ['RUS'] }),
      entity('NK-5', 'Company', { name: ['Marrow Works'], sanctions: [{ id: 'x' }] }),
      '{"id":',
    ),
    { url: 'https://data.opensanctions.org/datasets/latest/eu_fsf/entities.ftm.json' },
  );
  expect([header.title, header.updated]).toEqual(['OpenSanctions: eu_fsf', '2026-11-20']);
  expect(entries.map(told)).toMatchObject([
    { kind: 'company', country: 'RU', marked: ['Heron Airlines', 'Heron Air'], found: ['Boss'] },
    { kind: 'person', marked: [], found: ['Davor Marrow'] },
    { kind: 'vessel', marked: [], found: ['Pacific'] },
    { kind: 'company', marked: ['Marrow Works'] },
  ]);
  expect(notes.kept.map(({ record }) => record)).toEqual(['line 6']);
});

it('reads a file with one name in each line as a list', async () => {
  const { entries } = await read('# Customers\nVesta Optics\nUlla Foundry Co., Ltd.\n\n林霍姆磁材\n');
  expect(entries.map(({ name }) => name)).toEqual(['Vesta Optics', 'Ulla Foundry Co., Ltd.', '林霍姆磁材']);
});

describe('a workbook', () => {
  async function* pieces(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.slice(at, at + 1000);
  }
  async function readBytes(bytes: Uint8Array) {
    let text = '';
    for await (const part of listText(pieces(bytes))) text += part;
    return read(text);
  }

  it('is read as the table on its first sheet', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'List',
          rows: [
            ['Restricted entities', null, null],
            ['Company', 'Country', 'Note'],
            ['Vesta Optics', 'Netherlands', 'Lenses, "fine"\nand coarse'],
            ['Ulla Foundry', 'CN', 12],
          ],
        },
        { name: 'Other', rows: [['x']] },
      ],
    });
    const { entries } = await readBytes(bytes);
    expect(entries.map(({ name, country, what }) => [name, country, what.text])).toEqual([
      ['Vesta Optics', 'NL', 'Lenses, "fine"\nand coarse'],
      ['Ulla Foundry', 'CN', '12'],
    ]);
  });

  it('that is not a workbook is refused with advice', async () => {
    await expect(readBytes(new TextEncoder().encode('PK\u0003\u0004 and nothing more'))).rejects.toMatchObject({
      code: 'bad_workbook',
    });
  });
});

describe('refuses files and records', () => {
  it.each([
    ['<!DOCTYPE html><html><body>Sign in</body></html>', 'html', ''],
    ['<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p/></html>', 'html', ''],
    ['<?xml version="1.0"?>\n<!-- a feed -->\n<rss version="2.0"><channel/></rss>', 'unknown_xml', 'rss'],
    ['<?xml version="1.0"', 'bad_xml', 'line 1'],
    ['colour,size\nred,1\nblue,2\n', 'no_columns', 'colour, size'],
    ['This is a letter. It has sentences: many of them.\nAnd another one.\n', 'no_columns', ''],
  ])('refuses %s', (text, code, detail) =>
    expect(() => formatOf(text)).toThrow(expect.objectContaining(detail === '' ? { code } : { code, detail })),
  );

  it('reports where XML is malformed, and expands no entity of the document', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sdnList><sdnEntry><uid>1</uid><lastName>&b;</lastName></sdnEntry></sdnList>';
    await expect(read(bomb)).rejects.toMatchObject({ code: 'bad_xml' });
    await expect(read('<sdnList><sdnEntry><uid>1</uid>')).rejects.toMatchObject({ code: 'cut_off' });
    const deep = `<sdnList><sdnEntry>${'<a>'.repeat(200)}`;
    await expect(read(deep)).rejects.toMatchObject({ code: 'bad_xml' });
  });
});
