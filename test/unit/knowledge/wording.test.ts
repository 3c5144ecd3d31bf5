/** Protects the words: refused is not banned, a pause is not an end, silence is said, and every date keeps its precision. */
import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../lib/i18n/messages.ts';
import type { Knowledge } from '../../../lib/knowledge/knowledge-index.ts';
import { statusAt } from '../../../lib/knowledge/status.ts';
import { timeline } from '../../../lib/knowledge/timeline.ts';
import {
  apartWords,
  evidenceWords,
  grantWords,
  headline,
  horizontalWords,
  nextWords,
  partWords,
  provisionWords,
  sinceOf,
} from '../../../lib/knowledge/wording.ts';
import { dateWords, sinceWords } from '../../../lib/knowledge/wording-dates.ts';
import { nameWords, towardWords, type Voice } from '../../../lib/knowledge/wording-terms.ts';
import { timelineWords } from '../../../lib/knowledge/wording-timeline.ts';
import { about, act, storyOf } from './story.ts';

const english = (knowledge: Knowledge): Voice => ({ knowledge, t: createMessages('en'), lang: 'en' });
const chinese = (knowledge: Knowledge): Voice => ({ knowledge, t: createMessages('zh_CN'), lang: 'zh-CN' });

function said(acts: readonly ReturnType<typeof act>[], day: string, fields: Record<string, unknown> = {}) {
  const knowledge = storyOf(
    [{ slug: 'x', ...fields, acts }],
    [
      about('instrument/announcement', { name: 'Announcement 46 of 2024', names: { 'zh-Hans': ['2024年第46号公告'] } }),
      about('instrument/pause', { name: 'Announcement 72 of 2025' }),
    ],
  );
  const [row] = statusAt(knowledge, 'mineral/gallium', day);
  if (!row) throw new Error('no row');
  const voice = english(knowledge);
  return {
    row,
    voice,
    en: headline(row, voice),
    zh: headline(row, chinese(knowledge)),
    since: sinceOf(row, voice),
    newest: evidenceWords(row, voice),
    next: row.next && nextWords(row, row.next, voice),
    by: provisionWords(row, voice),
  };
}

const pause = (then: string, included = 'unclear') =>
  act('suspends', '2025-11-09', {
    upTo: { day: '2026-11-27', included, then },
    leaves: 'licence',
    text: { instrument: 'instrument/pause' },
  });
const refused = { way: 'refused in principle', text: { instrument: 'instrument/announcement', provision: 'clause 2' } };

