/** Protects the reading of tables of each kind, as programs and publishers write them. */
import { describe, expect, it } from 'vitest';
import { momentOf, versionFrom } from '../../../lib/formats/list-format.ts';
import { formatOf } from '../../../lib/formats/read-list.ts';
import { opensanctionsCsv } from '../../lists/make-opensanctions.ts';
import { read, textsOf } from './reading.ts';

/** A name of one ordinary word: marked only if its sentence is about the subject of the table. */
const byCue = (text: string) => ({
  text,
  case: 'capital',
  alone: false,
  for: [
    { cue: 'topic/trade-controls', within: 'sentence' },
    { cue: 'topic/firms', within: 'beside' },
    { cue: 'kind/company', within: 'sentence' },
  ],
});
/** A name of several words: it starts with a capital in texts too. */
const named = (text: string) => ({ text, case: 'capital' });

describe('tables', () => {
  it("reads a user's own table, which needs only names", async () => {
    const { header, entries } = await read(
      'Name;Kind;Aliases;Note;URL\nLindholm Magnetics;company;LM AB|林霍姆磁材;Magnets since 2021.;https://lindholm.example/\nProject Heron;;;;\n\n',
    );
    expect(header).toMatchObject({
      id: 'data.harbour.example-desk-names.csv',
      title: 'names',
      version: 202611200830,
      updated: '2026-11-20',
    });
    expect(entries).toMatchObject([
      {
        kind: 'company',
        name: 'Lindholm Magnetics',
        what: { text: 'Magnets since 2021.' },
        link: 'https://lindholm.example/',
      },
      { kind: 'term', name: 'Project Heron' },
    ]);
    expect(entries.map(textsOf)).toEqual([
      { en: ['Lindholm Magnetics', 'LM AB'], 'zh-Hans': ['林霍姆磁材'] },
      { en: ['Project Heron'] },
    ]);
  });

  it('gives a row the same id in every update, whatever rows are around it', async () => {
    const [first] = (await read('name\nLindholm Magnetics\n')).entries;
    const second = (await read('name,note\nKeller Optics,x\nLindholm Magnetics,y\n')).entries[1];
    expect(second?.id).toBe(first?.id);
  });

  it('reads cells with commas, quotes and line ends, split at any position', async () => {
    const text = 'name,note\r\n"Lindholm, ""LM"" AB","two\r\nlines"\r\nKeller Optics,plain\r\n';
    for (const piece of [1, 3, 7, 100])
      expect((await read(text, { piece })).entries.map(({ name }) => name)).toEqual([
        'Lindholm, "LM" AB',
        'Keller Optics',
      ]);
  });

  it('detects a table that was cut off in the middle of a cell', async () => {
    await expect(read('name,note\nLindholm Magnetics,"and so')).rejects.toMatchObject({
      code: 'cut_off',
      detail: 'row 2',
    });
    await expect(read(`name\n"${'x'.repeat(3 << 20)}`, { piece: 1 << 18 })).rejects.toMatchObject({ code: 'cut_off' });
    // A row longer than any real row is refused as well, because it would be kept in memory.
    const endless = `name,note\nKeller Optics,"${'x'.repeat(5 << 20)}"\n`;
    await expect(read(endless, { piece: 1 << 18 })).rejects.toMatchObject({ code: 'cut_off' });
  });

  it.each([
    ['a byte order mark and the line ends of Windows', '\ufeffname,kind\r\nLindholm Magnetics,company\r\n'],
    ['the line ends of old Macs', 'name,kind\rLindholm Magnetics,company\r'],
    ['the line by which a spreadsheet tells its sign', 'sep=;\r\nname;kind\r\nLindholm Magnetics;company\r\n'],
    ['empty lines above the header', '\n \nname,kind\nLindholm Magnetics,company'],
    ['tabs', 'name\tkind\nLindholm Magnetics\tcompany\n'],
    ['another sign inside a heading', '"Note, a, b";"Name";"Kind"\n"x";"Lindholm Magnetics";"company"\n'],
    ['headings of several lines', '"Comment\nof the ""editor""";Name;Kind\n"a\n\nb";Lindholm Magnetics;company\n'],
    ['columns without a heading, rows of nothing', 'name,,kind,\nLindholm Magnetics,,company,\n,,,\n , ,,\n'],
    ['a heading that stands twice', 'name,kind,name\nLindholm Magnetics,company,the\n'],
    ['rows that are too short or too long', 'kind,name,note\ncompany,Lindholm Magnetics\n,,,,too,long\n'],
  ])('reads a table with %s', async (_, text) => {
    for (const piece of [1, 1000]) {
      const { entries, notes } = await read(text, { piece });
      expect(entries.map(({ name, kind }) => [name, kind])).toEqual([['Lindholm Magnetics', 'company']]);
      expect(notes.refused).toBe(text.includes('too,long') ? 1 : 0);
    }
  });

  it('names left-out parts by row, name and field', async () => {
    const { entries, notes } = await read(
      '\nid,name,kind,country\n1,Lindholm Magnetics,Rare earth,Sweden\n1,Keller Optics,,SE\n,the,,\n,,company,\n',
    );
    expect(entries).toMatchObject([
      {
        kind: 'term',
        label: 'rare earth',
        name: 'Lindholm Magnetics',
        country: 'SE',
      },
    ]);
    expect(entries.map(textsOf)).toEqual([{ en: ['Lindholm Magnetics', 'Keller Optics'] }]);
    expect(notes.kept.map(({ record, field, reason }) => `${record} ${field} ${reason}`)).toEqual([
      'the name stop_word',
      'the  no_name',
      'row 6  no_name',
    ]);
  });

  it('drops an invalid link, and reports its row', async () => {
    const { entries, notes } = await read('name,url\nLindholm Magnetics,javascript:alert(1)\n');
    expect(entries[0]?.link).toBeUndefined();
    expect(notes.kept).toEqual([{ record: 'Lindholm Magnetics', field: 'url', reason: 'link', refused: false }]);
  });

  it('reports a document that is not a table of names', () => {
    for (const [text, code] of [
      ['', 'empty'],
      ['<!DOCTYPE html>', 'html'],
      ['a,b,c\n1,2,3', 'no_columns'],
      ['\ufeff  ', 'empty'],
    ] as const)
      expect(() => formatOf(text), text).toThrow(
        expect.objectContaining({ code, detail: code === 'no_columns' ? 'a, b, c' : '' }),
      );
  });
});

