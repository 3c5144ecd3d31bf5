/**
 * Protects the search by codes, formulas and substance numbers, including those that no entry has.
 */
import { describe, expect, it } from 'vitest';
import { elementsIn } from '../../../lib/search/formula.ts';
import { allLanguages } from '../../../lib/search/languages/all.ts';
import { CAS_NUMBERS } from '../../../lib/search/languages/cas-numbers.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { searchTextOf } from '../../../lib/search/make-search-text.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';

const search = createSearch([searchTextOf('tradegloss', builtInList())], allLanguages());
const firstThree = (query: string) =>
  search
    .find(query)
    .hits.slice(0, 3)
    .map(({ entry }) => entry);

describe('a control number', () => {
  it('of a class that no entry has finds similar numbers and its control list', () => {
    const { hits, missed, missedCodes, isNear } = search.find('5E002');
    expect([missed, missedCodes, isNear]).toEqual([[], ['5E002'], true]);
    expect(hits[0]?.entry).toBe('instrument/eccn-5a992');
    expect(firstThree('5E002')).toContain('instrument/ccl');
    expect(firstThree('5e002.b.1')).toContain('instrument/ccl');
  });

  it('of a paragraph finds its own entry before the goods that it covers', () => {
    expect(firstThree('3A090.a.1')[0]).toBe('instrument/eccn-3a090');
  });

  it('is printed in the spelling of the lists', () => {
    expect(search.find('IQE.l').missedCodes).toEqual(['IQE.L']);
    expect(search.find('4a003.B.1').missedCodes).toEqual(['4A003.b.1']);
  });

  it('that only China has finds the Chinese list', () => {
    expect(firstThree('2B902')).toContain('instrument/cn-dual-use-list');
  });

  it('is American after the word ECCN, because China uses 3A001 for batteries', () => {
    expect(search.find('3A001').hits[0]).toMatchObject({ entry: 'mineral/lithium-ion-batteries', lang: 'und-CN' });
    expect(search.find('eccn 3A001').hits.every(({ lang }) => lang !== 'und-CN')).toBe(true);
    // It is found by a measure of the United States.
    expect(search.find('eccn 3A001.e.1.b').hits[0]).toMatchObject({
      entry: 'mineral/lithium-ion-batteries',
      text: '3A001.e.1.b',
    });
  });

  it.each(['3B001.c.1.a', '3b001.C', '3b001'])('of any depth finds the number above it: %s', (query) => {
    expect(firstThree(query)[0]).toBe('instrument/eccn-3b001');
  });
});

describe('an executive order', () => {
  it.each(['executive order 14257', 'EO 14257', 'order 14257'])('is found by its number: %s', (query) => {
    expect(firstThree(query)).toContain('instrument/reciprocal-tariffs');
  });
});

describe('a customs code', () => {
  it('of one country finds its goods, also under the heading above it', () => {
    expect(firstThree('8112.92.3000')).toContain('mineral/indium');
    expect(firstThree('8541.43')[0]).toBe('technology/solar-cells');
  });

  it('may follow the word of its list', () => {
    expect(search.find('CN 8101 94 00')).toMatchObject({ missed: [], missedCodes: [], isNear: false });
  });
});

describe('a formula', () => {
  it.each([
    ['Nd2Fe14B', ['nd', 'b']],
    ['UF₆', ['u']],
    ['uf6', ['u']],
    ['In0', []],
    ['CNBC', []],
    ['Nvidia', []],
    ['H20', []],
    ['RTX5090', []],
    ['(NH4)2WO4', ['w']],
  ])('%s contains the elements %j', (word, elements) => {
    expect(elementsIn(word)).toEqual(elements);
  });

  it('finds its goods, or else its elements', () => {
    expect(firstThree('Nd2Fe14B')[0]).toBe('mineral/ndfeb-magnets');
    expect(firstThree('UF6')[0]).toBe('mineral/uranium');
    expect(firstThree('TeCl4')[0]).toBe('mineral/tellurium');
    expect(firstThree('caf2')[0]).toBe('mineral/fluorspar');
  });
});

describe('the number of a substance', () => {
  it('finds its element, and names its scheme', () => {
    expect(search.find('7440-55-3').hits[0]).toMatchObject({
      entry: 'mineral/gallium',
      field: 'code',
      text: '7440-55-3',
    });
    expect(firstThree('CAS 7440-56-4')[0]).toBe('mineral/germanium');
    expect(search.find('1234-56-6').missedCodes).toEqual(['1234-56-6']);
  });

  it('has a valid check digit', () => {
    const sumOf = (digits: string) => [...digits].reverse().reduce((sum, digit, k) => sum + Number(digit) * (k + 1), 0);
    const wrong = CAS_NUMBERS.filter(
      ([number]) => sumOf(number.slice(0, -2).replace('-', '')) % 10 !== Number(number.at(-1)),
    );
    expect(wrong).toEqual([]);
  });
});
