/** Cases 9 to 12, 14 to 26, 28 and 29 of the knowledge model: what moves the law, and what stands beside it. */
import { describe, expect, it } from 'vitest';
import { statusAt } from '../../../lib/knowledge/status.ts';
import { about, act, rowOn, stateOn, storyOf } from './story.ts';

describe('case 9: grants do not end a requirement, and an unpublished word is not a rule', () => {
  const knowledge = storyOf([
    {
      slug: 'h20-letter',
      by: 'agency/bis',
      toward: { destinations: ['CN'] },
      acts: [
        act('imposes', '2025-04-15', { bites: '2025-04-09', basis: 'letter' }),
        act('claims', '2025-07-14', { basis: 'statement', saidBy: ['company/nvidia'], class: 'news' }),
        act('grants', '2025-08-08', {
          basis: 'letter',
          class: 'news',
          note: 'Licences with a share of revenue of 15 %.',
        }),
      ],
    },
    {
      slug: 'cn-advice',
      restrains: 'buy',
      way: 'advised against',
      acts: [act('imposes', '2025-08-12', { basis: 'unpublished', class: 'news' })],
    },
  ]);
  const rows = (day: string) => statusAt(knowledge, 'mineral/gallium', day);
  it('keeps the licence requirement and shows the licences with it', () => {
    const letter = rows('2025-08-20').find(({ issuer }) => issuer === 'agency/bis');
    expect(letter).toMatchObject({
      state: 'in force',
      way: 'licence',
      lane: 'law',
      grants: [{ act: { note: 'Licences with a share of revenue of 15 %.' } }],
    });
    expect(letter?.apart.map(({ does }) => does)).toEqual(['claims']);
  });
  it('keeps the other side’s advice apart, as reported', () =>
    expect(rows('2025-08-20').find(({ issuer }) => issuer === 'agency/mofcom')).toMatchObject({
      state: 'reported only',
      lane: 'reported',
      restrains: 'buy',
      way: 'advised against',
    }));
  it('knows the letter only since it was told', () => expect(rows('2025-04-10')).toEqual([]));
});

describe('case 10: an amended review policy is a new way of the same requirement', () => {
  const knowledge = storyOf([
    {
      slug: 'h200',
      way: 'presumption of denial',
      acts: [
        act('imposes', '2023-10-17', { bites: '2023-11-17' }),
        act('amends', '2026-01-13', { bites: '2026-01-15', leaves: 'case by case' }),
      ],
    },
  ]);
  it.each([
    ['2026-01-14', 'presumption of denial'],
    ['2026-01-15', 'case by case'],
  ])('on %s: %s', (day, way) =>
    expect(rowOn(knowledge, day)).toMatchObject({ state: 'in force', way, since: '2023-11-17' }),
  );
  it('says beforehand that it will change', () =>
    expect(rowOn(knowledge, '2026-01-14')?.next).toMatchObject({ day: '2026-01-15', then: 'amends' }));
});

describe('case 11: an authorisation ends, and licences to named plants run for a year', () => {
  const knowledge = storyOf([
    {
      slug: 'veu',
      way: 'general authorisation',
      acts: [act('imposes', '2023-10-13'), act('ends', '2025-09-02', { bites: '2026-01-01' })],
    },
    {
      slug: 'plants',
      way: 'licence',
      acts: [
        act('imposes', '2022-10-07'),
        act('grants', '2025-12-30', {
          bites: '2026-01-01',
          part: { limb: 'named plants' },
          upTo: { day: '2026-12-31', included: 'yes', then: 'unsaid' },
        }),
      ],
    },
  ]);
  const stateOf = (slug: string, day: string) =>
    statusAt(knowledge, 'mineral/gallium', day).find(({ control }) => control.id === `control/${slug}`);
  it('holds through its last day', () =>
    expect([stateOf('veu', '2025-12-31')?.state, stateOf('veu', '2026-01-01')?.state]).toEqual(['in force', 'ended']));
  it('shows what is granted, and that what follows is not said', () => {
    expect(stateOf('plants', '2026-06-01')).toMatchObject({
      state: 'in force',
      grants: [{ until: { day: '2026-12-31' }, notKnownSince: null }],
      next: { day: '2026-12-31', then: 'unsaid' },
    });
    expect(stateOf('plants', '2027-01-01')).toMatchObject({
      state: 'in force',
      grants: [{ notKnownSince: '2027-01-01' }],
    });
  });
});

