/**
 * Protects countries in the cells of tables: as codes or words of any language, one or several in a
 * cell, and in several rows of one name.
 */
import { describe, expect, it } from 'vitest';
import { countriesIn } from '../../../lib/formats/country-words.ts';
import { read } from './reading.ts';

it.each([
  ['China; Russia', ['CN', 'RU']],
  ['RU, BY', ['RU', 'BY']],
  ['RU BY', ['RU', 'BY']],
  ['CHN/RUS', ['CN', 'RU']],
  ['China and Russia', ['CN', 'RU']],
  ['中国、俄罗斯', ['CN', 'RU']],
  ['中国和俄罗斯', ['CN', 'RU']],
  ['中国\nChina', ['CN']],
  ['Россия и Беларусь', ['RU', 'BY']],
  ['Vereinigte Arabische Emirate; Türkei', ['AE', 'TR']],
  ['Russie et Biélorussie', ['RU', 'BY']],
  ['러시아, 중국', ['RU', 'CN']],
  ['China (PRC) / Hong Kong', ['CN', 'HK']],
  ['Shenzhen, China', ['CN']],
])('reads several countries from "%s"', (cell, codes) => expect(countriesIn(cell)).toEqual({ codes, isWhole: true }));

it.each([
  ['Bosnia and Herzegovina', 'BA'],
  ['Trinidad & Tobago', 'TT'],
  ["Korea, Democratic People's Republic of", 'KP'],
  ['Iran (Islamic Republic of)', 'IR'],
  ['Taiwan, Province of China', 'TW'],
  ['Congo, Democratic Republic of the', 'CD'],
  ['Venezuela, Bolivarian Republic of', 'VE'],
  ['Republic of Moldova', 'MD'],
  ["Lao People's Democratic Republic", 'LA'],
  ['Turkey', 'TR'],
  ['Viet Nam', 'VN'],
  ['U.A.E.', 'AE'],
  ['UK', 'GB'],
  ['中国（台湾）', 'TW'],
])('reads one country between other words: "%s"', (cell, code) =>
  expect(countriesIn(cell)).toEqual({ codes: [code], isWhole: true }),
);

it.each([
  ['somewhere', []],
  ['XX', []],
  ['China; nowhere', ['CN']],
])('reads a cell whose parts are not all countries: "%s"', (cell, codes) =>
  expect(countriesIn(cell)).toEqual({ codes, isWhole: false }),
);

describe('an entry from a table', () => {
  const countries = async (text: string) => {
    const { entries, notes } = await read(text);
    return {
      entries: entries.map(({ name, country = '', facts = [] }) => [name, country, ...facts.map(({ value }) => value)]),
      notes: notes.kept.map(({ field }) => field),
    };
  };

  it('has the first of several countries, and a fact that names all', async () => {
    expect(await countries('name,country\nVesta Optics,China; Russia\nUlla Foundry,NL\n')).toEqual({
      entries: [
        ['Vesta Optics', 'CN', 'China; Russia'],
        ['Ulla Foundry', 'NL'],
      ],
      notes: [],
    });
  });

  it('has the countries of all its rows and columns', async () => {
    const table = 'name,country,nationality\nVesta Optics,China,\nVesta Optics,RU,Belarus\nVesta Optics,中国,\n';
    expect(await countries(table)).toEqual({
      entries: [['Vesta Optics', 'CN', 'China; Russia; Belarus']],
      notes: [],
    });
  });

  it('has a note if a part is not a country', async () => {
    expect(await countries('name,country\nVesta Optics,China; nowhere\n')).toEqual({
      entries: [['Vesta Optics', 'CN']],
      notes: ['country'],
    });
  });
});
