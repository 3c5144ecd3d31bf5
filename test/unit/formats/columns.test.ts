/**
 * Protects the reading of tables as people in this field have them: columns in any language, titles
 * above the header, several rows of one name.
 */
import { describe, expect, it } from 'vitest';
import { tableColumns, textsIn } from '../../../lib/formats/table-columns.ts';
import { countryIn } from '../../../lib/formats/country-words.ts';
import { read, textsOf } from './reading.ts';

const rows = async (text: string) => (await read(text)).entries.map(({ name }) => name);

describe('the columns of a table', () => {
  it.each([
    ['Begriff;Notiz;Aliase', 'begriff', ['aliase'], ['notiz']],
    ['Company,Also known as,Remarks', 'company', ['also_known_as'], ['remarks']],
    ['Chinese name,English name,Entity', 'entity', ['chinese_name', 'english_name'], []],
    ['NameAlias_WholeName,Remark', 'namealias_wholename', [], ['remark']],
    ['itemLabel,itemAltLabel,item', 'itemlabel', ['itemaltlabel'], []],
    ['Clean Name,Country', 'clean_name', [], []],
    ['名称,别名,备注', '名称', ['别名'], ['备注']],
    ['企業名,略称,備考', '企業名', ['略称'], ['備考']],
    ['기업명,별칭,비고', '기업명', ['별칭'], ['비고']],
    ['name,name_en,names_zh', 'name', ['name_en', 'names_zh'], []],
    ['name,title,summary,program', 'name', [], ['summary', 'program']],
    ['Source,Critical Mineral,Primary Applications', 'critical_mineral', [], []],
    ['Company,Product,Country', 'company', [], []],
    ['MineralID,MineralName,Type', 'mineralname', [], []],
    ['productname,filename', 'productname', [], []],
    ['Rohstoff;Land', 'rohstoff', [], []],
    ['矿产,国家', '矿产', [], []],
  ])('are recognised in "%s"', (header, name, aliases, notes) => {
    const columns = tableColumns(header.split(/[,;]/).map((one) => one.trim().toLowerCase().replace(/ /g, '_')));
    expect([columns?.of('name'), columns?.of('alias'), columns?.of('note')]).toEqual([[name], aliases, notes]);
  });

  it('are reported if they are not read', async () => {
    const { entries, notes } = await read('Begriff;Notiz;Farbe\nÜberchip;schnell;rot\n');
    expect(entries.map(({ name, what }) => [name, what.text])).toEqual([['Überchip', 'schnell']]);
    expect(notes.kept).toEqual([{ record: 'farbe', field: '', reason: 'column', refused: false }]);
  });

  it('join a name in several parts, the family name last', async () => {
    expect(await rows('Name 6,Name 1,Name 2,Regime\nPETROV,Ivan,Ilich,Russia\nHARBOUR TIN LTD,,,Russia\n')).toEqual([
      'Ivan Ilich PETROV',
      'HARBOUR TIN LTD',
    ]);
  });

  it('may follow a title, and may be repeated between the rows', async () => {
    const table =
      'List of restricted entities,,\nIssued 1 December 2026,,\n,,\nCompany,Country,Remarks\nVesta Optics,Netherlands,Lenses\nCompany,Country,Remarks\nUlla Foundry,CN,\n';
    const { entries } = await read(table);
    expect(entries.map(({ name, country }) => [name, country])).toEqual([
      ['Vesta Optics', 'NL'],
      ['Ulla Foundry', 'CN'],
    ]);
  });
});

it.each([
  ['LM AB; Lindholm', ['LM AB', 'Lindholm']],
  ['LM AB, Lindholm', ['LM AB', 'Lindholm']],
  ['Lindholm Magnetics Co., Ltd., LM AB', ['Lindholm Magnetics Co., Ltd.', 'LM AB']],
  ['Vesta, Inc.', ['Vesta, Inc.']],
  ['Smith, John | Doe, Jane', ['Smith, John', 'Doe, Jane']],
  ['华为；中兴、联想', ['华为', '中兴', '联想']],
  ['一，二', ['一', '二']],
  ['a\nb', ['a', 'b']],
  ['', []],
])('splits a cell into texts: %s', (cell, texts) => expect(textsIn(cell)).toEqual(texts));

it.each([
  ['nl', 'NL'],
  ['Germany', 'DE'],
  ['Deutschland', 'DE'],
  ['中国', 'CN'],
  ['The Netherlands', 'NL'],
  ['Russian Federation', 'RU'],
  ['somewhere', null],
])('recognises a country: %s', (cell, code) => expect(countryIn(cell)).toBe(code));

describe('rows of one name', () => {
  it('become one entry with all their aliases, notes, links and sources, wherever they are in the file', async () => {
    const filler = Array.from({ length: 3000 }, (_, k) => `Firm ${k},,,`).join('\n');
    const { entries, notes } = await read(
      `name,aliases,note,url\nVesta Optics,VO,Listed 2024-01-01,https://one.example/\n${filler}\nVESTA OPTICS,Vesta BV,Listed 2025-06-01,https://two.example/\nvesta optics,VO,Listed 2024-01-01,\n`,
    );
    expect(notes.kept).toEqual([]);
    expect(entries).toHaveLength(3001);
    expect(entries[0]).toMatchObject({
      name: 'Vesta Optics',
      what: { text: 'Listed 2024-01-01' },
      note: 'Listed 2025-06-01',
      link: 'https://one.example/',
    });
    expect(entries.slice(0, 1).map(textsOf)).toEqual([{ en: ['Vesta Optics', 'VO', 'Vesta BV'] }]);
    expect(Object.values(entries[0]?.sources ?? {}).map(({ url }) => url)).toEqual([
      'https://one.example/',
      'https://two.example/',
      'https://data.harbour.example/desk/names.csv',
    ]);
  });

  it('stay separate entries if their ids differ, like two firms of one name', async () => {
    expect(await rows('id,name\na,Vesta\nb,Vesta\na,Vesta Optics\n')).toEqual(['Vesta', 'Vesta']);
  });

  it('are counted while they wait for later rows, so that the user sees progress', async () => {
    const table = Array.from({ length: 3_000 }, (_, k) => `Firm ${k},Measure ${k}`).join('\n');
    const { waiting } = await read(`name,note\n${table}\n`);
    expect(waiting.length).toBeGreaterThan(2);
    expect(waiting[1]).toBeGreaterThan(waiting[0] ?? 0);
    expect(Math.max(...waiting)).toBe(3_000);
  });

  it('keep every row of a large table', async () => {
    const table = Array.from({ length: 20_000 }, (_, k) => `Firm ${k % 5000},Measure ${k}`).join('\n');
    const { entries, notes } = await read(`name,note\n${table}\n`, { piece: 1 << 16 });
    expect([entries.length, notes.refused]).toEqual([5000, 0]);
    expect(entries[7]?.note?.split('\n')).toEqual(['Measure 5007', 'Measure 10007', 'Measure 15007']);
  });
});