describe('case 12: a listing is a control toward a party, with its own review policy', () => {
  const knowledge = storyOf(
    [
      {
        slug: 'entity-list-10nm',
        by: 'agency/bis',
        way: 'presumption of denial',
        covers: [{ list: 'instrument/ear', wording: 'items for 10 nm and below' }],
        toward: { parties: ['company/smic'] },
        acts: [act('imposes', '2020-12-18')],
      },
      {
        slug: 'entity-list-else',
        by: 'agency/bis',
        way: 'case by case',
        covers: [{ list: 'instrument/ear', wording: 'all other items' }],
        toward: { parties: ['company/smic'] },
        acts: [act('imposes', '2020-12-18')],
      },
    ],
    [about('company/smic')],
  );
  it('shows on the firm’s card, policy by policy', () =>
    expect(
      statusAt(knowledge, 'company/smic', '2021-01-01').map(({ way, state, relation }) => [way, state, relation]),
    ).toEqual([
      ['presumption of denial', 'in force', 'toward'],
      ['case by case', 'in force', 'toward'],
    ]));
});

describe('case 14: know-how is restrained, not the element that it is about', () => {
  const knowledge = storyOf(
    [
      {
        slug: 'catalogue',
        restrains: 'transfer-technology',
        way: 'prohibited',
        covers: [{ entry: 'technology/rare-earth-processing' }],
        acts: [act('imposes', '2023-12-21')],
      },
    ],
    [about('mineral/lanthanum', { related: ['technology/rare-earth-processing'] })],
  );
  it('does not stand on the element', () => expect(statusAt(knowledge, 'mineral/lanthanum', '2024-01-01')).toEqual([]));
  it('stands on the technology', () =>
    expect(statusAt(knowledge, 'technology/rare-earth-processing', '2024-01-01')).toMatchObject([
      { restrains: 'transfer-technology', state: 'in force' },
    ]));
});

describe('case 15: whose content decides is told by the control', () => {
  const knowledge = storyOf([
    {
      slug: 'content',
      restrains: 're-export',
      toward: { destinations: ['all'], content: '0.1 % by value of listed Chinese rare earths' },
      acts: [act('imposes', '2025-10-09')],
    },
  ]);
  it('hands it on', () => expect(rowOn(knowledge, '2025-10-09')?.toward.content).toMatch(/0.1 %/));
});

describe('case 16: a rule on a list covers its members while they are members', () => {
  const member = (id: string, from: string, until?: string) =>
    about(id, { memberOf: [{ of: 'instrument/list', from, until, src: ['text'] }] });
  const knowledge = storyOf(
    [
      {
        slug: 'japan',
        way: 'prohibited',
        covers: [{ list: 'instrument/list' }],
        toward: { destinations: ['JP'], users: ['military users'] },
        horizontal: true,
        acts: [act('imposes', '2026-01-06')],
      },
    ],
    [
      member('mineral/gallium', '2024-12-01'),
      member('mineral/late', '2026-06-01'),
      member('mineral/left', '2024-12-01', '2026-03-31'),
      about('mineral/lanthanum'),
      about('mineral/class', { memberOf: [{ of: 'instrument/list', from: '2024-12-01', src: ['text'] }] }),
      about('mineral/in-class', { memberOf: [{ of: 'mineral/class', src: ['text'] }] }),
    ],
  );
  it.each([
    ['mineral/gallium', '2026-01-05', undefined],
    ['mineral/gallium', '2026-01-06', 'in force'],
    ['mineral/lanthanum', '2026-11-24', undefined],
    ['mineral/late', '2026-05-31', undefined],
    ['mineral/late', '2026-06-01', 'in force'],
    ['mineral/left', '2026-03-31', 'in force'],
    ['mineral/left', '2026-04-01', 'ended'],
    ['mineral/in-class', '2026-01-06', 'in force'],
  ])('%s on %s: %s', (entryId, day, state) => expect(stateOn(knowledge, day, day, entryId)).toBe(state));
  it('starts for a later member on the day it joined', () =>
    expect(rowOn(knowledge, '2026-07-01', '2026-07-01', 'mineral/late')?.since).toBe('2026-06-01'));
});

