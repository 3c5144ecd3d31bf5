/**
 * Glances as the background sends them: with a changed status, an unchanged status, a list, a body,
 * and no measure.
 */
import type { GlanceModel } from '../../../lib/card/model/glance-model.ts';

type Row = NonNullable<GlanceModel['lead']>['rows'][number];

export const row = (more: Partial<Row> & Pick<Row, 'when'>): Row => ({
  label: '',
  glyph: 'force',
  barred: false,
  title: 'Licence needed',
  rest: '',
  date: '',
  ...more,
});

const base = {
  kind: 'mineral',
  kindLabel: 'Mineral',
  lang: 'en-GB',
  contentLang: 'en',
  lead: null,
  none: '',
  news: [] as string[],
  digest: null,
  source: null,
  knownTo: '',
  more: 0,
  changed: false,
} as const;

export const GALLIUM: GlanceModel = {
  ...base,
  id: 'mineral/gallium',
  name: 'Gallium',
  altName: { text: '镓', lang: 'zh-Hans' },
  tile: { type: 'element', symbol: 'Ga', number: 31 },
  what: { text: 'Soft metal for fast chips, radar and LEDs. China makes about 99% of it.', shorter: [] },
  lead: {
    who: 'China',
    toward: 'United States',
    restricts: 'exports',
    measure: 'exports: no licence in principle for listed gallium items',
    rows: [
      row({
        when: 'then',
        label: 'Then',
        glyph: 'ban',
        barred: true,
        title: 'Refused in principle',
        date: 'Since 3 Dec 2024',
      }),
      row({
        when: 'now',
        label: 'Now',
        glyph: 'unknown',
        title: 'Unknown whether it applies.',
        rest: 'Suspended 9 Nov 2025 to 27 Nov 2026.',
      }),
    ],
  },
  source: {
    grade: 'official',
    gradeWord: 'Official',
    label: 'MOFCOM No. 72 of 2025',
    url: 'https://www.mofcom.gov.cn/72',
  },
  knownTo: 'Sources to 9 Oct 2026',
  more: 12,
  changed: true,
};

export const HUAWEI: GlanceModel = {
  ...base,
  id: 'company/huawei',
  kind: 'company',
  kindLabel: 'Company · China',
  name: 'Huawei',
  tile: { type: 'drawing', drawing: 'company' },
  what: { text: 'Chinese maker of telecoms gear, phones and chips.', shorter: [] },
  lead: {
    who: 'United States',
    toward: 'Huawei',
    restricts: 'Entity List',
    measure: 'Entity List: licence for items under US export rules',
    rows: [
      row({
        when: 'since',
        label: 'Now',
        title: 'Licence needed, usually refused',
        rest: ', for all goods',
        date: 'Since 16 May 2019',
      }),
    ],
  },
  source: { grade: 'law-firm', gradeWord: 'Law firm', label: 'Alert', url: 'https://law.example/' },
  more: 1,
};

export const ENTITY_LIST: GlanceModel = {
  ...base,
  id: 'instrument/entity-list',
  kind: 'instrument',
  kindLabel: 'Legal instrument · United States',
  name: 'Entity List',
  tile: { type: 'country', code: 'US', sub: 'BIS' },
  what: { text: 'US list of foreign companies that need a licence, usually refused.', shorter: [] },
  digest: {
    heading: 'Five latest acts',
    aside: 'names added',
    acts: [
      { label: '+26', day: 'Oct 2025' },
      { label: '+32', day: 'Sep 2025' },
    ],
    counts: [{ glyph: 'ban', text: '61 listed entries' }],
    latest: null,
  },
  more: 61,
};

export const EMPTY_GLANCE: GlanceModel = {
  ...base,
  id: 'company/acme',
  kind: 'company',
  name: 'Acme',
  tile: { type: 'initials', text: 'A' },
  what: { text: 'A made-up firm.', shorter: [] },
  none: 'No measure names this company. Measures on its products may still apply.',
};
