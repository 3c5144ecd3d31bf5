/**
 * Hard cases of the law, each a small story: what a suspension stops, what it leaves, and how it
 * ends. Each case shows what a simpler model gets wrong.
 */
import { describe, expect, it } from 'vitest';
import { statusAt } from '../../../lib/knowledge/status/status.ts';
import { about, act, rowOn, stateOn, statesOf, storyOf } from './story.ts';

describe('case 1: the suspension of one clause does not affect the other', () => {
  const knowledge = storyOf([
    {
      slug: 'clause-1',
      way: 'prohibited',
      toward: { destinations: ['US'], users: ['military users'] },
      acts: [act('imposes', '2024-12-03')],
    },
    {
      slug: 'clause-2',
      way: 'refused in principle',
      toward: { destinations: ['US'] },
      acts: [
        act('imposes', '2024-12-03'),
        act('suspends', '2025-11-09', {
          upTo: { day: '2026-11-27', included: 'unclear', then: 'unsaid' },
          leaves: 'licence',
        }),
      ],
    },
  ]);
  it.each([
    ['2024-12-02', {}],
    ['2024-12-03', { 'clause-1': 'in force', 'clause-2': 'in force' }],
    ['2025-11-08', { 'clause-1': 'in force', 'clause-2': 'in force' }],
    ['2025-11-09', { 'clause-1': 'in force', 'clause-2': 'paused' }],
    ['2026-11-26', { 'clause-1': 'in force', 'clause-2': 'paused' }],
    ['2026-11-27', { 'clause-1': 'in force', 'clause-2': 'paused' }],
    ['2026-11-28', { 'clause-1': 'in force', 'clause-2': 'not known since' }],
  ])('on %s', (day, states) => expect(statesOf(knowledge, 'mineral/gallium', day)).toEqual(states));
  it('states what remains during the suspension, until when, and that the text does not say what follows', () => {
    const row = statusAt(knowledge, 'mineral/gallium', '2026-11-24').find(({ state }) => state === 'paused');
    expect(row).toMatchObject({
      way: 'refused in principle',
      leaves: 'licence',
      since: '2025-11-09',
      until: { day: '2026-11-27', then: 'unsaid' },
      next: { day: '2026-11-27', included: 'unclear', then: 'unsaid' },
      asOf: '2025-11-09',
    });
  });
});

describe('case 1a: a repeal after a suspension that ended without news', () => {
  const knowledge = storyOf([
    {
      slug: 'repealed',
      acts: [
        act('imposes', '2024-12-03'),
        act('suspends', '2025-11-09', { upTo: { day: '2026-11-27', included: 'yes', then: 'unsaid' } }),
        act('ends', '2026-12-03'),
      ],
    },
  ]);
  it.each([
    ['2026-12-02', 'not known since', '2026-11-27'],
    ['2026-12-03', 'ended', undefined],
  ])('on %s: %s, by a text to %s', (day, state, last) => {
    const [row] = statusAt(knowledge, 'mineral/gallium', day);
    expect([row?.state, row?.byText?.ended.day]).toEqual([state, last]);
  });
});

describe('case 2: parts of one announcement start on different days, and one of them never did', () => {
  const pause = act('suspends', '2025-11-07', { upTo: { day: '2026-11-10', included: 'unclear', then: 'unsaid' } });
  const knowledge = storyOf([
    { slug: 'limb-1', acts: [act('imposes', '2025-10-09', { bites: '2025-12-01' }), pause] },
    { slug: 'limb-3', acts: [act('imposes', '2025-10-09'), pause] },
  ]);
  it.each([
    ['2025-10-08', {}],
    ['2025-10-09', { 'limb-1': 'made, not started', 'limb-3': 'in force' }],
    ['2025-11-06', { 'limb-1': 'made, not started', 'limb-3': 'in force' }],
    ['2025-11-07', { 'limb-1': 'paused before start', 'limb-3': 'paused' }],
    ['2025-12-01', { 'limb-1': 'paused before start', 'limb-3': 'paused' }],
    ['2026-11-10', { 'limb-1': 'paused before start', 'limb-3': 'paused' }],
    ['2026-11-11', { 'limb-1': 'not known since', 'limb-3': 'not known since' }],
  ])('on %s', (day, states) => expect(statesOf(knowledge, 'mineral/gallium', day)).toEqual(states));
});

