/**
 * Protects the words beside a state: grants, claims and parts. Each date keeps its precision, and
 * the timeline is described completely.
 */
import { describe, expect, it } from 'vitest';
import { timeline } from '../../../lib/knowledge/status/timeline.ts';
import { claimWords, grantWords, horizontalWords, partWords } from '../../../lib/knowledge/wording/status-phrases.ts';
import { dateWords, sinceWords } from '../../../lib/knowledge/wording/dates.ts';
import { nameWords, towardWords } from '../../../lib/knowledge/wording/terms.ts';
import { timelineWords } from '../../../lib/knowledge/wording/timeline.ts';
import { chinese, english, pause, said } from './said.ts';
import { about, act, storyOf } from './story.ts';

describe('parts, claims and statements', () => {
  it('describe grants with their terms, and claims with speaker and date', () => {
    const { row, voice } = said(
      [
        act('imposes', '2025-04-09'),
        act('grants', '2025-12-30', {
          bites: '2026-01-01',
          upTo: { day: '2026-12-31', included: 'yes', then: 'unsaid' },
          note: 'For named plants.',
        }),
        act('claims', '2026-07-14', {
          basis: 'statement',
          saidBy: ['US'],
          silent: ['agency/mofcom'],
          note: 'The Secretary says so.',
        }),
      ],
      '2026-08-01',
    );
    expect(row.grants.map((grant) => grantWords(grant, voice))).toEqual([
      'Licences granted 1 Jan 2026 to 31 Dec 2026; For named plants.',
    ]);
    expect(row.apart.map((one) => claimWords(one, row.control, voice))).toEqual([
      'United States, 14 Jul 2026: The Secretary says so; agency/mofcom has not commented',
    ]);
  });
  it('describe parts with another state, with the date', () => {
    const parts = (...acts: ReturnType<typeof act>[]) => {
      const { row, voice } = said([act('imposes', '2025-01-01'), ...acts], '2026-08-01');
      return row.parts.map((part) => partWords(part, voice));
    };
    expect(parts(act('voids', '2026-05-07', { part: { parties: ['the plaintiffs'] }, basis: 'court' }))).toEqual([
      'Void for the plaintiffs since 7 May 2026',
    ]);
    expect(
      parts(
        act('ends', '2025-08-12', { part: { limb: '12 firms' } }),
        act('suspends', '2025-11-10', {
          part: { limb: '16 firms' },
          upTo: { day: '2026-11-10', included: 'yes', then: 'unsaid' },
        }),
      ),
    ).toEqual(['Ended for 12 firms on 12 Aug 2025', 'Suspended for 16 firms from 10 Nov 2025 to 10 Nov 2026']);
  });
  it('describe a changed part while the whole is unchanged', () => {
    const change = (more: Record<string, unknown> = {}) =>
      act('amends', '2026-07-20', { part: { limb: 'approved smelters' }, note: 'Half the rate.', ...more });
    const changed = (day: string, one = change()) => {
      const { row, voice } = said([act('imposes', '2025-01-01'), one], day);
      expect([row.state, row.since, row.way]).toEqual(['in force', '2025-01-01', row.control.way]);
      return row.changes.map((part) => partWords(part, voice));
    };
    expect(changed('2026-07-19')).toEqual([]);
    expect(changed('2026-07-20')).toEqual(['Changed 20 Jul 2026: approved smelters; Half the rate.']);
    const toYear = { upTo: { day: '2026-12-31', included: 'yes', then: 'returns' } } as const;
    expect(changed('2026-12-31', change(toYear))).toHaveLength(1);
    expect(changed('2027-01-01', change(toYear))).toEqual([]);
  });
  it('count collapsed rules', () => {
    const voice = english(storyOf([]));
    expect([horizontalWords(1, voice), horizontalWords(4, voice)]).toEqual([
      '1 broader rule may also apply',
      '4 broader rules may also apply',
    ]);
  });
});

