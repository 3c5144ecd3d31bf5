/**
 * Protects answers to questions: the subject comes before the measure, one measure matches all
 * parts, and unknown parts are reported.
 */
import { describe, expect, it } from 'vitest';
import type { Control, Entry } from '../../../lib/knowledge/model/schema.ts';
import { fold } from '../../../lib/search/fold.ts';
import { allLanguages } from '../../../lib/search/languages/all.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { SearchTextBuilder, searchTextOf } from '../../../lib/search/make-search-text.ts';
import type { SearchText } from '../../../lib/search/search-text.ts';
import { tickerNames } from '../../../lib/search/tickers.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';

const lexicon = allLanguages();
const search = createSearch([searchTextOf('tradegloss', builtInList())], lexicon);
const entries = (query: string) => search.find(query).hits.map(({ entry }) => entry);

describe('a question', () => {
  it('finds its subject before the measure, with the ids of matching measures', () => {
    const [first] = search.find('china gallium ban').hits;
    expect(first?.entry).toBe('mineral/gallium');
    expect(first?.measures).toContain('control/cn-46-2024-2');
    expect(first?.measures).not.toContain('control/cn-51-2024-gallium-germanium');
  });

  it('matches no word inside another, unless the user is still typing it', () => {
    expect(entries('chip ban').slice(0, 3)).not.toContain('chip/hbm');
    expect(entries('bandwi')).toContain('chip/hbm');
  });

  it('returns no measures if it asks for none', () => {
    expect(search.find('gallium').hits[0]?.measures).toEqual([]);
    expect(search.find('HS 2846').hits[0]?.measures).toEqual([]);
  });

  it('recognises a question for a person in office', () => {
    const [first] = search.find('who is head of bis').hits;
    expect([first?.entry, first?.asksOffice]).toEqual(['agency/bis', true]);
  });

  it('finds the firm before the list that it may be on', () => {
    expect(entries('is hikvision on the entity list?')[0]).toBe('company/hikvision');
    expect(entries('is tencent on the 1260h list')[0]).toBe('company/tencent');
    expect(entries('entity list')[0]).toBe('instrument/entity-list');
  });

  it("finds the country's own body if it names a country", () => {
    expect(entries('who is chinas commerce minister')[0]).toBe('agency/mofcom');
    expect(entries('us commerce secretary')[0]).toBe('agency/us-commerce');
  });

  it('is understood with a rate, a genitive or a question mark', () => {
    for (const query of ['gallium ban?', 'h200 25% cut', "gallium's", 'germaniums', 'brazil tariffs 50 percent'])
      expect([query, search.find(query).isNear, search.find(query).missed]).toEqual([query, false, []]);
  });

  it('is cut to the length that a user would type', () => {
    expect(search.find('gallium '.repeat(20_000)).hits[0]?.entry).toBe('mineral/gallium');
    expect(search.find('x'.repeat(100_000)).hits).toEqual([]);
    expect(search.find('\u200bgal\u00adlium\u0001').hits[0]?.entry).toBe('mineral/gallium');
  });

  it('reports words that were not understood, and finds the nearest', () => {
    const { hits, missed, isNear } = search.find('gallium qqxyzz');
    expect([hits[0]?.entry, missed, isNear]).toEqual(['mineral/gallium', ['qqxyzz'], true]);
    expect(search.find('executive order 99999').missed).toEqual(['99999']);
  });

  it('reports the part without a match, and finds names of similar spelling', () => {
    const { hits, missed, isNear } = search.find('vibranium');
    expect([missed, isNear]).toEqual([['vibranium'], true]);
    expect(hits.map(({ entry }) => entry)).toContain('mineral/uranium');
    expect(search.find('3C901').missedCodes).toEqual(['3C901']);
    expect(search.find('3C901').hits[0]).toMatchObject({ field: 'code', text: '3C992' });
    expect(search.find('zzzzqqqq')).toEqual({ hits: [], missed: ['zzzzqqqq'], missedCodes: [], isNear: true });
  });

  it('finds no act for the word "act" if the name beside it is unknown', () => {
    expect(search.find('genius act')).toEqual({ hits: [], missed: ['genius'], missedCodes: [], isNear: true });
    expect(entries('clarity act')).toEqual([]);
  });

  it('finds a list whose name shares a word with another list', () => {
    expect(entries('unverified entity list')[0]).toBe('instrument/unverified-list');
  });

  it('takes the first of two countries for the one that restricts', () => {
    for (const query of ['us ban on chinese drones', '미국의 중국 드론 금지', 'us china drone ban'])
      expect([query, search.find(query).hits[0]?.measures.every((id) => id.startsWith('control/us-'))]).toEqual([
        query,
        true,
      ]);
    expect(search.find('china us drone ban').hits[0]?.measures.every((id) => id.startsWith('control/cn-'))).toBe(true);
  });

  it('prefers the ban that it asks for to a measure toward every country', () => {
    expect(search.find('is huawei banned in germany').hits[0]?.measures).not.toContain('control/us-ascend-gp10');
  });

  it('finds a thing without such a measure before measures on other things', () => {
    expect(entries('Zölle auf chinesische Solarzellen')[0]).toBe('technology/solar-cells');
  });

  it('corrects a typing error in a word of questions if it then finds a name, and one wrong character', () => {
    expect(entries('tiawan semiconductor')[0]).toBe('company/tsmc');
    expect(entries('英伟答')[0]).toBe('company/nvidia');
  });

  it('finds entries by nicknames, and returns the nickname', () => {
    const { hits } = search.find('GaN');
    expect(hits.slice(0, 2).map(({ entry }) => entry)).toEqual(['technology/gallium-nitride', 'mineral/gallium']);
    expect(search.find('Grasberg mine').hits[0]).toMatchObject({
      entry: 'company/freeport-mcmoran',
      field: 'called',
      text: 'grasberg',
    });
  });

  it('distinguishes a numeric ticker from a customs code, and completes a code', () => {
    expect(search.find('688981').hits[0]).toMatchObject({ entry: 'company/smic', field: 'ticker', text: '688981' });
    expect(search.find('8035 東証').hits[0]).toMatchObject({ entry: 'company/tokyo-electron', field: 'ticker' });
    expect(search.find('TSM nyse')).toMatchObject({ missed: [], isNear: false });
    for (const code of ['2805.3', '28053'])
      expect(search.find(code).hits[0]).toMatchObject({ entry: 'mineral/rare-earths', text: '2805.3' });
  });

  it('finds a measure toward only the named country before one toward many', () => {
    for (const query of ['us tariff on brazil', 'tarifa dos EUA sobre o Brasil'])
      expect([query, entries(query).slice(0, 2)]).toEqual([
        query,
        expect.arrayContaining(['instrument/section-301-brazil']),
      ]);
  });

  it('finds the entry of a control number before the goods that it covers, at any paragraph', () => {
    for (const code of ['3B001', '3B001.f.1'])
      expect([code, entries(code)[0]]).toEqual([code, 'instrument/eccn-3b001']);
  });

  it('shows the duties of an entry that is called a tariff', () => {
    const [first] = search.find('ieepa tariffs').hits;
    expect(first?.entry).toBe('instrument/ieepa');
    expect(first?.measures).not.toEqual([]);
    expect(search.find('entity list').hits[0]?.measures).toEqual([]);
  });

  it('treats a bill and a body that it names as two things', () => {
    expect(entries('did congress pass the gain ai act')[0]).toBe('instrument/gain-ai-act');
  });

  it('ranks entries of the page higher, but not above an exact name', () => {
    const here = new Set(['chip/nvidia-h800']);
    const lifted = (query: string) => search.find(query, { here }).hits.map(({ entry }) => entry);
    expect(lifted('nvidia')[0]).toBe('company/nvidia');
    expect(lifted('nvidia')[1]).toBe('chip/nvidia-h800');
    const at = entries('nvidia export licence').indexOf('chip/nvidia-h800');
    expect(at).toBeGreaterThan(2);
    expect(lifted('nvidia export licence').indexOf('chip/nvidia-h800')).toBeLessThan(at);
  });

  it("ranks bodies of the user's country first among those of the same name and weight", () => {
    const bodies = ['NO', 'SE', 'FI'].map((country) =>
      thing(`agency/${country.toLowerCase()}`, `${country} trade`, { country, names: { en: ['Ministry of Trade'] } }),
    );
    const controls = [1, 2, 3].map((k) => ({ ...control(`c${k}`, 'mineral/ferro', ['all']), by: 'agency/fi' }));
    const { find } = createSearch([searchTextOf('tradegloss', { entries: bodies, controls })], lexicon);
    const order = (country?: string) => find('ministry of trade', { country }).hits.map(({ entry }) => entry);
    expect(order()).toEqual(['agency/fi', 'agency/no', 'agency/se']);
    expect(order('SE')).toEqual(['agency/fi', 'agency/se', 'agency/no']);
  });
});