describe('case 3: a rule that was suspended before it started would start, not resume', () => {
  const knowledge = storyOf([
    {
      slug: 'ann-55',
      acts: [
        act('imposes', '2025-10-09', { bites: '2025-11-08' }),
        act('suspends', '2025-11-07', { upTo: { day: '2026-11-10', included: 'no', then: 'starts' } }),
      ],
    },
  ]);
  it.each([
    ['2025-11-06', 'made, not started'],
    ['2025-11-07', 'paused before start'],
    ['2025-11-08', 'paused before start'],
    ['2026-11-09', 'paused before start'],
    ['2026-11-10', 'not known since'],
  ])('on %s: %s', (day, state) => expect(stateOn(knowledge, day)).toBe(state));
  it('counts as started once a later act changes a part of it', () => {
    const changed = storyOf([
      {
        slug: 'put-off',
        acts: [
          act('imposes', '2025-10-09', { bites: '2025-11-08' }),
          act('suspends', '2025-11-07', { upTo: { day: '2026-11-10', included: 'no', then: 'starts' } }),
          act('amends', '2026-11-20', { part: { limb: 'some goods' } }),
        ],
      },
    ]);
    expect(rowOn(changed, '2026-11-19')?.byText).toMatchObject({ since: '2026-11-10' });
    expect(rowOn(changed, '2026-11-24')).toMatchObject({ state: 'in force', since: '2026-11-10', byText: null });
  });
  it('does not start because its text said so: nobody knows whether it did', () => {
    expect(rowOn(knowledge, '2026-11-24')).toMatchObject({
      state: 'not known since',
      since: '2026-11-10',
      applied: null,
      byText: { since: '2026-11-10', ended: { then: 'starts' } },
      asOf: '2025-11-07',
    });
    expect(rowOn(knowledge, '2026-01-01')).toMatchObject({ applied: null, next: { then: 'starts' } });
  });
});

describe('case 4: two suspensions with the same last day, one text with and one without what follows', () => {
  const upTo = (then: string) => ({ day: '2026-11-09', included: 'yes', then });
  const silent = storyOf([
    { slug: 'silent', acts: [act('imposes', '2025-09-29'), act('suspends', '2025-11-10', { upTo: upTo('unsaid') })] },
  ]);
  const returns = storyOf([
    { slug: 'returns', acts: [act('imposes', '2025-09-29'), act('suspends', '2025-11-10', { upTo: upTo('returns') })] },
  ]);
  it('is unknown afterwards if the text does not say what follows', () => {
    expect(stateOn(silent, '2026-11-09')).toBe('paused');
    expect(rowOn(silent, '2026-11-10')).toMatchObject({
      state: 'not known since',
      since: '2026-11-10',
      byText: { ended: { day: '2026-11-09' } },
    });
  });
  it('is unknown too if the text announced a return, which is kept as announced', () => {
    expect(stateOn(returns, '2026-11-09')).toBe('paused');
    expect(rowOn(returns, '2026-11-10')).toMatchObject({
      state: 'not known since',
      since: '2026-11-10',
      applied: { from: '2025-09-29' },
      byText: { since: '2026-11-10', ended: { then: 'returns' } },
      asOf: '2025-11-10',
    });
  });
  it('follows a later act once it is known', () => {
    const prolonged = storyOf([
      {
        slug: 'prolonged',
        acts: [
          act('imposes', '2025-09-29'),
          act('suspends', '2025-11-10', { upTo: upTo('returns') }),
          act('extends', '2026-11-01', {
            bites: '2026-11-10',
            upTo: { day: '2027-01-10', included: 'yes', then: 'returns' },
          }),
        ],
      },
    ]);
    expect(rowOn(prolonged, '2026-11-24')).toMatchObject({
      state: 'paused',
      since: '2025-11-10',
      until: { day: '2027-01-10' },
      byText: null,
    });
    expect(rowOn(prolonged, '2026-10-15')).toMatchObject({ state: 'paused', until: { day: '2026-11-09' } });
    expect(stateOn(prolonged, '2026-11-24', '2026-10-15')).toBe('not known since');
  });
});

