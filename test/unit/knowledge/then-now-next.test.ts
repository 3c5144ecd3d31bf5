/**
 * Protects the comparison on a card: it marks a change only where the law changed, unknown states
 * as such, and orders measures by importance.
 */
import { describe, expect, it } from 'vitest';
import { thenNowNext } from '../../../lib/knowledge/status/then-now-next.ts';
import { about, act, storyOf } from './story.ts';

const TODAY = '2026-11-24';
const only = (knowledge: ReturnType<typeof storyOf>, articleDay: string | null) => {
  const { groups, horizontal, past, changed } = thenNowNext(knowledge, 'mineral/gallium', articleDay, TODAY);
  const lines = [...groups, ...horizontal, ...past].flatMap((group) => group.lines);
  return { line: lines[0], changed, groups, horizontal, past };
};

describe('a change between the article and today', () => {
  it('is a suspension, on the day it took effect', () => {
    const paused = storyOf([
      {
        slug: 'x',
        acts: [
          act('imposes', '2024-12-03'),
          act('suspends', '2025-11-07', {
            bites: '2025-11-09',
            upTo: { day: '2026-12-31', included: 'yes', then: 'unsaid' },
          }),
        ],
      },
    ]);
    expect(only(paused, '2025-07-18').line).toMatchObject({ changed: true, changedOn: '2025-11-09' });
    expect(only(paused, '2025-12-01').line).toMatchObject({ changed: false, changedOn: null });
  });
  it('is a new rule, including one that was in effect before it was published', () => {
    const hidden = storyOf([{ slug: 'x', acts: [act('imposes', '2025-08-22', { bites: '2025-07-28' })] }]);
    expect(only(hidden, '2025-08-01').line).toMatchObject({
      then: null,
      now: { state: 'in force', since: '2025-07-28' },
      changed: true,
      changedOn: '2025-08-22',
    });
  });
  it('is a rule made since for a later day, dated when it was made', () => {
    const made = storyOf([{ slug: 'x', acts: [act('imposes', '2025-07-30', { bites: '2027-01-01' })] }]);
    expect(only(made, '2025-07-18').line).toMatchObject({
      now: { state: 'made, not started' },
      changed: true,
      changedOn: '2025-07-30',
    });
  });
  it('is not a partial suspension that expired after the article without news', () => {
    const [imposed, paused] = [
      act('imposes', '2025-04-04'),
      act('suspends', '2025-11-05', {
        bites: '2025-11-10',
        part: { wording: '24 of 34 points' },
        upTo: { day: '2026-11-10', included: 'yes', then: 'unsaid' },
      }),
    ];
    const duty = storyOf([{ slug: 'x', way: 'duty', acts: [imposed, paused] }]);
    expect(only(duty, '2025-07-18').line).toMatchObject({ changed: true, changedOn: '2025-11-10' });
    expect(only(duty, '2026-02-01').line).toMatchObject({ changed: false, changedOn: null });
  });
  it('is not a return that only the text announced', () => {
    const back = storyOf([
      {
        slug: 'x',
        acts: [
          act('imposes', '2025-01-01'),
          act('suspends', '2025-06-01', { upTo: { day: '2026-11-09', included: 'yes', then: 'returns' } }),
        ],
      },
    ]);
    expect(only(back, '2025-07-18').line).toMatchObject({
      then: { state: 'paused' },
      now: { state: 'not known since' },
      changed: false,
    });
  });
  it('is a new review policy', () => {
    const amended = storyOf([
      {
        slug: 'x',
        way: 'presumption of denial',
        acts: [act('imposes', '2023-11-17'), act('amends', '2026-01-15', { leaves: 'case by case' })],
      },
    ]);
    expect(only(amended, '2025-07-18').line).toMatchObject({ changed: true, changedOn: '2026-01-15' });
  });
  it('is the first day of a rule that had been adopted, even if another text continues it now', () => {
    const moved = storyOf([
      { slug: 'old', acts: [act('imposes', '2024-08-15', { bites: '2024-09-15' }), act('ends', '2024-12-01')] },
      { slug: 'new', continues: 'control/old', acts: [act('imposes', '2024-12-01')] },
    ]);
    expect(only(moved, '2024-09-14').line).toMatchObject({
      then: { state: 'made, not started' },
      changed: true,
      changedOn: '2024-09-15',
    });
    expect(only(moved, '2024-01-01').line).toMatchObject({ then: null, changed: true, changedOn: '2024-09-15' });
  });
  it('is not a new rate under the same text', () => {
    const steps = [
      { from: '2018-03-23', until: '2025-03-11', amount: '10 %', src: ['text'] },
      { from: '2025-03-12', amount: '25 %', src: ['text'] },
    ];
    const sources = { text: { url: 'https://www.example.gov/text', publisher: 'Gazette', class: 'official' } };
    const duty = storyOf([
      {
        slug: 'x',
        restrains: 'import',
        way: 'duty',
        steps,
        sources,
        acts: [act('imposes', '2018-03-08', { bites: '2018-03-23' })],
      },
    ]);
    expect(only(duty, '2024-05-01').line).toMatchObject({
      then: { amount: '10 %' },
      now: { amount: '25 %' },
      changed: false,
    });
    expect(only(duty, '2025-04-01').line).toMatchObject({ changed: false });
  });
});