describe('case 17: a list of needs restrains nobody', () => {
  const knowledge = storyOf([
    {
      slug: 'us-critical',
      by: 'agency/usgs',
      restrains: 'nothing',
      way: 'designation',
      acts: [act('imposes', '2022-02-24')],
    },
  ]);
  it('has a lane of its own', () =>
    expect(rowOn(knowledge, '2026-01-01')).toMatchObject({ state: 'listed as needed', lane: 'listed' }));
});

describe('case 18: one side says so, the other is silent, then licences come', () => {
  const claimed = act('claims', '2025-11-01', { basis: 'statement', saidBy: ['US'], silent: ['CN'] });
  it('is one side’s word, alone', () => {
    const knowledge = storyOf([
      {
        slug: 'general-licence',
        way: 'general authorisation',
        acts: [claimed, act('imposes', '2025-12-18', { basis: 'notice', class: 'law firm' })],
      },
    ]);
    expect(rowOn(knowledge, '2025-11-02')).toMatchObject({
      state: 'one side says',
      lane: 'claim',
      saidBy: ['US'],
      silent: ['CN'],
    });
    expect(rowOn(knowledge, '2025-12-18')).toMatchObject({ state: 'in force', lane: 'law', since: '2025-12-18' });
  });
  it('does not move a rule that stands', () => {
    const knowledge = storyOf([{ slug: 'licence', acts: [act('imposes', '2025-04-04'), claimed] }]);
    expect(rowOn(knowledge, '2025-11-02')).toMatchObject({
      state: 'in force',
      lane: 'law',
      apart: [{ does: 'claims' }],
    });
  });
});

describe('case 19: void from the start, and collected all the same', () => {
  const knowledge = storyOf([
    {
      slug: 'ieepa',
      restrains: 'import',
      way: 'duty',
      acts: [
        act('imposes', '2025-02-01', { bites: '2025-02-04', basis: 'law' }),
        act('voids', '2026-02-20', { basis: 'court' }),
        act('ends', '2026-02-20', { bites: '2026-02-24', basis: 'law' }),
      ],
    },
  ]);
  it.each([
    ['2026-02-19', 'in force'],
    ['2026-02-20', 'void'],
    ['2026-02-24', 'void'],
  ])('on %s: %s', (day, state) => expect(stateOn(knowledge, day)).toBe(state));
  it('keeps that it was applied, and until when', () =>
    expect(rowOn(knowledge, '2026-03-01')?.applied).toEqual({ from: '2025-02-04', until: '2026-02-24' }));
  it('was in force for those who wrote before the ruling', () =>
    expect(stateOn(knowledge, '2025-03-01', '2025-03-01')).toBe('in force'));
  it('holds a ruling for the plaintiffs only, and its stay', () => {
    const ruling = storyOf([
      {
        slug: 's122',
        restrains: 'import',
        way: 'duty',
        acts: [
          act('imposes', '2026-02-24', { basis: 'law' }),
          act('voids', '2026-05-07', { basis: 'court', part: { parties: ['the plaintiffs'] } }),
          act('stays', '2026-05-12', { basis: 'court' }),
        ],
      },
    ]);
    expect([stateOn(ruling, '2026-05-06'), stateOn(ruling, '2026-05-07'), stateOn(ruling, '2026-05-12')]).toEqual([
      'in force',
      'in force in part',
      'in force',
    ]);
  });
});

describe('case 20: a rule that nobody enforces is still on the books', () => {
  const knowledge = storyOf([
    {
      slug: 'ai-diffusion',
      acts: [
        act('imposes', '2025-01-15', { bites: '2025-05-15', basis: 'law' }),
        act('declines to enforce', '2025-05-13', { class: 'law firm' }),
      ],
    },
  ]);
  it.each([
    ['2025-05-12', 'made, not started'],
    ['2025-05-13', 'on the books, not enforced'],
    ['2025-05-15', 'on the books, not enforced'],
    ['2026-11-24', 'on the books, not enforced'],
  ])('on %s: %s', (day, state) => expect(stateOn(knowledge, day)).toBe(state));
});

