/**
 * Hard cases of the law, each a small story: what licences, grants, listings and memberships do to
 * a requirement.
 */
import { describe, expect, it } from 'vitest';
import { statusAt } from '../../../lib/knowledge/status/status.ts';
import { about, act, rowOn, stateOn, storyOf } from './story.ts';

describe('case 9: grants do not end a requirement, and unpublished advice is not a rule', () => {
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
  it('keeps the licence requirement and lists the grants with it', () => {
    const letter = rows('2025-08-20').find(({ issuer }) => issuer === 'agency/bis');
    expect(letter).toMatchObject({
      state: 'in force',
      way: 'licence',
      lane: 'law',
      grants: [{ act: { note: 'Licences with a share of revenue of 15 %.' } }],
    });
    expect(letter?.apart.map(({ does }) => does)).toEqual(['claims']);
  });
  it('keeps the advice of the other country separate, as reported', () =>
    expect(rows('2025-08-20').find(({ issuer }) => issuer === 'agency/mofcom')).toMatchObject({
      state: 'reported only',
      lane: 'reported',
      restrains: 'buy',
      way: 'advised against',
    }));
  it('does not know the letter before it was reported', () => expect(rows('2025-04-10')).toEqual([]));
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
  it('announces the change beforehand', () =>
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
  it('is in force through its last day', () =>
    expect([stateOf('veu', '2025-12-31')?.state, stateOf('veu', '2026-01-01')?.state]).toEqual(['in force', 'ended']));
  it('lists the grants, and shows that nothing is announced after them', () => {
    expect(stateOf('plants', '2026-06-01')).toMatchObject({
      state: 'in force',
      grants: [{ until: { day: '2026-12-31' }, notKnownSince: null }],
      next: { day: '2026-12-31', then: 'unsaid', isGrant: true },
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
  it("is on the firm's card once for each policy", () =>
    expect(
      statusAt(knowledge, 'company/smic', '2021-01-01').map(({ way, state, relation }) => [way, state, relation]),
    ).toEqual([
      ['presumption of denial', 'in force', 'toward'],
      ['case by case', 'in force', 'toward'],
    ]));
});

describe('case 16: a rule on a list covers an entry while it is a member', () => {
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
  it('starts for a later member on the day it joined, and its evidence is from that day', () =>
    expect(rowOn(knowledge, '2026-07-01', '2026-07-01', 'mineral/late')).toMatchObject({
      since: '2026-06-01',
      asOf: '2026-06-01',
    }));
});