describe('case 13: the suspension of a list may leave out some firms and keep a licence requirement', () => {
  const firms = ['company/a', 'company/b', 'company/c'];
  const part = (...parties: string[]) => ({ part: { parties } });
  const knowledge = storyOf(
    [
      {
        slug: 'control-list',
        way: 'prohibited',
        toward: { parties: firms },
        acts: [
          act('imposes', '2025-04-04'),
          act('suspends', '2025-05-14', {
            ...part('company/a', 'company/b'),
            upTo: { day: '2025-08-12', included: 'no', then: 'returns' },
            leaves: 'licence',
          }),
          act('ends', '2025-08-12', part('company/a')),
          act('suspends', '2025-08-12', {
            ...part('company/b'),
            upTo: { day: '2025-11-10', included: 'no', then: 'returns' },
            leaves: 'licence',
          }),
          act('extends', '2025-11-05', {
            ...part('company/b'),
            bites: '2025-11-10',
            upTo: { day: '2026-11-10', included: 'no', then: 'unsaid' },
          }),
        ],
      },
    ],
    firms.map((id) => about(id)),
  );
  it.each([
    ['company/a', '2025-05-13', 'in force'],
    ['company/a', '2025-05-14', 'paused'],
    ['company/a', '2025-08-11', 'paused'],
    ['company/a', '2025-08-12', 'ended'],
    ['company/b', '2025-08-12', 'paused'],
    ['company/b', '2025-11-09', 'paused'],
    ['company/b', '2025-11-10', 'paused'],
    ['company/b', '2026-11-09', 'paused'],
    ['company/b', '2026-11-10', 'not known since'],
    ['company/c', '2025-05-14', 'in force'],
    ['company/c', '2026-11-24', 'in force'],
    ['instrument/announcement', '2025-05-14', 'in force in part'],
  ])('%s on %s: %s', (entryId, day, state) => expect(stateOn(knowledge, day, day, entryId)).toBe(state));
  it('keeps the licence requirement while the listing is suspended', () =>
    expect(rowOn(knowledge, '2025-06-01', '2025-06-01', 'company/b')?.leaves).toBe('licence'));
});

describe('case 27: a stop of exports is a control, and a suspension is always an act on a control', () => {
  const stop = storyOf([
    {
      slug: 'phosphate-stop',
      way: 'prohibited',
      acts: [act('imposes', '2025-12-01', { basis: 'unpublished', class: 'news' })],
    },
  ]);
  it('shows the stop as a prohibition', () =>
    expect(rowOn(stop, '2025-12-02')).toMatchObject({ state: 'reported only', way: 'prohibited', lane: 'reported' }));
});

describe('case 30: the licence of one country replaces that of another', () => {
  const knowledge = storyOf([
    { slug: 'us-licence', by: 'agency/bis', acts: [act('imposes', '2023-10-17'), act('ends', '2024-09-06')] },
    {
      slug: 'dutch-licence',
      by: 'agency/nl-foreign-trade',
      continues: 'control/us-licence',
      acts: [act('imposes', '2024-09-06', { bites: '2024-09-07' })],
    },
  ]);
  it('is one control since 2023, with a new issuer', () => {
    expect(rowOn(knowledge, '2024-09-05')).toMatchObject({ issuer: 'agency/bis', state: 'in force' });
    expect(rowOn(knowledge, '2024-09-07')).toMatchObject({
      issuer: 'agency/nl-foreign-trade',
      state: 'in force',
      since: '2023-10-17',
    });
  });
});