describe('the words of questions', () => {
  it('are understood in each language, in any case and with or without accents', () => {
    for (const [word, meaning] of [
      ['Curbs', 'way:control'],
      ['禁令', 'way:ban'],
      ['關稅', 'way:duty'],
      ['輸出規制', 'way:control act:export'],
      ['수출통제', 'way:control act:export'],
      ['Ausfuhrkontrolle', 'way:control act:export'],
      ['zölle', 'way:duty'],
      ['autorisation', 'way:licence'],
      ['prohibición', 'way:ban'],
      ['sanções', 'way:sanction'],
      ['dazi', 'way:duty'],
      ['Dutch', 'country:NL'],
    ] as const)
      expect(
        lexicon.senses(fold(word)).map((sense) => sense.join(' ')),
        word,
      ).toContain(meaning);
  });

  it('have nicknames only for things that the built-in list names', () => {
    const names = new Set(
      builtInList()
        .entries.flatMap(({ id, name, names }) => [id, name, ...Object.values(names).flat()])
        .map((one) => fold(typeof one === 'string' ? one : one.text)),
    );
    const unknown = lexicon.called().filter((name) => !names.has(name));
    expect(unknown).toEqual([]);
  });
});

it('finds tickers with and without their exchange', () => {
  expect(tickerNames('NYSE: BABA; Hong Kong: 988')).toEqual([
    'NYSE: BABA',
    'BABA',
    'Hong Kong: 988',
    '988',
    '988.HK',
    '0988.HK',
  ]);
  expect(tickerNames('ASX: PEK, suspended since 19 September 2025')).toEqual(['ASX: PEK', 'PEK', 'PEK.AX']);
  for (const share of ['0981.HK', '981.hk', 'HKG: 981', 'HKEX:0981', '688981.SS', 'SHA: 688981', '688981.SH', '$NVDA'])
    expect([share, entries(share)[0]]).toEqual([share, share === '$NVDA' ? 'company/nvidia' : 'company/smic']);
});

