/**
 * Hard cases of the law, each a small story: last days, unknown days, days before publication, and
 * days of a change.
 */
import { describe, expect, it } from 'vitest';
import { about, act, rowOn, stateOn, statesOf, storyOf } from './story.ts';

describe('case 5: the last day counts, does not count, or is unclear, and a text of that time does not prove that the rule returned', () => {
  const until = (included: string) =>
    storyOf([
      {
        slug: included,
        acts: [
          act('imposes', '2025-01-01'),
          act('suspends', '2025-06-01', { upTo: { day: '2025-12-31', included, then: 'returns' } }),
        ],
      },
    ]);
  it.each([
    ['yes', 'paused', '2026-01-01'],
    ['no', 'not known since', '2025-12-31'],
    ['unclear', 'paused', '2026-01-01'],
  ])('%s: %s on the last day, unknown since %s', (included, onTheDay, free) => {
    const knowledge = until(included);
    expect(stateOn(knowledge, '2025-12-30')).toBe('paused');
    expect(stateOn(knowledge, '2025-12-31')).toBe(onTheDay);
    expect(rowOn(knowledge, '2026-01-01')).toMatchObject({ state: 'not known since', since: free });
  });
});

describe('case 6: a date without a day is not taken for the first of January', () => {
  const knowledge = storyOf([{ slug: 'some-day-in-2023', acts: [act('imposes', '2023')] }]);
  it.each([
    ['2022-12-31', undefined],
    ['2023-01-01', 'not known since'],
    ['2023-06-15', 'not known since'],
    ['2023-12-31', 'in force'],
    ['2024-01-01', 'in force'],
  ])('on %s: %s', (day, state) => expect(stateOn(knowledge, day)).toBe(state));
  it('keeps "some day in 2023" as its start', () => expect(rowOn(knowledge, '2026-01-01')?.since).toBe('2023'));
  it('is unknown on the days before a "by then"', () => {
    const listed = storyOf([{ slug: 'by-then', acts: [act('imposes', '<2024-01-31')] }]);
    expect(rowOn(listed, '2023-05-01')).toMatchObject({ state: 'not known since', since: null });
    expect(rowOn(listed, '2024-01-31')).toMatchObject({ state: 'in force', since: '<2024-01-31' });
  });
  it('applies a later precise act after an imprecise one', () => {
    const ended = storyOf([{ slug: 'ended', acts: [act('imposes', '2022-05-01'), act('ends', '2025')] }]);
    expect([stateOn(ended, '2024-12-31'), stateOn(ended, '2025-03-01'), stateOn(ended, '2025-12-31')]).toEqual([
      'in force',
      'not known since',
      'ended',
    ]);
  });
});

describe('case 7: a rule may bind before it is published', () => {
  const order71 = storyOf([{ slug: 'order-71', acts: [act('imposes', '2025-08-22', { bites: '2025-07-28' })] }]);
  it.each([
    ['2025-07-27', '2026-01-01', undefined],
    ['2025-07-28', '2025-07-28', undefined],
    ['2025-08-21', '2025-08-21', undefined],
    ['2025-08-21', '2025-08-22', 'in force'],
    ['2025-07-28', '2026-01-01', 'in force'],
    ['2025-08-22', '2025-08-22', 'in force'],
  ])('on %s, known on %s: %s', (day, knownOn, state) => expect(stateOn(order71, day, knownOn)).toBe(state));
  it('may bind one addressee before the public', () => {
    const rule = storyOf(
      [
        {
          slug: 'general',
          toward: { destinations: ['CN'] },
          acts: [act('imposes', '2023-10-17', { bites: '2023-11-17' })],
        },
        {
          slug: 'to-nvidia',
          toward: { destinations: ['CN'], parties: ['company/nvidia'] },
          acts: [act('imposes', '2023-10-24', { bites: '2023-10-23', basis: 'letter' })],
        },
      ],
      [about('company/nvidia')],
    );
    expect(statesOf(rule, 'mineral/gallium', '2023-10-23', '2023-10-24')).toEqual({
      general: 'made, not started',
      'to-nvidia': 'in force',
    });
    expect(statesOf(rule, 'mineral/gallium', '2023-10-23')).toEqual({ general: 'made, not started' });
    expect(statesOf(rule, 'company/nvidia', '2023-11-17')).toEqual({ 'to-nvidia': 'in force' });
  });
});

describe('case 8: a repeal with a successor on the same day leaves no gap', () => {
  const knowledge = storyOf([
    {
      slug: 'ann-23',
      acts: [act('imposes', '2023-07-03', { bites: '2023-08-01' }), act('ends', '2024-11-15', { bites: '2024-12-01' })],
    },
    {
      slug: 'unified-list',
      continues: 'control/ann-23',
      acts: [act('imposes', '2024-11-15', { bites: '2024-12-01' })],
    },
  ]);
  it.each(['2023-08-01', '2024-11-30', '2024-12-01', '2024-12-02', '2026-11-24'])(
    'is one row, in force since August 2023, on %s',
    (day) => {
      expect(rowOn(knowledge, day)).toMatchObject({ state: 'in force', since: '2023-08-01' });
    },
  );
  it('passes to the new text, and announces it beforehand', () => {
    expect(rowOn(knowledge, '2024-11-30')).toMatchObject({
      control: { id: 'control/ann-23' },
      next: { day: '2024-12-01', then: 'continues' },
    });
    expect(rowOn(knowledge, '2024-12-01')).toMatchObject({
      control: { id: 'control/unified-list' },
      continues: ['control/ann-23'],
    });
  });
  it('dates its way from the text that set it', () => {
    const chain = storyOf([
      { slug: 'old', way: 'licence', acts: [act('imposes', '2022-10-21'), act('ends', '2023-11-17')] },
      {
        slug: 'new',
        way: 'presumption of denial',
        continues: 'control/old',
        acts: [act('imposes', '2023-11-17')],
      },
      { slug: 'newest', way: 'presumption of denial', continues: 'control/new', acts: [act('imposes', '2025-01-01')] },
    ]);
    expect(rowOn(chain, '2023-11-16')).toMatchObject({ way: 'licence', waySince: null, since: '2022-10-21' });
    for (const day of ['2023-11-17', '2025-01-01'])
      expect(rowOn(chain, day)).toMatchObject({
        way: 'presumption of denial',
        waySince: '2023-11-17',
        since: '2022-10-21',
      });
  });
  it('starts with the successor if there was a gap', () => {
    const gap = storyOf([
      { slug: 'old', acts: [act('imposes', '2023-01-01'), act('ends', '2024-01-01')] },
      { slug: 'new', continues: 'control/old', acts: [act('imposes', '2024-06-01')] },
    ]);
    expect(rowOn(gap, '2024-03-01')).toMatchObject({ state: 'ended', control: { id: 'control/old' } });
    expect(rowOn(gap, '2024-06-01')).toMatchObject({ state: 'in force', since: '2024-06-01' });
  });
});

it('a rule that continues several dates from the first of them, in whatever order it lists them', () => {
  for (const continues of [
    ['control/first', 'control/second'],
    ['control/second', 'control/first'],
  ]) {
    const joined = storyOf([
      { slug: 'first', acts: [act('imposes', '2022-10-07')] },
      { slug: 'second', acts: [act('imposes', '2023-01-17')] },
      { slug: 'new', continues, acts: [act('imposes', '2023-11-17')] },
    ]);
    expect(rowOn(joined, '2024-01-01')).toMatchObject({ control: { id: 'control/new' }, since: '2022-10-07' });
  }
});