describe('no change of the law', () => {
  it('a state that expired without news is unknown, not changed', () => {
    const silent = storyOf([
      {
        slug: 'x',
        acts: [
          act('imposes', '2025-01-01'),
          act('suspends', '2025-06-01', { upTo: { day: '2026-11-10', included: 'yes', then: 'unsaid' } }),
        ],
      },
    ]);
    expect(only(silent, '2025-07-18').line).toMatchObject({
      then: { state: 'paused' },
      now: { state: 'not known since' },
      changed: false,
      unknown: true,
    });
    // In an article from before the suspension, the law did change, and its present state is
    // unknown.
    expect(only(silent, '2025-05-01').line).toMatchObject({ changed: true, changedOn: '2025-06-01', unknown: true });
    expect(only(silent, '2024-05-01').line).toMatchObject({
      then: null,
      changed: true,
      changedOn: '2025-06-01',
      unknown: true,
    });
  });
  it('a claim, a report, a grant or a plan', () => {
    const beside = (later: ReturnType<typeof act>) =>
      storyOf([{ slug: 'x', acts: [act('imposes', '2024-01-01'), later] }]);
    for (const later of [
      act('claims', '2026-01-01', { basis: 'statement', saidBy: ['US'] }),
      act('suspends', '2026-01-01', { basis: 'unpublished' }),
      act('grants', '2026-01-01'),
      act('plans', '2026-01-01'),
    ])
      expect(only(beside(later), '2025-07-18').line?.changed).toBe(false);
    expect(only(storyOf([{ slug: 'x', acts: [act('plans', '2026-01-01')] }]), '2025-07-18').line).toMatchObject({
      now: { state: 'planned' },
      changed: false,
    });
  });
  it('a list of needed materials', () =>
    expect(
      only(
        storyOf([{ slug: 'x', restrains: 'nothing', way: 'designation', acts: [act('imposes', '2026-01-01')] }]),
        '2025-07-18',
      ),
    ).toMatchObject({ changed: false, groups: [{ lane: 'listed' }] }));
  it('a rule that moved into another text without a gap', () => {
    const moved = storyOf([
      { slug: 'old', acts: [act('imposes', '2023-08-01'), act('ends', '2024-12-01')] },
      { slug: 'new', continues: 'control/old', acts: [act('imposes', '2024-12-01')] },
    ]);
    expect(only(moved, '2024-01-01').line).toMatchObject({
      then: { control: { id: 'control/old' } },
      now: { control: { id: 'control/new' }, since: '2023-08-01' },
      changed: false,
    });
  });
  it('"by then at the latest", because it may have started before the article', () => {
    expect(only(storyOf([{ slug: 'x', acts: [act('imposes', '<2024-01-31')] }]), '2023-05-01').line).toMatchObject({
      then: { state: 'not known since' },
      now: { state: 'in force' },
      changed: false,
      unknown: true,
    });
  });
});

