/**
 * Protects symbols of metals, which are marked only in tables and lists of metals, and codes of
 * controlled goods, which are marked wherever the text says that they are codes.
 */
import { expect, it } from 'vitest';
import { chooseSenses, createMatcher } from '../../../lib/match/index.ts';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';

const matcher = createMatcher([compileNames(builtInList())]);

/** The marked words and their entries, in blocks of text. */
const marked = (...blocks: string[]): string[] => {
  const readings = blocks.map((text) => matcher.read(text));
  return chooseSenses(matcher, readings, { lang: 'en' }).map(({ block, start, end, entry }) => {
    return `${blocks[block]?.slice(start, end)} ${entry.replace(/^.*\//, '')}`;
  });
};

it.each<[what: string, blocks: string[], found: string[]]>([
  [
    'a column of prices under a heading',
    ['Metal prices', 'Ni', '15,230', 'Co', '24,300', 'In', '380'],
    ['Ni nickel', 'Co cobalt'],
  ],
  [
    'a column of prices without a word',
    ['Ni', '15,230', 'Co', '24,300', 'Cu', '9,800', 'Sn', '33,000', 'Zn', '2,800', 'In', '380'],
    ['Ni nickel', 'Co cobalt', 'Cu copper', 'Sn tin', 'Zn zinc', 'In indium'],
  ],
  [
    'names and symbols in one column',
    ['Price per tonne', 'Nickel', 'Gallium', 'W', 'Mo', 'Ge'],
    ['Nickel nickel', 'Gallium gallium', 'W tungsten', 'Mo molybdenum', 'Ge germanium'],
  ],
  [
    'rows of cells',
    ['| Metal | USD a tonne |\n| Ni | 15,230 |\n| Co | 24,300 |\n| Zn | 2,800 |'],
    ['Ni nickel', 'Co cobalt', 'Zn zinc'],
  ],
  [
    'a list in a sentence',
    ['Metals on the list: Ga, Ge, Sb, In, Bi, W and Te.'],
    ['Ga gallium', 'Ge germanium', 'Sb antimony', 'In indium', 'Bi bismuth', 'W tungsten', 'Te tellurium'],
  ],
])('marks symbols: %s', (_, blocks, found) => {
  expect(marked(...blocks)).toEqual(expect.arrayContaining(found));
});

it.each([
  ['In the bar, as ever, he said no. He, too, had sold.'],
  ['W. G. Sebald and P. D. James wrote of mines and metals.'],
  ['Millener, P. (1993). The price of metals.'],
  ['Soil holds Mg, Zn, Cu and Mn, which the garden and its compost need.'],
  ['Miners sold metals. Al, Ed and Co. were in.'],
  ['Mo, Di, Mi, Do, Fr'],
  ['In 2025, the Commerce Department put tariffs on steel.'],
  ['As 2026 unfolds, export controls widen. The Commerce Department acted.'],
  ['In 40 countries the Commerce Department controls exports of metals.'],
  ['The teams of the metal league: A, B, C, U, V, W, Y.'],
  ['Gas turbines and metals are exports of China.'],
])('marks no symbols: %s', (text) => {
  expect(marked(text).filter((one) => /^[A-Z][a-z]{0,2} /.test(one))).toEqual([]);
});

it.each([
  ['Exporters of HS 8112.92 goods need a licence.', '8112.92 gallium'],
  ['Exporters of HS 8112.92 goods such as germanium need a licence.', '8112.92 germanium'],
  ['Antimony under HS code 8110 rose.', '8110 antimony'],
  ['Wafers (HTS 2804.61) from China.', '2804.61 polysilicon'],
  ['Exports under subheading 2504.10 fell.', '2504.10 natural-graphite'],
  ['商品编号8112.92的镓', '8112.92 gallium'],
  ['Exports under HS 2846 fell.', '2846 rare-earths'],
  ['Duties on heading 8101 rise.', '8101 tungsten'],
  ['Duties on HTS 2825.60.00 rise.', '2825.60.00 germanium'],
  ['Waren der KN-Position, HS-Code 2804 50, aus China.', '2804 50 boron'],
  ['Goods of HS code 850760 wait.', '850760 lithium-ion-batteries'],
  ['海关编码280461的多晶硅', '280461 polysilicon'],
  ['Shippers of 1C117 items wait.', '1C117 tungsten'],
  ['China’s code 1C904 covers it.', '1C904 terbium'],
  ['The rule on 3A090 stands.', '3A090 eccn-3a090'],
  ['Encryption under ECCN 5D002 and 5E002 may go.', '5E002 ccl'],
  ['Under the Export Administration Regulations the engines are 9A610.x.', '9A610 ccl'],
  ['Of its ECCNs, 3A001.b.2 and 3A001 wait.', '3A001 ccl'],
])('marks a code: %s', (text, found) => {
  expect(marked(text)).toContain(found);
});

it.each([
  ['The index closed at 8112.92.'],
  ['He sold 8110 shares to the heads of tin.'],
  ['The 8101 tonnes bear one HS code.'],
  ['China sold 8110 tonnes of antimony.'],
  ['Of 850760 lithium-ion batteries some fail.'],
  ['Flat 3A, room 1C904.'],
  ['The lens 5D002 and the frame 9A610 are sold out.'],
  ['Item 2B201 of Annex I to the EU dual-use regulation waits for export controls.'],
])('marks no code: %s', (text) => {
  expect(marked(text).filter((one) => /^\d/.test(one))).toEqual([]);
});

it.each([
  ['#5 Dysprosium price doubles', 'Dysprosium dysprosium'],
  ['3. Gallium Prices Hit Record', 'Gallium gallium'],
  ['• Terbium oxide rises', 'Terbium oxide terbium'],
  ['1) Cobalt Quotas Bite', 'Cobalt cobalt'],
  ['Dysprosium Price Doubles As Beijing Tightens Grip', 'Dysprosium dysprosium'],
  ['Gallium / Germanium', 'Germanium germanium'],
  ['Metals › Gallium › Germanium', 'Germanium germanium'],
  ['► Nickel hits a record', 'Nickel nickel'],
])('marks a name after a number or bullet: %s', (text, found) => {
  expect(marked('Weekly prices of metals', text)).toContain(found);
});