describe('the words of a state', () => {
  it('refused in principle, since its day', () => {
    expect(said([act('imposes', '2024-12-03')], '2025-07-18', refused)).toMatchObject({
      en: 'Refused in principle',
      zh: '原则上不予许可',
      since: 'since 3 Dec 2024',
      newest: 'newest source 3 Dec 2024',
      by: 'Announcement 46 of 2024, clause 2',
    });
  });
  it('paused from and to, and what stays', () => {
    expect(said([act('imposes', '2024-12-03'), pause('unsaid')], '2026-11-24', refused)).toMatchObject({
      en: 'Paused 9 Nov 2025 to 27 Nov 2026; licence still needed',
      zh: '2025年11月9日至2026年11月27日暂停；仍须经许可',
      newest: 'newest source 9 Nov 2025',
      next: 'Pause ends; what follows is not said (the text does not say whether that day counts)',
      by: 'Announcement 46 of 2024, clause 2; Announcement 72 of 2025',
    });
  });
  it('not known after a silent end', () => {
    expect(said([act('imposes', '2024-12-03'), pause('unsaid')], '2026-11-28', refused)).toMatchObject({
      en: 'Pause ended, by its text, on 27 Nov 2026; what followed is not known here',
      since: '',
    });
  });
  it('in force again only by its text', () => {
    expect(said([act('imposes', '2024-12-03'), pause('returns', 'yes')], '2026-12-01')).toMatchObject({
      en: 'Licence needed; in force again since 28 Nov 2026 by its own text, no later act is known here',
      since: '',
      newest: 'newest source 9 Nov 2025',
    });
  });
  it('never began, and would first apply', () => {
    const acts = [act('imposes', '2025-10-09', { bites: '2025-12-01' }), pause('starts', 'no')];
    expect(said(acts, '2026-01-01')).toMatchObject({
      en: 'Never began: paused 9 Nov 2025 to 27 Nov 2026; licence still needed',
      next: 'Pause ends; it would first apply (that day not counted)',
    });
    expect(said(acts, '2026-11-27').en).toBe(
      'Licence needed; in force for the first time since 27 Nov 2026 by its own text, no later act is known here',
    );
    expect(said(acts, '2025-10-10')).toMatchObject({
      en: 'Made 9 Oct 2025, not started; applies from 1 Dec 2025',
      next: 'Takes effect',
    });
  });
  it.each([
    ['declines to enforce', '2025-05-13', {}, 'On the books, not enforced since 13 May 2025; not repealed'],
    ['ends', '2025-07-02', {}, 'Ended on 2 Jul 2025'],
    ['voids', '2026-02-20', { basis: 'court' }, 'Void since 20 Feb 2026; was applied 3 Dec 2024 to 20 Feb 2026'],
    ['withdraws', '2024-12-03', {}, 'Published, never in effect: withdrawn on 3 Dec 2024'],
    ['suspends', '2025-11-09', {}, 'Paused since 9 Nov 2025'],
    ['stays', '2025-11-09', { basis: 'court' }, 'Stayed by a court since 9 Nov 2025'],
  ] as const)('%s', (does, date, more, words) =>
    expect(said([act('imposes', '2024-12-03'), act(does, date, more)], '2026-11-24').en).toBe(words),
  );
  it('a duty that was void was collected', () => {
    const acts = [
      act('imposes', '2025-02-04'),
      act('voids', '2026-02-20', { basis: 'court' }),
      act('ends', '2026-02-20', { bites: '2026-02-24' }),
    ];
    // On 22 February it is still collected, and the end of that is told already.
    for (const day of ['2026-02-22', '2026-03-01'])
      expect(said(acts, day, { restrains: 'import', way: 'duty' }).en).toBe(
        'Void since 20 Feb 2026; was collected 4 Feb 2025 to 24 Feb 2026',
      );
  });
  it('a need, a report, a claim, a plan', () => {
    expect(said([act('imposes', '2022-02-24')], '2026-01-01', { restrains: 'nothing', way: 'designation' }).en).toBe(
      'On the list: Announcement 46 of 2024 (no trade restriction)',
    );
    expect(
      said([act('imposes', '2026-01-14', { basis: 'unpublished', class: 'news' })], '2026-02-01', { way: 'prohibited' })
        .en,
    ).toBe('Prohibited: reported by News agency; no published text');
    expect(
      said([act('imposes', '2025-08-12', { basis: 'unpublished', class: 'news' })], '2026-02-01', {
        restrains: 'use',
        way: 'advised against',
      }),
    ).toMatchObject({
      en: 'Advised against: reported by News agency; no published text',
      zh: '官方建议避免：据News agency报道；无公开文本',
    });
    expect(said([act('imposes', '2026-01-14', { class: 'news' })], '2026-02-01').en).toBe(
      'Licence needed: reported by News agency; no official text or law firm’s alert on file',
    );
    expect(
      said([act('claims', '2025-11-01', { basis: 'statement', saidBy: ['US'], silent: ['CN'] })], '2025-11-02').en,
    ).toBe('Licence needed: said by the United States; no word on it from China');
    expect(said([act('plans', '2025-07-30', { bites: '2027-01-01' })], '2026-01-01').en).toBe(
      'Planned, would apply from 1 Jan 2027',
    );
  });
  it('a part, and what is not known of the rest', () => {
    const acts = [
      act('imposes', '2025-04-10'),
      act('suspends', '2025-05-14', {
        part: { points: '24 of 34 points' },
        upTo: { day: '2026-11-10', included: 'no', then: 'unsaid' },
      }),
    ];
    expect(said(acts, '2026-01-01', { restrains: 'import', way: 'duty' }).en).toBe('Duty, in part');
    expect(said(acts, '2026-11-24', { restrains: 'import', way: 'duty' }).en).toBe(
      'Duty, in part; the other part is not known since 10 Nov 2026',
    );
  });
  it('the amount of the day', () => {
    const steps = [
      { from: '2025-01-01', until: '2025-12-31', amount: '25 %', src: ['text'] },
      { from: '2026-01-01', amount: '50 %', src: ['text'] },
    ];
    expect(
      said([act('imposes', '2025-01-01')], '2025-06-01', { restrains: 'import', way: 'duty', steps }),
    ).toMatchObject({ en: 'Duty of 25 %', next: 'Next amount: 50 %' });
    expect(said([act('imposes', '2025-01-01')], '2026-06-01', { restrains: 'import', way: 'duty', steps }).en).toBe(
      'Duty of 50 %',
    );
    const years = [
      { from: '2025', amount: '10 t', src: ['text'] },
      { from: '2026', amount: '20 t', src: ['text'] },
    ];
    expect(said([act('imposes', '2025-01-01')], '2025-06-01', { way: 'quota', steps: years })).toMatchObject({
      en: 'Quota of 10 t',
      row: { next: { day: '2026', then: 'step' } },
    });
    expect(said([act('imposes', '2025-01-01')], '2026-06-01', { way: 'quota', steps: years })).toMatchObject({
      en: 'Quota of 20 t',
      row: { next: null },
    });
    expect(said([act('imposes', '2025-01-01')], '2027-01-01', { way: 'quota', steps: years }).en).toBe('Quota');
  });
  it('the end of what no text says is told as reported', () => {
    const acts = [
      act('imposes', '2025-12-11', {
        basis: 'unpublished',
        class: 'news',
        upTo: { day: '2026-08', included: 'unclear', then: 'unsaid' },
      }),
    ];
    expect(said(acts, '2026-11-24').en).toBe('Was to run, as reported, to Aug 2026; what followed is not known here');
  });
  it('the day of a rate is the day since when that rate holds', () => {
    const steps = [
      { from: '2025-02-04', until: '2025-03-03', amount: '10 %', src: ['text'] },
      { from: '2025-03-04', amount: '20 %', src: ['text'] },
    ];
    const duty = { restrains: 'import', way: 'duty', steps };
    expect(said([act('imposes', '2025-02-04')], '2025-02-10', duty)).toMatchObject({
      en: 'Duty of 10 %',
      since: 'since 4 Feb 2025',
    });
    expect(said([act('imposes', '2025-02-04')], '2025-05-01', duty)).toMatchObject({
      en: 'Duty of 20 %',
      since: 'since 4 Mar 2025',
    });
  });
  it('a silent end of a pause over what had not begun', () => {
    expect(said([act('imposes', '2025-10-09', { bites: '2025-12-01' }), pause('unsaid')], '2026-11-28').en).toBe(
      'Had never applied; its pause ended, by its text, on 27 Nov 2026; what followed is not known here',
    );
  });
  it('who reports it is who told that it is there, not who told of a plan or a change', () => {
    const acts = [
      act('plans', '2023-09-11', { basis: 'statement', class: 'news' }),
      act('imposes', '2024-01-01', { class: 'other' }),
      act('amends', '2024-06-01', { class: 'news' }),
    ];
    expect(said(acts, '2025-01-01').en).toBe(
      'Licence needed: reported by Blog; no official text or law firm’s alert on file',
    );
  });
  it('who reports a new way is who told of it', () => {
    const acts = [
      act('imposes', '2024-01-01', { class: 'other' }),
      act('amends', '2024-06-01', { class: 'news', leaves: 'quota' }),
    ];
    expect(said(acts, '2025-01-01').en).toBe(
      'Quota: reported by News agency; no official text or law firm’s alert on file',
    );
  });
  it('a first day that is known, made public by a day that is not', () => {
    expect(said([act('imposes', '<2025-10-23', { bites: '2025-10-04' })], '2025-10-13').en).toBe(
      'Not known here before 23 Oct 2025',
    );
  });
  it('a source without a date is no older than what it tells of', () => {
    const acts = [
      act('imposes', '2025-03-06'),
      {
        ...act('ends', '2026-02-20'),
        sources: { text: { url: 'https://example.org/', publisher: 'Court', class: 'official' } },
      },
    ];
    expect(said(acts, '2026-03-01').newest).toBe('newest source 20 Feb 2026');
  });
  it('an imprecise beginning, on a day within it and after', () => {
    expect(said([act('imposes', '2023')], '2023-06-01').en).toBe(
      'Began or changed some day in 2023; the day is not known here',
    );
    expect(said([act('imposes', '2023')], '2026-06-01').since).toBe('since some day in 2023');
    expect(said([act('imposes', '<2024-01-31')], '2023-06-01').en).toBe('Not known here before 31 Jan 2024');
  });
});