describe('the order of measures on a card', () => {
  const knowledge = storyOf(
    [
      { slug: 'needs', restrains: 'nothing', way: 'designation', acts: [act('imposes', '2022-02-24')] },
      { slug: 'old', way: 'quota', acts: [act('imposes', '2020-01-01'), act('ends', '2021-01-01')] },
      {
        slug: 'report',
        way: 'prohibited',
        acts: [act('imposes', '2025-01-01', { basis: 'unpublished', class: 'news' })],
      },
      { slug: 'tariff', by: 'agency/us', restrains: 'import', way: 'duty', acts: [act('imposes', '2024-01-01')] },
      { slug: 'licence', acts: [act('imposes', '2023-08-01')] },
      { slug: 'ban', way: 'prohibited', toward: { destinations: ['US'] }, acts: [act('imposes', '2024-12-03')] },
      {
        slug: 'wide',
        way: 'prohibited',
        horizontal: true,
        text: { instrument: 'instrument/wide' },
        covers: [{ list: 'instrument/list' }],
        toward: { destinations: ['JP'] },
        acts: [act('imposes', '2026-01-06')],
      },
      {
        slug: 'clause-1',
        way: 'prohibited',
        horizontal: true,
        covers: [{ list: 'instrument/list' }],
        toward: { destinations: ['US'], users: ['military users'] },
        acts: [act('imposes', '2024-12-03')],
      },
    ],
    [about('mineral/gallium', { memberOf: [{ of: 'instrument/list', src: ['text'] }] }), about('instrument/wide')],
  );
  const { groups, horizontal, past } = thenNowNext(knowledge, 'mineral/gallium', '2025-07-18', TODAY);
  const ids = (some: typeof groups) => some.map(({ lines }) => lines[0]?.now?.control.id.slice(8));
  it('puts law on the item first, exports before imports, then reports, then needs', () =>
    expect(ids(groups)).toEqual(['ban', 'licence', 'clause-1', 'tariff', 'report', 'needs']));
  it('separates rules on all items, except a clause of the announcement that names the item', () =>
    expect(ids(horizontal)).toEqual(['wide']));
  it('does not collapse a rule on all items on the card of a firm that it names', () => {
    const listed = storyOf(
      [
        {
          slug: 'list',
          horizontal: true,
          covers: [{ list: 'instrument/list' }],
          toward: { parties: ['company/firm'] },
          acts: [act('imposes', '2026-06-22')],
        },
      ],
      [about('company/firm')],
    );
    expect(thenNowNext(listed, 'company/firm', null, TODAY)).toMatchObject({
      horizontal: [],
      groups: [{ lines: [{ now: { relation: 'toward' } }] }],
    });
  });
  it('separates what had ended before the article', () => expect(ids(past)).toEqual(['old']));
  it('does not collapse a rule on its own card', () =>
    expect(thenNowNext(knowledge, 'instrument/wide', null, TODAY)).toMatchObject({
      horizontal: [],
      groups: [{ lines: [{ then: null, changed: false }] }],
    }));
  it('has no status of then in an article without a date', () =>
    expect(
      thenNowNext(knowledge, 'mineral/gallium', null, TODAY).groups.every(({ lines }) =>
        lines.every(({ then, changed }) => then === null && !changed),
      ),
    ).toBe(true));
});

describe('an ended measure', () => {
  const knowledge = storyOf([
    { slug: 'gone', horizontal: true, acts: [act('imposes', '2024-01-01'), act('ends', '2024-12-01')] },
    ...(['live'] as const).map((slug) => ({
      slug,
      text: { instrument: 'instrument/live' },
      acts: [act('imposes', '2025-01-01')],
    })),
  ]);
  const alone = storyOf([{ slug: 'gone', acts: [act('imposes', '2024-01-01'), act('ends', '2024-12-01')] }]);
  const told = (list: typeof knowledge, entryId: string) =>
    thenNowNext(list, entryId, null, TODAY).groups.flatMap(({ lines }) => lines.map(({ now }) => now?.state));
  it('is left out if another measure is in force', () =>
    expect(told(knowledge, 'mineral/gallium')).toEqual(['in force']));
  it('is shown if there is nothing else, and on the card of its own instrument', () => {
    expect(told(alone, 'mineral/gallium')).toEqual(['ended']);
    expect(told(knowledge, 'instrument/announcement')).toEqual(['ended']);
  });
});

describe('the card of a legal text or a body', () => {
  const knowledge = storyOf([
    {
      slug: 'x',
      acts: [act('imposes', '2025-01-01'), act('suspends', '2025-11-09', { text: { instrument: 'instrument/pause' } })],
    },
  ]);
  it.each([
    ['instrument/announcement', 'text'],
    ['instrument/pause', 'changed by'],
    ['agency/mofcom', 'by'],
  ])('%s shows what it adopted or changed (%s)', (entryId, relation) =>
    expect(thenNowNext(knowledge, entryId, null, TODAY).groups).toMatchObject([
      { lines: [{ now: { relation, state: 'paused' } }] },
    ]),
  );
});
