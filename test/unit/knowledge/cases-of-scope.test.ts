/**
 * Hard cases of the law, each a small story: what is restricted, how much of it, and by which
 * content; duties and their ends.
 */
import { describe, expect, it } from 'vitest';
import { statusAt } from '../../../lib/knowledge/status/status.ts';
import { isForSome } from '../../../lib/knowledge/status/then-now-next.ts';
import { about, act, rowOn, stateOn, storyOf } from './story.ts';

describe('case 14: a restriction on know-how does not cover the element that it is about', () => {
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
  it('is not listed for the element', () => expect(statusAt(knowledge, 'mineral/lanthanum', '2024-01-01')).toEqual([]));
  it('is listed for the technology', () =>
    expect(statusAt(knowledge, 'technology/rare-earth-processing', '2024-01-01')).toMatchObject([
      { restrains: 'transfer-technology', state: 'in force' },
    ]));
});

describe('case 15: the control states whose content counts', () => {
  const knowledge = storyOf([
    {
      slug: 'content',
      restrains: 're-export',
      toward: { destinations: ['all'], content: '0.1 % by value of listed Chinese rare earths' },
      acts: [act('imposes', '2025-10-09')],
    },
  ]);
  it('passes the statement on', () => expect(rowOn(knowledge, '2025-10-09')?.toward.content).toMatch(/0.1 %/));
});

describe('case 19: a duty was void from the start, but collected', () => {
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
  it('keeps the days from and until which it was applied', () =>
    expect(rowOn(knowledge, '2026-03-01')?.applied).toEqual({ from: '2025-02-04', until: '2026-02-24' }));
  it('was in force as known before the ruling', () =>
    expect(stateOn(knowledge, '2025-03-01', '2025-03-01')).toBe('in force'));
  it('limits a ruling to the plaintiffs, and follows its stay', () => {
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

describe('case 24: quotas have amounts and periods, and unused amounts may be carried over', () => {
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
  it('shows the end of the quota as next', () =>
    expect(rowOn(knowledge, '2025-11-01')?.next).toMatchObject({ day: '2025-12-31', then: 'ends' }));
});

describe('case 25: a part of the points of a duty is suspended', () => {
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
  it('has one row for each activity', () =>
    expect(statusAt(knowledge, 'mineral/gallium', '2025-02-01').map(({ restrains }) => restrains)).toEqual([
      'buy',
      'invest',
      'use',
      'help',
      'export',
    ]));
});

describe('case 28: an added or deleted code does not decide what is covered', () => {
  const codes = [
    { scheme: 'ECCN', code: '3B090', from: '2022-10-07', until: '2023-11-16', src: ['text'] },
    { scheme: 'HS', edition: '2022', code: '8112.92', referenceOnly: true, src: ['text'] },
  ];
  const knowledge = storyOf(
    [{ slug: 'licence', acts: [act('imposes', '2023-08-01')] }],
    [about('mineral/gallium', { codes })],
  );
  it('does not change the row', () =>
    expect(rowOn(knowledge, '2026-01-01')).toMatchObject({ state: 'in force', since: '2023-08-01' }));
  it('keeps edition, dates and "for reference"', () =>
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

it.each([
  [{ destinations: ['RU', 'BY'] }, true],
  [{ destinations: ['RU', 'CN'] }, false],
  [{ destinations: ['all'] }, false],
  [{ destinations: [] }, false],
  [{ origin: ['CN'] }, true],
  [{ origin: ['all'] }, false],
  [{ origin: [] }, false],
])(
  'a state names its target if that is the goods of some countries or only sanctioned countries: %o',
  (toward, told) => {
    const row = rowOn(storyOf([{ slug: 'x', toward, acts: [act('imposes', '2025-01-01')] }]), '2025-06-01');
    expect(row && isForSome(row)).toBe(told);
  },
);

describe('a change for one of the goods that a law covers', () => {
  const law = 'instrument/announcement';
  const knowledge = storyOf([
    {
      slug: 'ban',
      way: 'prohibited',
      covers: [{ entry: law }, { entry: 'mineral/lithium' }, { entry: 'mineral/chromium' }],
      acts: [
        act('imposes', '2026-02-25'),
        act('amends', '2026-04-08', { part: { entries: ['mineral/lithium'] }, leaves: 'quota' }),
      ],
    },
  ]);
  const told = (entry: string) =>
    statusAt(knowledge, entry, '2026-05-01').map(({ way, changes }) => [way, changes.length]);
  it('is listed beside the whole on the card of the law', () => expect(told(law)).toEqual([['prohibited', 1]]));
  it('is the state of that good', () => expect(told('mineral/lithium')).toEqual([['quota', 0]]));
  it('does not affect the others', () => expect(told('mineral/chromium')).toEqual([['prohibited', 0]]));
});