describe('dates, places and parties', () => {
  const knowledge = storyOf(
    [],
    [about('company/smic', { name: 'SMIC', names: { en: ['SMIC'], 'zh-Hans': ['中芯国际'] } })],
  );
  it.each([
    ['2025-11-09', '9 Nov 2025', '2025年11月9日'],
    ['2025-11', 'Nov 2025', '2025年11月'],
    ['2025-Q2', 'Q2 2025', '2025年第2季度'],
    ['2026-H1', 'first half of 2026', '2026年上半年'],
    ['2023', '2023', '2023年'],
    ['~2025-04', 'about Apr 2025', '约2025年4月'],
    ['<2025-04-04', 'by 4 Apr 2025', '不晚于2025年4月4日'],
  ])('%s is "%s" and "%s"', (date, en, zh) => {
    expect(dateWords(date, english(knowledge))).toBe(en);
    expect(dateWords(date, chinese(knowledge))).toBe(zh);
  });
  it('with "since" keep their precision', () =>
    expect(
      ['2024-12-03', '2025-Q2', '<2024-01-31', '~2025-04'].map((date) => sinceWords(date, english(knowledge))),
    ).toEqual(['since 3 Dec 2024', 'since Q2 2025', 'since 31 Jan 2024 or earlier', 'since about Apr 2025']));
  it('name targets, a few in full and the rest as a count', () => {
    expect(towardWords({ destinations: ['all'] }, english(knowledge))).toBe('all countries');
    expect(towardWords({ destinations: ['US'], users: ['military users'] }, english(knowledge))).toBe(
      'United States · military users',
    );
    expect(towardWords({ destinations: ['US'], users: ['military users'] }, chinese(knowledge))).toBe(
      '美国 · 军事用户',
    );
    expect(towardWords({ parties: ['company/smic', 'B', 'C', 'D'] }, english(knowledge))).toBe('SMIC, B and 2 others');
    expect(towardWords({ destinations: ['CN', 'HK', 'MO', 'RU'] }, english(knowledge))).toBe(
      'China, Hong Kong and 2 other countries',
    );
    expect(towardWords({ origin: ['CN'], hq: ['CN', 'MO'] }, english(knowledge))).toMatch(
      /^companies based in China and Maca[ou].* · goods from China$/,
    );
    expect(towardWords({ origin: ['CN', 'US'] }, english(knowledge))).toBe('goods from China and the United States');
    expect(nameWords('company/smic', chinese(knowledge))).toBe('中芯国际');
  });
});

describe('the timeline in words', () => {
  it('describes each lane from its start to the unknown part', () => {
    const knowledge = storyOf([
      {
        slug: 'x',
        way: 'refused in principle',
        toward: { destinations: ['US'] },
        acts: [act('imposes', '2024-12-03'), pause('unsaid')],
      },
    ]);
    const { lanes, from, to } = timeline(knowledge, 'mineral/gallium', '2025-07-18', '2026-11-24');
    expect([from, to]).toEqual(['2024-01-01', '2026-12-31']);
    expect(lanes.map((lane) => timelineWords(lane, english(knowledge)))).toEqual([
      'agency/mofcom, instrument/announcement (refused in principle, United States): in force 3 Dec 2024 to 8 Nov 2025; suspended 9 Nov 2025 to 27 Nov 2026; not known since 28 Nov 2026.',
    ]);
    expect(lanes.map((lane) => timelineWords(lane, chinese(knowledge)))).toEqual([
      'agency/mofcom，instrument/announcement（原则上不予许可，美国）：2024年12月3日至2025年11月8日生效；2025年11月9日至2026年11月27日暂停；自2026年11月28日起不详。',
    ]);
  });
  it('describes each way of restriction with its own dates, not the last one for all', () => {
    const knowledge = storyOf([
      {
        slug: 'x',
        way: 'presumption of denial',
        toward: { destinations: ['US'] },
        acts: [act('imposes', '2024-12-03'), act('amends', '2026-01-15', { leaves: 'case by case' })],
      },
    ]);
    const { lanes } = timeline(knowledge, 'mineral/gallium', '2025-07-18', '2026-11-24');
    expect(lanes.map((lane) => timelineWords(lane, english(knowledge)))).toEqual([
      'agency/mofcom, instrument/announcement (United States): licence needed, presumption of denial, in force 3 Dec 2024 to 14 Jan 2026; licence needed, case by case, in force since 15 Jan 2026, no end date.',
    ]);
  });
});