describe('case 21: published and pulled within the hour', () => {
  const knowledge = storyOf([
    { slug: '1260h-notice', restrains: 'buy', acts: [act('imposes', '2026-02-13'), act('withdraws', '2026-02-13')] },
  ]);
  it.each([
    ['2026-02-12', undefined],
    ['2026-02-13', 'never in effect'],
    ['2026-11-24', 'never in effect'],
  ])('on %s: %s', (day, state) => expect(stateOn(knowledge, day)).toBe(state));
  it('is ended, not never in effect, where it had applied', () => {
    const later = storyOf([{ slug: 'later', acts: [act('imposes', '2026-02-13'), act('withdraws', '2026-02-20')] }]);
    expect(stateOn(later, '2026-02-20')).toBe('ended');
  });
});

describe('cases 22 and 23: what is reported or posted is not in force', () => {
  const onlyNews = storyOf([
    {
      slug: 'h200-customs',
      acts: [
        act('imposes', '2026-01-13', { basis: 'unpublished', class: 'news' }),
        act('ends', '2026-06-01', { basis: 'unpublished', class: 'news' }),
      ],
    },
  ]);
  it('is reported only, and so is its end', () => {
    expect(rowOn(onlyNews, '2026-02-01')).toMatchObject({
      state: 'reported only',
      lane: 'reported',
      basis: 'unpublished',
    });
    expect(rowOn(onlyNews, '2026-06-01')).toMatchObject({ state: 'ended', lane: 'reported' });
  });
  it('needs an official text, a mirror or a law firm behind "in force"', () => {
    const by = (sourceClass: string) =>
      storyOf([{ slug: 'x', acts: [act('imposes', '2026-01-13', { class: sourceClass })] }]);
    expect(['official', 'mirror', 'law firm', 'news', 'other'].map((one) => stateOn(by(one), '2026-02-01'))).toEqual([
      'in force',
      'in force',
      'in force',
      'reported only',
      'reported only',
    ]);
  });
  it('takes a post for one side’s word', () => {
    const post = storyOf([
      {
        slug: 'blackwell-post',
        by: 'agency/white-house',
        way: 'prohibited',
        acts: [act('imposes', '2025-11-02', { basis: 'statement' })],
      },
    ]);
    expect(rowOn(post, '2025-11-03')).toMatchObject({
      state: 'one side says',
      lane: 'claim',
      saidBy: ['agency/white-house'],
    });
  });
  it('does not let a statement or a report pause a rule', () => {
    const rule = storyOf([
      {
        slug: 'rule',
        acts: [
          act('imposes', '2025-01-01'),
          act('suspends', '2025-06-01', { basis: 'statement' }),
          act('ends', '2025-07-01', { basis: 'unpublished' }),
        ],
      },
    ]);
    expect(rowOn(rule, '2025-08-01')).toMatchObject({
      state: 'in force',
      apart: [{ does: 'suspends' }, { does: 'ends' }],
    });
  });
});

describe('case 24: quotas have amounts and periods, and a part may be carried over', () => {
  const steps = [
    { from: '2025-10-16', until: '2025-12-31', amount: '18 125 t', src: ['text'] },
    { from: '2026-01-01', until: '2026-12-31', amount: '96 600 t', src: ['text'] },
  ];
  const knowledge = storyOf([
    {
      slug: 'stop',
      by: 'agency/arecoms',
      way: 'prohibited',
      acts: [
        act('imposes', '2025-02-22', { upTo: { day: '2025-06-22', included: 'no', then: 'unsaid' } }),
        act('extends', '2025-06-21', { upTo: { day: '2025-10-16', included: 'no', then: 'ends' } }),
      ],
    },
    {
      slug: 'quota-2025',
      by: 'agency/arecoms',
      way: 'quota',
      continues: 'control/stop',
      steps,
      sources: { text: { url: 'https://example.org/', publisher: 'ARECOMS', class: 'official' } },
      acts: [
        act('imposes', '2025-09-21', {
          bites: '2025-10-16',
          upTo: { day: '2025-12-31', included: 'yes', then: 'ends' },
        }),
        act('extends', '2025-12-30', {
          part: { points: 'unused volumes of the fourth quarter' },
          upTo: { day: '2026-03-31', included: 'yes', then: 'ends' },
        }),
      ],
    },
  ]);
  it.each([
    ['2025-02-21', undefined, undefined],
    ['2025-06-22', 'in force', 'prohibited'],
    ['2025-10-15', 'in force', 'prohibited'],
    ['2025-10-16', 'in force', 'quota'],
    ['2025-12-31', 'in force', 'quota'],
    ['2026-01-01', 'in force in part', 'quota'],
    ['2026-03-31', 'in force in part', 'quota'],
    ['2026-04-01', 'ended', 'quota'],
  ])('on %s: %s (%s)', (day, state, way) => {
    const row = rowOn(knowledge, day);
    expect([row?.state, row?.way]).toEqual([state, way]);
  });
  it('names the next amount', () =>
    expect(rowOn(knowledge, '2025-11-01')?.next).toMatchObject({ day: '2025-12-31', then: 'ends' }));
});