it('reads the minute of the last change from the version made of it, and from no other number', () => {
  const moment = Date.UTC(2026, 10, 20, 8, 30);
  expect(momentOf(versionFrom(moment))).toBe(moment);
  for (const version of [0, 12, 20261120, 202613400830, 2026112008300])
    expect(momentOf(version), `${version}`).toBeNull();
});

describe('OpenSanctions', () => {
  it('are read with names and aliases, firms apart from people, dated by the last change', async () => {
    const { header, entries } = await read(opensanctionsCsv({ names: 200 }), {
      url: 'https://data.opensanctions.org/datasets/latest/us_trade_csl/targets.simple.csv',
    });
    expect(header).toMatchObject({
      title: 'OpenSanctions: us_trade_csl',
      publisher: 'OpenSanctions',
      licence: 'CC BY-NC 4.0',
      updated: '2026-11-20',
    });
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['company', 'person']));
    expect(entries.flatMap(({ names }) => Object.values(names).flat())).toHaveLength(200);
    expect(entries[0]?.facts?.map(({ what }) => what)).toContain('sanctions');
  });

  it('are not marked by one common word', async () => {
    const columns =
      'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,first_seen,last_seen,last_change';
    const table = `${columns}\nNK-Ab,Person,Davor Belosar,Davor;Belosar D.,,,,,,,,,x,,,\nNK-aB,Company,Belosar,,,,,,,,,,x,,,\nNK-s,Vessel,Pacific Star,,,,,,,,,,x,,,\n`;
    const { entries } = await read(table);
    const unmarked = (...texts: string[]) => texts.map((text) => ({ text, mark: false }));
    expect(entries[0]?.names['en']).toEqual(unmarked('Davor Belosar', 'Davor', 'Belosar D.'));
    expect(entries[1]?.names['en']).toEqual([byCue('Belosar')]);
    expect(entries[2]?.names['en']).toEqual(unmarked('Pacific Star'));
    const [davor] = (await read(table, { people: true })).entries;
    expect(davor?.names['en']).toEqual([named('Davor Belosar'), ...unmarked('Davor'), named('Belosar D.')]);
    expect(new Set(entries.map(({ id }) => id.split('/')[1])).size).toBe(3);
  });
});

describe('the US Consolidated Screening List', () => {
  it('is read with the list, its rule and its date for each name', async () => {
    const columns =
      '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids';
    const row =
      'ab12,Entity List (EL) - Bureau of Industry and Security,,,,Marrow Shipping Works,,"1 Quay Road, Sandhill, CN",88 FR 1,2024-12-02,,,For all items subject to the EAR,Presumption of denial,,,,,,,,https://bis.example/el,Marrow; Marrow Works,,,,,https://bis.example/info,';
    const { header, entries } = await read(`${columns}\n${row}\n`);
    expect(header.title).toBe('US Consolidated Screening List');
    expect(entries[0]).toMatchObject({
      kind: 'company',
      country: 'CN',
      what: {
        text: 'On the Entity List (EL) of the Bureau of Industry and Security, by the US Consolidated Screening List',
      },
      sources: { list: { url: 'https://bis.example/info', class: 'official' } },
    });
    expect(entries[0]?.names['en']).toEqual([named('Marrow Shipping Works'), byCue('Marrow'), named('Marrow Works')]);
    expect(entries[0]?.facts).toContainEqual({ what: 'licence policy', value: 'Presumption of denial', src: ['list'] });
  });

  it('finds people as the press writes them, and calls no one a firm who may not be one', async () => {
    const { entries } = await read(
      [
        '_id,source,type,name,alt_names,source_list_url',
        'a1,Specially Designated Nationals (SDN) - Treasury Department,Individual,"BELOSAR, Davor","BELLOSAR, D.; Bello",',
        'a2,Denied Persons List (DPL) - Bureau of Industry and Security,, MARIT KELLER,,',
        'a3,Specially Designated Nationals (SDN) - Treasury Department,Entity,"Marrow Works, Ltd.",,',
      ].join('\n'),
      { people: true },
    );
    expect(entries.map((entry) => [entry.kind, entry.label, entry.name, textsOf(entry)['en']])).toEqual([
      [
        'person',
        'individual',
        'BELOSAR, Davor',
        ['BELOSAR, Davor', 'Davor BELOSAR', 'BELLOSAR, D.', 'D. BELLOSAR', 'Bello'],
      ],
      ['term', 'party', 'MARIT KELLER', ['MARIT KELLER']],
      ['company', undefined, 'Marrow Works, Ltd.', ['Marrow Works, Ltd.']],
    ]);
    expect(entries[0]?.names['en']).toContainEqual({ text: 'Bello', mark: false });
  });
});