const source = { s: { url: 'https://s.example/', publisher: 's', class: 'other' as const } };
const thing = (id: string, name: string, more: Partial<Entry> = {}): Entry => ({
  id,
  kind: id.split('/')[0] ?? '',
  name,
  names: {},
  what: { text: 'x', src: ['s'] },
  sources: source,
  ...more,
});
const control = (id: string, covers: string, toward: string[]): Control => ({
  id: `control/${id}`,
  by: 'agency/desk',
  text: { instrument: 'instrument/order' },
  title: 'x',
  restrains: 'export',
  way: 'prohibited',
  covers: [{ entry: covers }],
  toward: { destinations: toward },
  sources: source,
});

it('uses new measures after an update, also for entries that it did not change', () => {
  const list = [
    thing('agency/desk', 'Harbour desk', { country: 'NO' }),
    thing('instrument/order', 'Harbour order'),
    thing('mineral/ferro', 'Ferro'),
    thing('mineral/iskra', 'Iskra'),
  ];
  const first = searchTextOf('tradegloss', { entries: list, controls: [control('a', 'mineral/ferro', ['SE'])] });
  const update = (before: SearchText, controls: Control[]) => {
    const builder = new SearchTextBuilder('tradegloss', before);
    for (const entry of list) builder.add(entry, true);
    for (const one of controls) builder.control(one);
    return builder.finish();
  };
  const found = (text: SearchText) =>
    createSearch([text], lexicon)
      .find('ban sweden')
      .hits.map(({ entry }) => entry);
  expect(found(first)).toContain('mineral/ferro');
  expect(found(first)).not.toContain('mineral/iskra');
  const later = update(first, [control('b', 'mineral/iskra', ['SE'])]);
  expect(found(later)).toContain('mineral/iskra');
  expect(found(later)).not.toContain('mineral/ferro');
});