describe('case 25: a pause of some points of a duty', () => {
  const knowledge = storyOf([
    {
      slug: 'tariff',
      restrains: 'import',
      way: 'duty',
      acts: [
        act('imposes', '2025-04-10'),
        act('suspends', '2025-05-14', {
          part: { points: '24 of 34 points' },
          upTo: { day: '2025-08-12', included: 'no', then: 'returns' },
        }),
        act('suspends', '2025-08-12', {
          part: { points: '24 of 34 points' },
          upTo: { day: '2026-11-10', included: 'no', then: 'unsaid' },
        }),
      ],
    },
  ]);
  it.each([
    ['2025-05-13', 'in force'],
    ['2025-05-14', 'in force in part'],
    ['2025-08-12', 'in force in part'],
    ['2026-11-09', 'in force in part'],
  ])('on %s: %s', (day, state) => expect(stateOn(knowledge, day)).toBe(state));
  it('does not know the part after the last day on file', () =>
    expect(rowOn(knowledge, '2026-11-10')).toMatchObject({
      state: 'in force in part',
      parts: [{ notKnownSince: '2026-11-10' }],
    }));
});

describe('case 26: buying, investing, using and helping are not exporting', () => {
  const knowledge = storyOf(
    ['buy', 'invest', 'use', 'help', 'export'].map((restrains) => ({
      slug: restrains,
      restrains,
      way: 'prohibited',
      acts: [act('imposes', '2025-01-01')],
    })),
  );
  it('keeps each act in a row of its own', () =>
    expect(statusAt(knowledge, 'mineral/gallium', '2025-02-01').map(({ restrains }) => restrains)).toEqual([
      'buy',
      'invest',
      'use',
      'help',
      'export',
    ]));
});

describe('case 28: a code that came or went does not decide what is covered', () => {
  const codes = [
    { scheme: 'ECCN', code: '3B090', from: '2022-10-07', until: '2023-11-16', src: ['text'] },
    { scheme: 'HS', edition: '2022', code: '8112.92', referenceOnly: true, src: ['text'] },
  ];
  const knowledge = storyOf(
    [{ slug: 'licence', acts: [act('imposes', '2023-08-01')] }],
    [about('mineral/gallium', { codes })],
  );
  it('leaves the row as it is', () =>
    expect(rowOn(knowledge, '2026-01-01')).toMatchObject({ state: 'in force', since: '2023-08-01' }));
  it('keeps edition, days and "for reference"', () =>
    expect(knowledge.entries.get('mineral/gallium')?.codes).toMatchObject(codes));
});

describe('case 29: provisional duties end without an order', () => {
  const knowledge = storyOf([
    {
      slug: 'anodes',
      restrains: 'import',
      way: 'duty',
      acts: [act('plans', '2024-12-18'), act('imposes', '2025-07-22'), act('ends', '2026-03-12')],
    },
  ]);
  it.each([
    ['2024-12-18', 'planned'],
    ['2025-07-21', 'planned'],
    ['2025-07-22', 'in force'],
    ['2026-03-12', 'ended'],
  ])('on %s: %s', (day, state) => expect(stateOn(knowledge, day)).toBe(state));
});