describe('what stands beside the law', () => {
  it('licences with their terms, claims with who and when', () => {
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
      'Licences 1 Jan 2026 to 31 Dec 2026; For named plants.',
    ]);
    expect(row.apart.map((one) => apartWords(one, row.control, voice))).toEqual([
      'United States, 14 Jul 2026: The Secretary says so; no word on it from agency/mofcom',
    ]);
  });
  it('parts that stand otherwise, by name and since when', () => {
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
    ).toEqual(['Ended for 12 firms on 12 Aug 2025', 'Paused for 16 firms from 10 Nov 2025 to 10 Nov 2026']);
  });
  it('counts folded rules', () => {
    const voice = english(storyOf([]));
    expect([horizontalWords(1, voice), horizontalWords(4, voice)]).toEqual([
      'Also 1 rule on whole classes of goods',
      'Also 4 rules on whole classes of goods',
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
  ])('%s is %s and %s', (date, en, zh) => {
    expect(dateWords(date, english(knowledge))).toBe(en);
    expect(dateWords(date, chinese(knowledge))).toBe(zh);
  });
  it('since', () =>
    expect(
      ['2024-12-03', '2025-Q2', '<2024-01-31', '~2025-04'].map((date) => sinceWords(date, english(knowledge))),
    ).toEqual([
      'since 3 Dec 2024',
      'since some day in Q2 2025',
      'since 31 Jan 2024 at the latest',
      'since about Apr 2025',
    ]));
  it('toward whom', () => {
    expect(towardWords({ destinations: ['all'] }, english(knowledge))).toBe('all destinations');
    expect(towardWords({ destinations: ['US'], users: ['military users'] }, english(knowledge))).toBe(
      'United States · military users',
    );
    expect(towardWords({ destinations: ['US'], users: ['military users'] }, chinese(knowledge))).toBe(
      '美国 · 军事用户',
    );
    expect(towardWords({ parties: ['company/smic', 'B', 'C', 'D'] }, english(knowledge))).toBe('SMIC, B and 2 more');
    expect(towardWords({ origin: ['CN'], hq: ['CN', 'MO'] }, english(knowledge))).toMatch(
      /^firms headquartered in China and Maca[ou].* · goods from China$/,
    );
    expect(towardWords({ origin: ['CN', 'US'] }, english(knowledge))).toBe('goods from China and the United States');
    expect(nameWords('company/smic', chinese(knowledge))).toBe('中芯国际');
  });
});

describe('the timeline in words', () => {
  it('tells each lane from its beginning to what is not known', () => {
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
      'Refused in principle, United States: in force 3 Dec 2024 to 8 Nov 2025; paused 9 Nov 2025 to 27 Nov 2026; not known since 28 Nov 2026.',
    ]);
    expect(lanes.map((lane) => timelineWords(lane, chinese(knowledge)))).toEqual([
      '原则上不予许可，美国：2024年12月3日至2025年11月8日执行中；2025年11月9日至2026年11月27日暂停；自2026年11月28日起不详。',
    ]);
  });
});
