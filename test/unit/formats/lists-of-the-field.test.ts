/**
 * Protects the reading of lists as agencies and firms publish them. No name in them is real. Each
 * has something that once failed: titles above headers, headers in two languages, addresses and
 * aliases in cells of names, one row for each name.
 */
import { describe, expect, it } from 'vitest';
import { ruleOf, textOf } from '../../../lib/knowledge/model/name-rule.ts';
import { formatOf, sampleOf } from '../../../lib/formats/read-list.ts';
import { NotAList } from '../../../lib/formats/list-format.ts';
import { read } from './reading.ts';

/** Entries as [name, other names that may be marked, country]. */
async function entriesIn(table: string) {
  const { entries } = await read(table);
  return entries.map(({ name, names, country = '' }) => [
    name,
    [
      ...new Set(
        Object.values(names)
          .flat()
          .filter((one) => ruleOf(one).mark !== false)
          .map(textOf),
      ),
    ]
      .filter((text) => text !== name)
      .join(' / '),
    country,
  ]);
}

it('the Entity List: aliases and addresses in the cell of the name', async () => {
  const table = `Country,Entity,License Requirement,Federal Register Citation
"CHINA, PEOPLE'S REPUBLIC OF","Kelp Test Co., Ltd. (KTC), a.k.a., the following two aliases:
—KTC Shanghai; and
—Shanghai Kelp Test.
No. 188 Taihua Road,
Shanghai, China.",For all items subject to the EAR.,"89 FR 96836, 12/5/24."
,"Heron Quantum Institute, f.k.a., the following one alias:
-Heron Lab Nine.
17 Xueyuan Road, Beijing, China; and Building 4, Hefei, China.",For all items.,"88 FR 13673, 3/6/23."
RUSSIA,"JSC Vesta Optik, a.k.a., the following three aliases: Vesta Plant; AO Vesta Optik; and VOP. Sverdlova Str. 11, Krasnogorsk, Russia.",All items.,"87 FR 12226."
BURMA,"Ulla Ordnance Depot,
Meikthila, Burma.",All items.,"85 FR 83799."
`;
  expect(await entriesIn(table)).toEqual([
    ['Kelp Test Co., Ltd. (KTC)', 'Kelp Test Co., Ltd. / KTC / KTC Shanghai / Shanghai Kelp Test', 'CN'],
    ['Heron Quantum Institute', 'Heron Lab Nine', ''],
    ['JSC Vesta Optik', 'Vesta Plant / AO Vesta Optik / VOP', 'RU'],
    ['Ulla Ordnance Depot', '', 'MM'],
  ]);
  const { entries } = await read(table);
  expect(entries[1]?.note).toBe('17 Xueyuan Road, Beijing, China; and Building 4, Hefei, China.');
  expect(entries[1]?.what.text).toContain('For all items.');
});

it('the UFLPA list: two titles, aliases between brackets', async () => {
  const table = `UFLPA Entity List,,
"A list of entities that mine, produce or manufacture goods wholly or in part with forced labor",,
Name of Entity,Address,Effective Date
"Vesta Cotton Co., Ltd. (and two alias(es): Vesta Textile Co., Ltd.; and Xinjiang Vesta)","No. 1 Road",6/21/2022
"Heron Silicon Co., Ltd. (including one alias: Hesheng Heron) and subsidiaries",,6/21/2022
`;
  expect(await entriesIn(table)).toEqual([
    ['Vesta Cotton Co., Ltd.', 'Vesta Textile Co., Ltd. / Xinjiang Vesta', ''],
    ['Heron Silicon Co., Ltd.', 'Hesheng Heron', ''],
  ]);
});

it('MOFCOM’s lists as a sheet: two titles, headings with brackets, a firm in two rows, a note below', async () => {
  const table = `出口管制管控名单汇总,,,,,
更新日期：2026年11月20日,,,,,
序号,企业名称（中文）,企业名称（英文）,国家（地区）,公告号,实施日期
1,海鸢航空公司,"Heron Aviation, Inc.",美国,商务部公告2024年第46号,2024年12月3日
2,海带光学股份有限公司,"Kelp Optics Co., Ltd.",日本,商务部公告2026年第12号,2026年2月24日
2,海带光学股份有限公司,Kelp Optics,日本,商务部公告2026年第30号,2026年6月1日
注：以官方公告为准,,,,,
`;
  expect(await entriesIn(table)).toEqual([
    ['海鸢航空公司', 'Heron Aviation, Inc.', 'US'],
    ['海带光学股份有限公司', 'Kelp Optics Co., Ltd. / Kelp Optics', 'JP'],
  ]);
});

it('METI’s end user list: headings and countries in two languages, bullets in a cell', async () => {
  const table = `外国ユーザーリスト,,,,
No.,"国名､地域名
Country or Region","企業名､組織名
Company or Organization","別名
Also Known As","懸念区分
Type of WMD"
1,"中華人民共和国
People's Republic of China","Beijing Kelp Institute (BKI)","・Kelp Institute No. 7
・北京海带航天研究所","ミサイル
M"
2,"イラン
Islamic Republic of Iran",Vesta Turbine Co.,,"核
N"
`;
  expect(await entriesIn(table)).toEqual([
    ['Beijing Kelp Institute (BKI)', 'Beijing Kelp Institute / BKI / Kelp Institute No. 7 / 北京海带航天研究所', 'CN'],
    ['Vesta Turbine Co.', '', 'IR'],
  ]);
});

