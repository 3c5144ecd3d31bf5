/** Protects the choice between the senses of a name: the right one, or none. */
import { describe, expect, it } from 'vitest';
import { entry, find, listOf, marks } from './small-list.ts';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { createMatcher } from '../../../lib/match/index.ts';

describe('a name that bodies of several countries share', () => {
  it.each([
    ["China's Commerce Ministry said", ['Commerce Ministry=agency/mofcom']],
    ['the Chinese Commerce Ministry said', ['Commerce Ministry=agency/mofcom']],
    ['BEIJING — The Commerce Ministry said', ['Commerce Ministry=agency/mofcom']],
    ["India's Ministry of Commerce asked China to buy", []],
    ['NEW DELHI — The Commerce Ministry said', []],
    ["Ruritania's Commerce Ministry met Chinese buyers", []],
    ['the Commerce Department said of the licence', ['Commerce Department=agency/us-commerce']],
    ['BEIJING — India and its Commerce Ministry met Chinese buyers', []],
    ['美国商务部说：中国及其商务部', ['美国商务部=agency/us-commerce', '商务部=agency/mofcom']],
    [
      'The N.C. Commerce Department spoke. The American Commerce Department did not.',
      ['Commerce Department=agency/us-commerce'],
    ],
    ['中国商务部、美国商务部、印度商务部', ['商务部=agency/mofcom', '美国商务部=agency/us-commerce']],
  ])('%s', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });
});

describe('a public body that is identified by its country', () => {
  it.each([
    ['is not marked without other evidence', '酒店里商务部的人都在', []],
    ['is marked beside a word for its country', '中国企业等着商务部', ['商务部=agency/mofcom']],
    [
      'is marked beside a word of the subject',
      'The Commerce Department looked into a smelter.',
      ['Commerce Department=agency/us-commerce'],
    ],
    ['is not marked at a school', 'The Commerce Department has a new lounge.', []],
  ])('%s', (_, text, expected) => {
    expect(marks(text, { lang: /^[A-Z]/.test(text) ? 'en' : 'zh-CN' })).toEqual(expected);
  });
});

describe('a public body named after a longer expression with its name', () => {
  const bare = { text: 'Treasury', by: 'country', alone: false };
  const not = ['Treasury Secretary', 'Ohio Treasury'];
  const list = listOf([
    entry('agency/us-treasury', 'US Treasury', { en: [{ ...bare, for: ['trade'], not }] }, { country: 'US' }),
    entry('agency/uk-treasury', 'UK Treasury', { en: [{ ...bare, for: ['tea'] }] }, { country: 'GB' }),
  ]);
  const own = createMatcher([compileNames(list)]);
  it.each([
    ['is marked after its own secretary', 'The Treasury Secretary spoke.', 1],
    ['is not marked after a body of its name elsewhere', 'The Ohio Treasury spoke.', 0],
  ])('%s', (_, before, count) => {
    expect(find(`${before} Treasury wants a trade deal.`, {}, own)).toHaveLength(count);
  });
});

describe('a body that is meant by default in the article’s language', () => {
  const bare = { text: '商务部', by: 'country' };
  const list = listOf(
    [
      entry('agency/mofcom', 'MOFCOM', { 'zh-Hans': [{ ...bare, alone: true }] }, { country: 'CN' }),
      entry('agency/us-commerce', 'US Commerce', { 'zh-Hans': ['格里尔的商务部', bare] }, { country: 'US' }),
      entry('agency/gacc', 'GACC', { 'zh-Hans': ['海关总署'] }, { country: 'CN' }),
    ],
    {
      countries: [
        { id: 'country/cn', name: 'China', words: { 'zh-Hans': ['中方'] } },
        { id: 'country/us', name: 'United States', words: { 'zh-Hans': ['格里尔', '贝森特'] } },
      ],
    },
  );
  const own = createMatcher([compileNames(list)]);
  it.each([
    ['is another country’s after its officials', '格里尔与贝森特在会见记者。商务部发布管制。', 'agency/us-commerce'],
    ['stays its own where the home country is named', '格里尔在会见记者。商务部发布管制，中方回应。', 'agency/mofcom'],
    ['stays its own without officials', '会议结束。商务部发布管制。', 'agency/mofcom'],
    ['is another country’s after a word that opens the sentence', '此外，贝森特对媒体称商务部', 'agency/us-commerce'],
  ])('%s', (_, text, expected) => {
    expect(find(text, {}, own).map((mention) => mention.entry)).toEqual([expected]);
  });

  it.each([
    ['is that of its full name if nothing of home is named', '格里尔的商务部来函。商务部答复。', 'agency/us-commerce'],
    ['stays its own beside another body of home', '格里尔的商务部来函。商务部同海关总署答复。', 'agency/mofcom'],
  ])('%s', (_, text, expected) => {
    expect(find(text, {}, own)[1]?.entry).toBe(expected);
  });
});

