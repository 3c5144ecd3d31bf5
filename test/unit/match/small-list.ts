/** A small list for the tests of matching, with texts of the real list. */
import * as v from 'valibot';
import { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { chooseSenses, createMatcher, type Mention, type SenseOptions } from '../../../lib/match/index.ts';

type Names = Record<string, unknown[]>;
interface Extra {
  country?: string;
  element?: { symbol: string; number: number };
  forms?: unknown[];
  aside?: boolean;
}

export const entry = (id: string, name: string, names: Names, extra: Extra = {}) => ({
  id,
  kind: id.split('/')[0],
  name,
  names,
  what: { text: 'A test.', src: ['s'] },
  sources: { s: { url: 'https://example.org/', publisher: 'Example', class: 'other' } },
  ...extra,
});

export const listOf = (entries: unknown[], rest: Record<string, unknown> = {}) =>
  v.parse(KnowledgeList, {
    format: 'tradegloss-list/1',
    id: 'small',
    title: 'Small',
    publisher: 'Tests',
    licence: 'CC0',
    version: 1,
    updated: '2026-01-01',
    expires: 24,
    entries,
    controls: [],
    acts: [],
    ...rest,
  });

const form = (number: number, year: number) => ({
  forms: [{ series: 'announcement', body: ['agency/mofcom'], year, number }],
  country: 'CN',
});

export const SMALL = listOf(
  [
    entry(
      'mineral/gallium',
      'Gallium',
      { en: ['gallium'], 'zh-Hans': ['镓'], ja: ['ガリウム'], ko: ['갈륨'] },
      { element: { symbol: 'Ga', number: 31 } },
    ),
    entry(
      'mineral/germanium',
      'Germanium',
      { en: ['germanium'], 'zh-Hans': ['锗'], ko: ['게르마늄'] },
      { element: { symbol: 'Ge', number: 32 } },
    ),
    entry('mineral/rare-earths', 'Rare earths', { en: ['rare earth'], 'zh-Hans': ['稀土'], ko: ['희토류'] }),
    entry(
      'mineral/lead',
      'Lead',
      {
        en: [
          {
            text: 'lead',
            alone: false,
            for: ['topic/metals', 'kind/mineral'],
            against: ['topic/sport'],
            not: ['lead singer'],
          },
        ],
        ko: ['납'],
        fr: ['plomb'],
      },
      { element: { symbol: 'Pb', number: 82 } },
    ),
    entry('mineral/tin', 'Tin', { 'zh-Hans': [{ text: '锡', not: ['无锡', '锡兰'] }] }),
    entry('mineral/gold', 'Gold', { fr: ['or'] }),
    entry('chip/nvidia-h20', 'Nvidia H20', { und: ['H20'] }),
    entry('chip/ascend', 'Ascend', {
      en: [
        {
          text: 'Ascend',
          case: 'capital',
          alone: false,
          for: ['company/huawei', { cue: 'topic/chips', within: 'sentence' }],
          not: ['Ascend Elements'],
        },
      ],
    }),
    entry('chip/ascend-910c', 'Ascend 910C', { en: ['Ascend 910C'] }),
    entry('company/huawei', 'Huawei', { en: [{ text: 'Huawei', alone: true }], 'zh-Hans': ['华为'] }),
    entry(
      'agency/mofcom',
      "China's Ministry of Commerce",
      {
        en: ['MOFCOM', { text: 'Commerce Ministry', by: 'country' }, { text: 'Ministry of Commerce', by: 'country' }],
        'zh-Hans': [{ text: '商务部', by: 'country' }],
        ja: ['中国商務省'],
        ko: ['중국 상무부'],
      },
      { country: 'CN' },
    ),
    entry(
      'agency/us-commerce',
      'US Commerce Department',
      {
        en: ['US Commerce Department', { text: 'Commerce Department', by: 'country', alone: true }],
        'zh-Hans': ['美国商务部'],
      },
      { country: 'US' },
    ),
    entry(
      'agency/bis',
      'Bureau of Industry and Security',
      { en: ['Bureau of Industry and Security', { text: 'BIS', alone: false, for: ['topic/trade'] }] },
      { country: 'US' },
    ),
    entry('agency/bank', 'Bank for International Settlements', {
      en: [
        'Bank for International Settlements',
        { text: 'BIS', alone: false, for: ['topic/banking', { cue: 'reserves', strength: 'weak' }] },
      ],
    }),
    entry('instrument/entity-list', 'Entity List', { en: ['Entity List'], 'zh-Hans': ['实体清单'] }),
    entry('instrument/unreliable', 'Unreliable Entity List', {
      en: ['Unreliable Entity List'],
      'zh-Hans': ['不可靠实体清单'],
    }),
    entry('instrument/cn-46-2024', 'Announcement No. 46 of 2024', {}, form(46, 2024)),
    entry('instrument/cn-1-2025', 'Announcement No. 1 of 2025', {}, form(1, 2025)),
    entry('instrument/cn-1-2026', 'Announcement No. 1 of 2026', {}, form(1, 2026)),
    entry('instrument/cn-55-2025', 'Announcement No. 55 of 2025', {}, form(55, 2025)),
    entry('instrument/cn-56-2025', 'Announcement No. 56 of 2025', {}, form(56, 2025)),
  ],
  {
    topics: [
      { id: 'topic/metals', about: 'metals', words: { en: ['smelter', 'tonne', 'ore', 'LME'] } },
      { id: 'topic/sport', about: 'sport', words: { en: ['goal', 'match', 'team'] } },
      { id: 'topic/chips', about: 'chips', words: { en: ['chip', 'processor'] } },
      { id: 'topic/trade', about: 'trade', words: { en: ['export', 'licence'] } },
      { id: 'topic/banking', about: 'banks', words: { en: ['central bank', 'Basel'] } },
      {
        id: 'topic/field',
        about: 'all of this list',
        words: {},
        includes: [
          'topic/metals',
          'topic/chips',
          'topic/trade',
          'kind/company',
          'kind/agency',
          'kind/chip',
          'kind/mineral',
        ],
      },
    ],
    countries: [
      { id: 'country/cn', name: 'China', words: { en: ['China', 'Chinese', 'Beijing'], 'zh-Hans': ['中国'] } },
      {
        id: 'country/us',
        name: 'United States',
        words: { en: ['US', 'U.S.', 'American', 'Washington'], 'zh-Hans': ['美国', '美'] },
      },
      { id: 'country/in', name: 'India', words: { en: ['India', 'Indian', 'New Delhi'], 'zh-Hans': ['印度'] } },
    ],
  },
);

export const small = createMatcher([compileNames(SMALL)]);

/** Mentions of one or several blocks. */
export const find = (text: string | string[], options: SenseOptions = {}, matcher = small): Mention[] =>
  chooseSenses(
    matcher,
    [text].flat().map((block) => matcher.read(block)),
    options,
  );

/** "text=entry" for each mention, so that expected values are easy to read. */
export const marks = (text: string, options: SenseOptions = {}, matcher = small): string[] =>
  find(text, options, matcher).map(({ start, end, entry: id }) => `${text.slice(start, end)}=${id}`);
