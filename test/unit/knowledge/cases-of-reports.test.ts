/**
 * Hard cases of the law, each a small story: needs, claims, reports and rules that nobody enforces
 * are never shown as in force.
 */
import { describe, expect, it } from 'vitest';
import { act, rowOn, stateOn, storyOf } from './story.ts';

describe('case 17: a list of needed materials restricts nobody', () => {
  const knowledge = storyOf([
    {
      slug: 'us-critical',
      by: 'agency/usgs',
      restrains: 'nothing',
      way: 'designation',
      acts: [act('imposes', '2022-02-24')],
    },
  ]);
  it('has its own lane', () =>
    expect(rowOn(knowledge, '2026-01-01')).toMatchObject({ state: 'listed as needed', lane: 'listed' }));
});

describe('case 18: one side makes a claim, the other is silent, and licences follow', () => {
  const claimed = act('claims', '2025-11-01', { basis: 'statement', saidBy: ['US'], silent: ['CN'] });
  it('is only the claim of one side', () => {
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
  it('does not change a rule in force', () => {
    const knowledge = storyOf([{ slug: 'licence', acts: [act('imposes', '2025-04-04'), claimed] }]);
    expect(rowOn(knowledge, '2025-11-02')).toMatchObject({
      state: 'in force',
      lane: 'law',
      apart: [{ does: 'claims' }],
    });
  });
});

describe('case 20: a rule that nobody enforces stays on the books', () => {
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

describe('case 21: a notice that was withdrawn within the hour', () => {
  const knowledge = storyOf([
    { slug: '1260h-notice', restrains: 'buy', acts: [act('imposes', '2026-02-13'), act('withdraws', '2026-02-13')] },
  ]);
  it.each([
    ['2026-02-12', undefined],
    ['2026-02-13', 'never in effect'],
    ['2026-11-24', 'never in effect'],
  ])('on %s: %s', (day, state) => expect(stateOn(knowledge, day)).toBe(state));
  it('ended, rather than never took effect, if it had applied', () => {
    const later = storyOf([{ slug: 'later', acts: [act('imposes', '2026-02-13'), act('withdraws', '2026-02-20')] }]);
    expect(stateOn(later, '2026-02-20')).toBe('ended');
  });
});

describe('cases 22 and 23: what is only reported or posted is not in force', () => {
  const onlyNews = storyOf([
    {
      slug: 'h200-customs',
      acts: [
        act('imposes', '2026-01-13', { basis: 'unpublished', class: 'news' }),
        act('ends', '2026-06-01', { basis: 'unpublished', class: 'news' }),
      ],
    },
  ]);
  it('is "reported only", and so is its end', () => {
    expect(rowOn(onlyNews, '2026-02-01')).toMatchObject({
      state: 'reported only',
      lane: 'reported',
      basis: 'unpublished',
    });
    expect(rowOn(onlyNews, '2026-06-01')).toMatchObject({ state: 'ended', lane: 'reported' });
  });
  it('is "in force" only by an official text, a mirror or a law firm', () => {
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
  it('takes a post for the claim of one side', () => {
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
  it('is not suspended by a statement or a report', () => {
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