describe('a cue inside a longer expression that means something else', () => {
  const lead = { text: 'lead', alone: false, for: ['topic/trade', 'tin'] };
  const list = listOf(
    [
      entry('mineral/lead', 'Lead', { en: [lead] }),
      entry('mineral/tin', 'Tin', { en: [{ text: 'tin', alone: false, not: ['tin ear'] }] }),
    ],
    { topics: [{ id: 'topic/trade', about: 'trade', words: { en: ['trade'] }, not: ['trade fair'] }] },
  );
  const own = createMatcher([compileNames(list)]);
  it.each([
    ['The trade wants lead.', 1],
    ['The trade fair wants lead.', 0],
    ['The tin is beside lead.', 1],
    ['A tin ear is beside lead.', 0],
  ])('counts only outside that expression: %s', (text, count) => {
    expect(find(text, {}, own)).toHaveLength(count);
  });
});

describe('a name that needs a cue', () => {
  it('is marked if a cue supports it', () => {
    expect(marks('Huawei sells Ascend boards')).toEqual(['Huawei=company/huawei', 'Ascend=chip/ascend']);
    expect(marks('They ascend. Ascend now.')).toEqual([]);
  });

  it('is not marked if the cues against it are stronger', () => {
    expect(marks('The lead smelter sold a tonne')).toEqual(['lead=mineral/lead']);
    expect(marks('A goal gave the team the lead in the match')).toEqual([]);
  });

  it('counts a cue only within the distance of its rule', () => {
    expect(marks('A chip. Ascend rose.')).toEqual([]);
    expect(marks('A chip, the Ascend, rose.')).toEqual(['Ascend=chip/ascend']);
  });

  it('is not marked if its sentence has a strong cue against it, whatever supports it farther away', () => {
    const law = listOf(
      [
        entry('instrument/section-301', 'Section 301', {
          en: [
            {
              text: 'Section 301',
              alone: false,
              for: ['export', 'USTR', { cue: 'probe', within: 'sentence' }],
              against: [{ cue: 'tickets', within: 'beside', strength: 'strong' }],
            },
          ],
        }),
      ],
      {},
    );
    const found = (text: string) => marks(text, {}, createMatcher([compileNames(law)])).length;
    expect(found('Section 301 tickets cost $40. USTR named an export under Section 301.')).toBe(1);
    expect(found('USTR sent tickets: Section 301 is what the probe and every export fall under.')).toBe(1);
  });

  it('is not marked inside a longer expression that excludes it', () => {
    expect(marks('Huawei and Ascend Elements')).toEqual(['Huawei=company/huawei']);
  });
});

describe('abbreviations', () => {
  it('mean what the article defines', () => {
    expect(marks('The Bureau of Industry and Security (BIS) wrote. Later BIS called.')).toEqual([
      'Bureau of Industry and Security=agency/bis',
      'BIS=agency/bis',
      'BIS=agency/bis',
    ]);
    expect(marks('The Bureau of Indian Standards (BIS) spoke of an export licence. BIS called.')).toEqual([]);
  });

  it('are decided by the words nearby, and otherwise not marked', () => {
    expect(marks('BIS refused the export licence')).toEqual(['BIS=agency/bis']);
    expect(marks('In Basel the BIS warned')).toEqual(['BIS=agency/bank']);
    expect(marks('The BIS said so')).toEqual([]);
  });
});

describe('minerals in a name of something else', () => {
  it.each(['He works for Gallium Systems now.', 'She moved to Gallium last year.', 'Gallium Systems fell.'])(
    'are not marked: %s',
    (text) => {
      expect(marks(text)).toEqual([]);
    },
  );

  it('are marked at the start of a sentence and in a headline', () => {
    expect(marks('Gallium is scarce.')).toEqual(['Gallium=mineral/gallium']);
    expect(marks('China Curbs Gallium Exports')).toEqual(['Gallium=mineral/gallium']);
    expect(marks('CHINA CURBS GALLIUM')).toEqual(['GALLIUM=mineral/gallium']);
  });
});

it('returns the words that decided', () => {
  const mention = find('In Basel the BIS warned').find(({ entry: id }) => id === 'agency/bank');
  expect(mention?.why).toEqual([{ word: 'Basel', points: 2 }]);
});

it('also returns the other sense if its score is close', () => {
  const [bis] = find('In Basel the BIS spoke of reserves and an export licence');
  expect(bis?.entry).toBe('agency/bank');
  expect(bis?.readings?.map(({ entry: id, score }) => [id, score])).toEqual([['agency/bis', 2]]);
});

