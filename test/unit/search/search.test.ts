/**
 * Protects search: whatever a user types for a thing finds it, exact matches come before inexact
 * ones, and each result says how it matched.
 */
import { describe, expect, it } from 'vitest';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import { fold } from '../../../lib/search/fold.ts';
import { numberAsked } from '../../../lib/search/numbers.ts';
import { createSearch, MATCH_KINDS } from '../../../lib/search/search.ts';
import { allLanguages } from '../../../lib/search/languages/all.ts';
import { searchTextOf } from '../../../lib/search/make-search-text.ts';

const search = createSearch([searchTextOf('tradegloss', builtInList())], allLanguages());
const first = (query: string) => search.find(query).hits[0];

describe('finds by', () => {
  it.each([
    ['an element symbol', 'Ga', 'mineral/gallium', 'symbol', 'exact'],
    ['a name in capitals', 'GALLIUM', 'mineral/gallium', 'name', 'exact'],
    ['the start of a name', 'germani', 'mineral/germanium', 'name', 'start'],
    ['a Chinese name', '镓', 'mineral/gallium', 'name', 'exact'],
    ['a traditional character', '鎵', 'mineral/gallium', 'name', 'exact'],
    ['a Japanese name', 'ガリウム', 'mineral/gallium', 'name', 'exact'],
    ['a Korean name', '갈륨', 'mineral/gallium', 'name', 'exact'],
    ['an acronym', 'mofcom', 'agency/mofcom', 'name', 'exact'],
    ['an official', 'Wang Wentao', 'agency/mofcom', 'name', 'exact'],
    ['an ECCN', '3a090', 'instrument/eccn-3a090', 'name', 'exact'],
    ['a customs code without its point', '811292', 'mineral/gallium', 'code', 'exact'],
    ['a number and a year', '46/2024', 'instrument/cn-announcement-46-2024', 'number', 'exact'],
    ['a number in Chinese', '2024年第46号', 'instrument/cn-announcement-46-2024', 'number', 'exact'],
    ['a number with its word', 'announcement 61', 'instrument/cn-announcement-61-2025', 'number', 'exact'],
    ['a product with a space in it', 'h 20', 'chip/nvidia-h20', 'name', 'exact'],
    ['words in another order', 'list entity', 'instrument/entity-list', 'name', 'facts'],
    ['a code with the word for it', 'HS 8112.92', 'mineral/gallium', 'code', 'exact'],
    ['the same in Chinese', '海关编码8112', 'mineral/gallium', 'code', 'start'],
    ['a code that says more than what is on file', '8112.92.10', 'mineral/gallium', 'code', 'facts'],
    ['a name of many, by the best known of them', 'ministry of commerce', 'agency/mofcom', 'name', 'exact'],
    ['the same in Chinese', '商务部', 'agency/mofcom', 'name', 'exact'],
    ['an acronym of several', 'bis', 'agency/bis', 'name', 'exact'],
    ['the subject before its measure', 'tin ban', 'mineral/tin', 'name', 'facts'],
    ['a class and a list', 'rare earth list', 'mineral/rare-earths', 'name', 'facts'],
    ['a run of Chinese that is two words', '稀土管制', 'mineral/rare-earths', 'name', 'facts'],
    ['a ticker', 'NYSE: BABA', 'company/alibaba', 'ticker', 'exact'],
  ])('%s: "%s"', (_, query, entry, field, how) => {
    expect(first(query)).toMatchObject({ entry, field, how });
  });

  it.each([
    ['gallum', 'mineral/gallium'],
    ['galium', 'mineral/gallium'],
    ['paladum', 'mineral/palladium'],
    ['dysporsium', 'mineral/dysprosium'],
    ['hauwei', 'company/huawei'],
    ['H2O', 'chip/nvidia-h20'],
  ])('a query with a typing error: %s', (query, entry) => {
    expect(first(query)).toMatchObject({ entry, how: 'typo' });
  });
});

it('offers only the nearest names, and none further away', () => {
  const names = ['Caesium', 'Gallium', 'Gallium arsenide', 'Helium', 'Thallium'];
  const entries = names.map((name) => ({ id: `mineral/${fold(name)}`, name, names: {} }));
  const { find } = createSearch([searchTextOf('desk', { entries })]);
  const found = (query: string) => find(query).hits.map(({ name }) => name);
  // One typing error away from gallium, two from helium.
  expect(found('galium')).toEqual(['Gallium', 'Gallium arsenide']);
  // One away from each.
  expect(found('hallium')).toEqual(['Gallium', 'Thallium', 'Gallium arsenide']);
  // Two away, and no name is nearer.
  expect(found('haesum')).toEqual(['Caesium']);
});

it('ranks exact matches before starts of names, and those before typing errors', () => {
  for (const query of ['ga', 'entity list', 'rare earth', 'h20', '稀土', 'nvida']) {
    const ranks = search.find(query).hits.map(({ how }) => [...MATCH_KINDS, 'facts'].indexOf(how));
    expect(ranks, query).toEqual([...ranks].sort((a, b) => a - b));
  }
});

it('lists each entry once, with the name that matched best', () => {
  const { hits } = search.find('gallium');
  expect(new Set(hits.map(({ entry }) => entry)).size).toBe(hits.length);
  expect(search.find('砷化镓').hits[0]).toMatchObject({ entry: 'mineral/gallium', text: '砷化镓', lang: 'zh-Hans' });
});

it('finds nothing for an empty query, and does not guess at short words or rare characters', () => {
  for (const query of ['  ', 'qzx', '龘龘']) expect(search.find(query).hits, query).toEqual([]);
});

it('reads numbers of announcements as users type them', () => {
  expect(numberAsked(fold('No. 46 of 2024'))).toEqual({ number: 46, year: 2024 });
  expect(numberAsked(fold('公告2025年第61号'))).toEqual({ number: 61, year: 2025 });
  expect(numberAsked(fold('第46号'))).toEqual({ number: 46, year: null });
  expect(numberAsked(fold('Section 232'))).toBeNull();
  expect(numberAsked(fold('order of 2024'))).toBeNull();
  expect(numberAsked(fold('1,2,3'))).toBeNull();
});