it('Japan’s and Taiwan’s tables: a name in two scripts, headings in their characters', async () => {
  expect(
    await entriesIn(
      '番号,団体名称,別称,国\n1,Vesta Optik JSC（ヴェスタ光学）,VOP、Vesta Optics,ロシア\n2,株式会社ケルプ精密,,日本\n',
    ),
  ).toEqual([
    ['Vesta Optik JSC（ヴェスタ光学）', 'Vesta Optik JSC / VOP / Vesta Optics / ヴェスタ光学', 'RU'],
    ['株式会社ケルプ精密', '', 'JP'],
  ]);
  expect(await entriesIn('流水號,國別,實體名稱,別名,管制原因\n1,中國大陸,北京海帶航太研究所,BKAI,飛彈\n')).toEqual([
    ['北京海帶航太研究所', 'BKAI', 'CN'],
  ]);
});

describe('one row for each name', () => {
  it('Britain’s old list: groups by their number, people and ships not marked', async () => {
    const table = `Last Updated,28/11/2026
Name 6,Name 1,Name 2,Title,Country,Other Information,Group Type,Alias Type,Regime,Listed On,Group ID
VESTA OPTOMECHANICAL PLANT,,,,Russia,,Entity,Primary name,Russia,24/03/2022,16001
VESTA PLANT,,,,Russia,,Entity,AKA,Russia,24/03/2022,16001
HERONOV,Ivan,Petrovich,,Russia,,Individual,Primary name,Russia,24/03/2022,16002
PACIFIC NEXT,,,,,,Ship,Primary name,DPRK,24/03/2022,16003
`;
    expect(await entriesIn(table)).toEqual([
      ['VESTA OPTOMECHANICAL PLANT', 'VESTA PLANT', 'RU'],
      ['Ivan Petrovich HERONOV', '', 'RU'],
      ['PACIFIC NEXT', '', ''],
    ]);
  });

  it('Australia’s: a row of another name belongs to the entry above', async () => {
    const table = `Reference,Name of Individual or Entity,Type,Name Type,Date of Birth,Committees
1,Vesta Optik AO,Entity,Primary Name,,Autonomous (Russia)
1a,Vesta Optics,Entity,aka,,Autonomous (Russia)
1b,Веста Оптик,Entity,Original Script,,Autonomous (Russia)
2,Ivan HERONOV,Individual,Primary Name,1970-01-01,Autonomous (Russia)
`;
    expect(await entriesIn(table)).toEqual([
      ['Vesta Optik AO', 'Vesta Optics / Веста Оптик', ''],
      ['Ivan HERONOV', '', ''],
    ]);
  });
});

it('Canada’s: a firm in one column, people in two', async () => {
  const table = `Item,Schedule,Country,LastName,GivenName,EntityOrShip,Aliases,DateOfListing
1,1 Part 1,Belarus,Heronov,Ivan,,,2020-09-28
2,1 Part 2,Belarus / Biélorussie,,,Vesta Optik AO,"Vesta Optics; VOP",2021-03-01
`;
  expect(await entriesIn(table)).toEqual([
    ['Ivan Heronov', '', 'BY'],
    ['Vesta Optik AO', 'Vesta Optics / VOP', 'BY'],
  ]);
  expect((await read(table)).entries[0]?.kind).toBe('person');
});

it('a query of Wikidata: no id in place of a missing name', async () => {
  const table = `item,itemLabel,itemAltLabel,countryLabel
http://www.wikidata.org/entity/Q1,Vesta Optik,"Vesta Optics, VOP",Russia
http://www.wikidata.org/entity/Q1,Vesta Optik,"Vesta Optics, VOP",Soviet Union
http://www.wikidata.org/entity/Q42,Q42,,Iran
`;
  expect(await entriesIn(table)).toEqual([['Vesta Optik', 'Vesta Optics / VOP', 'RU']]);
});

it("a firm's own watchlist: the clean name, aliases in columns, and no country code as an alias", async () => {
  const table = `Record ID,Raw Name,Clean Name,AKA 1,AKA 2,Risk Level,Ctry,Analyst Comment,Contact Name
1001,VESTA OPTIK AO (RU),Vesta Optik,Vesta Optics,VOP,High,RU,See memo 12.,Anna Smith
1002,"KELP QUANTUM CO.,LTD",Kelp Quantum,,,Medium,CN,,Ben Jones
`;
  expect(await entriesIn(table)).toEqual([
    ['Vesta Optik', 'VESTA OPTIK AO (RU) / Vesta Optics / VOP', 'RU'],
    ['Kelp Quantum', 'KELP QUANTUM CO.,LTD', 'CN'],
  ]);
});

it('reads columns under headings of groups of columns', async () => {
  expect(
    await entriesIn(
      'Company,,Contact,\nName,Aliases,Country,Website\nVesta Optik,Vesta Optics,Russia,https://v.example/\n',
    ),
  ).toEqual([['Vesta Optik', 'Vesta Optics', 'RU']]);
});

it('shows rows without a header as rows, and guesses the column of names', () => {
  const table = '1,Vesta Optik AO,RU,2022-03-02\n2,Kelp Quantum Co.,CN,2024-12-05\n3,Heron Avionics,CN,2022-12-19\n';
  expect(() => formatOf(table)).toThrow(NotAList);
  expect(sampleOf(table)).toMatchObject({
    hasHeader: false,
    columns: [
      { role: 'ignored' },
      { role: 'name', cells: ['Vesta Optik AO', 'Kelp Quantum Co.', 'Heron Avionics'] },
      {},
      {},
    ],
  });
});