it("follows the user's choice of a sense, and does not mark muted names", () => {
  expect(marks('The BIS said so', { choices: new Map([['bis', 'agency/bank']]) })).toEqual(['BIS=agency/bank']);
  expect(marks('gallium and germanium', { muted: new Set(['gallium']) })).toEqual(['germanium=mineral/germanium']);
  expect(marks('gallium and germanium', { muted: new Set(['mineral/germanium']) })).toEqual([
    'gallium=mineral/gallium',
  ]);
});

it('marks a secondary entry in a report on tariffs that names nothing else', () => {
  const topics = [
    { id: 'topic/tariffs', about: 'tariffs', words: { en: ['tariffs'] }, not: ['electricity tariffs'] },
    { id: 'topic/field', about: 'all of this list', words: {}, includes: ['topic/tariffs'] },
  ];
  const court = entry('agency/court', 'Thai High Court', { en: ['Thai High Court'] }, { aside: true });
  const list = createMatcher([compileNames(listOf([court], { topics }))]);
  expect(marks('The Thai High Court stopped the tariffs.', {}, list)).toEqual(['Thai High Court=agency/court']);
  expect(marks('The Thai High Court stopped the trial.', {}, list)).toEqual([]);
  expect(marks('The Thai High Court looked at electricity tariffs.', {}, list)).toEqual([]);
});

it('prefers the first list if two lists share a name', () => {
  const own = createMatcher([
    compileNames(listOf([entry('term/mine', 'Mine', { en: ['gallium'] })])),
    compileNames(listOf([entry('term/other', 'Other', { en: ['gallium'] })])),
  ]);
  expect(marks('some gallium', {}, own)).toEqual(['gallium=term/mine']);
});

describe('a name of one word in an article about another subject', () => {
  const lists = (about: boolean) =>
    createMatcher([
      compileNames(
        listOf(
          [
            entry('company/lynas', 'Lynas', { en: ['Lynas', 'Lynas Rare Earths'] }),
            entry('mineral/gallium', 'Gallium', { en: ['gallium'] }),
          ],
          {
            topics: about
              ? [
                  { id: 'topic/field', about: 'mining', words: { en: ['ore'] }, includes: ['topic/metals'] },
                  { id: 'topic/metals', about: 'metals', words: { en: ['smelter'] }, includes: [] },
                ]
              : [],
          },
        ),
      ),
    ]);
  it.each([
    ['is not marked', 'Mrs Lynas baked a cake.', []],
    ['is marked beside a word of the subject', 'Lynas closed a smelter.', ['Lynas']],
    ['is marked beside another name of the list', 'Lynas sells gallium.', ['Lynas', 'gallium']],
    ['is marked if it is written in full', 'Lynas Rare Earths baked a cake.', ['Lynas Rare Earths']],
  ])('%s', (_, text, expected) => {
    expect(find(text, {}, lists(true)).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('is marked if its list has no topics, or if the user chose the sense', () => {
    expect(marks('Mrs Lynas baked a cake.', {}, lists(false))).toEqual(['Lynas=company/lynas']);
    expect(marks('Mrs Lynas baked a cake.', { choices: new Map([['lynas', 'company/lynas']]) }, lists(true))).toEqual([
      'Lynas=company/lynas',
    ]);
  });

  it('is judged by the topics of its own list', () => {
    const about = (word: string) => ({
      topics: [{ id: 'topic/field', about: word, words: {}, includes: [`topic/${word}`] }],
    });
    const both = createMatcher([
      compileNames(listOf([entry('company/lynas', 'Lynas', { en: ['Lynas'] })], about('metals'))),
      compileNames(listOf([entry('company/zelda', 'Lynas', { en: ['Lynas'] })], about('games'))),
      compileNames(listOf([], { topics: [{ id: 'topic/games', about: 'games', words: { en: ['dungeon'] } }] })),
    ]);
    const muted = new Set(['company/lynas']);
    expect(marks('Lynas is in the dungeon.', {}, both)).toEqual([]);
    expect(marks('Lynas is in the dungeon.', { muted }, both)).toEqual(['Lynas=company/zelda']);
  });
});

it('marks a secondary entry only near another entry of the list', () => {
  const list = createMatcher([
    compileNames(
      listOf([
        entry('agency/thai', 'Thai Commerce Ministry', { en: ['Thai Commerce Ministry'] }, { aside: true }),
        entry('agency/lao', 'Lao Commerce Ministry', { en: ['Lao Commerce Ministry'] }, { aside: true }),
        entry('mineral/gallium', 'Gallium', { en: ['gallium'] }),
      ]),
    ),
  ]);
  expect(marks('The Thai Commerce Ministry met the Lao Commerce Ministry.', {}, list)).toEqual([]);
  expect(marks('The Thai Commerce Ministry has no gallium.', {}, list)).toEqual([
    'Thai Commerce Ministry=agency/thai',
    'gallium=mineral/gallium',
  ]);
});
