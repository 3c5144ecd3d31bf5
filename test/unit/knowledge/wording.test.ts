/**
 * Protects the words of a state: a refusal is not a ban, a suspension is not an end, and the lack
 * of news is stated.
 */
import { describe, expect, it } from 'vitest';
import { pause, refused, said } from './said.ts';
import { act } from './story.ts';

describe('the words of a state', () => {
  it('say "refused in principle" with its date', () => {
    expect(said([act('imposes', '2024-12-03')], '2025-07-18', refused)).toMatchObject({
      en: 'Refused in principle',
      zh: '原则上不予许可',
      since: 'since 3 Dec 2024',
      newest: 'latest source 3 Dec 2024',
      by: 'Announcement 46 of 2024, clause 2',
    });
  });
  it('give the dates of a suspension, and what remains', () => {
    expect(said([act('imposes', '2024-12-03'), pause('unsaid')], '2026-11-24', refused)).toMatchObject({
      en: 'Suspended 9 Nov 2025 to 27 Nov 2026; licence still needed',
      zh: '2025年11月9日至2026年11月27日暂停；仍须经许可',
      newest: 'latest source 9 Nov 2025',
      next: 'Suspension ends; nothing announced after that (unclear whether that day counts)',
      by: 'Announcement 46 of 2024, clause 2; Announcement 72 of 2025',
    });
  });
  it('say that nothing was found after an end without news', () => {
    expect(said([act('imposes', '2024-12-03'), pause('unsaid')], '2026-11-28', refused)).toMatchObject({
      en: 'Suspension was due to end 27 Nov 2026. Nothing found since.',
      since: '',
    });
  });
  it('do not call the end of a term a suspension, whether or not it was extended', () => {
    const term = (day: string) => ({ upTo: { day, included: 'yes', then: 'unsaid' } });
    const acts = [act('imposes', '2025-02-12', term('2025-08-12')), act('extends', '2025-08-10', term('2026-02-12'))];
    expect(said(acts, '2025-12-01')).toMatchObject({ en: 'Licence needed' });
    expect(said(acts, '2026-03-01').en).toBe(
      said(acts.slice(0, 1), '2025-09-01').en.replace('12 Aug 2025', '12 Feb 2026'),
    );
    expect(said(acts, '2026-03-01').en).not.toContain('ause');
  });
  it('do not say that a rule is in force again because its text announced it', () => {
    expect(said([act('imposes', '2024-12-03'), pause('returns', 'yes')], '2026-12-01')).toMatchObject({
      en: 'Suspension was due to end 27 Nov 2026. Nothing found since.',
      since: '',
      newest: 'latest source 9 Nov 2025',
    });
  });
  it('say that a rule never took effect, and would for the first time', () => {
    const acts = [act('imposes', '2025-10-09', { bites: '2025-12-01' }), pause('starts', 'no')];
    expect(said(acts, '2026-01-01')).toMatchObject({
      en: 'Suspended 9 Nov 2025 to 27 Nov 2026, before it took effect; licence still needed',
      next: 'Suspension ends; the rule takes effect for the first time (that day excluded)',
    });
    expect(said(acts, '2026-11-27').en).toBe(
      'Never took effect. Its suspension was due to end 27 Nov 2026. Nothing found since.',
    );
    expect(said(acts, '2025-10-10')).toMatchObject({
      en: 'Adopted 9 Oct 2025, takes effect 1 Dec 2025',
      next: 'Takes effect',
    });
  });
  it.each([
    ['declines to enforce', '2025-05-13', {}, 'Not enforced since 13 May 2025, though not repealed'],
    ['ends', '2025-07-02', {}, 'Ended 2 Jul 2025'],
    ['ends', '<2025-07-02', {}, 'Ended by 2 Jul 2025'],
    ['voids', '2026-02-20', { basis: 'court' }, 'Void since 20 Feb 2026; applied 3 Dec 2024 to 20 Feb 2026'],
    ['withdraws', '2024-12-03', {}, 'Withdrawn 3 Dec 2024; never took effect'],
    ['suspends', '2025-11-09', {}, 'Suspended since 9 Nov 2025'],
    ['stays', '2025-11-09', { basis: 'court' }, 'Suspended by a court since 9 Nov 2025'],
  ] as const)('describe an act that %s', (does, date, more, words) =>
    expect(said([act('imposes', '2024-12-03'), act(does, date, more)], '2026-11-24').en).toBe(words),
  );
  it('say that a void duty was collected', () => {
    const acts = [
      act('imposes', '2025-02-04'),
      act('voids', '2026-02-20', { basis: 'court' }),
      act('ends', '2026-02-20', { bites: '2026-02-24' }),
    ];
    // On 22 February it is still collected, and its end has been published.
    for (const day of ['2026-02-22', '2026-03-01'])
      expect(said(acts, day, { restrains: 'import', way: 'duty' }).en).toBe(
        'Void since 20 Feb 2026; collected 4 Feb 2025 to 24 Feb 2026',
      );
  });
  it('describe a need, a report, a claim and a plan', () => {
    expect(said([act('imposes', '2022-02-24')], '2026-01-01', { restrains: 'nothing', way: 'designation' }).en).toBe(
      'Listed in Announcement 46 of 2024. Not a trade restriction.',
    );
    expect(
      said([act('imposes', '2026-01-14', { basis: 'unpublished', class: 'news' })], '2026-02-01', { way: 'prohibited' })
        .en,
    ).toBe('Prohibited, reported by News agency. No text published.');
    expect(
      said([act('imposes', '2025-08-12', { basis: 'unpublished', class: 'news' })], '2026-02-01', {
        restrains: 'use',
        way: 'advised against',
      }),
    ).toMatchObject({
      en: 'Advised against, reported by News agency. No text published.',
      zh: '官方建议避免（据News agency报道，无公开文本）',
    });
    expect(said([act('imposes', '2026-01-14', { class: 'news' })], '2026-02-01').en).toBe(
      'Licence needed, reported by News agency. No official text found.',
    );
    expect(
      said([act('claims', '2025-11-01', { basis: 'statement', saidBy: ['US'], silent: ['CN'] })], '2025-11-02').en,
    ).toBe('Licence needed, according to the United States; China has not commented');
    expect(said([act('plans', '2025-07-30', { bites: '2027-01-01' })], '2026-01-01').en).toBe(
      'Planned, would take effect 1 Jan 2027',
    );
  });
  it('describe a part, and what is unknown of the rest', () => {
    const acts = [
      act('imposes', '2025-04-10'),
      act('suspends', '2025-05-14', {
        part: { points: '24 of 34 points' },
        upTo: { day: '2026-11-10', included: 'no', then: 'unsaid' },
      }),
    ];
    expect(said(acts, '2026-01-01', { restrains: 'import', way: 'duty' }).en).toBe('Duty, in part');
    expect(said(acts, '2026-11-24', { restrains: 'import', way: 'duty' }).en).toBe(
      'Duty, in part; the rest unknown since 10 Nov 2026',
    );
  });
  it('give the amount of the day', () => {
    const steps = [
      { from: '2025-01-01', until: '2025-12-31', amount: '25 %', src: ['text'] },
      { from: '2026-01-01', amount: '50 %', src: ['text'] },
    ];
    expect(
      said([act('imposes', '2025-01-01')], '2025-06-01', { restrains: 'import', way: 'duty', steps }),
    ).toMatchObject({ en: 'Duty of 25%', next: 'New amount: 50%' });
    expect(said([act('imposes', '2025-01-01')], '2026-06-01', { restrains: 'import', way: 'duty', steps }).en).toBe(
      'Duty of 50%',
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
  it('say that an end without a published text is reported', () => {
    const acts = [
      act('imposes', '2025-12-11', {
        basis: 'unpublished',
        class: 'news',
        upTo: { day: '2026-08', included: 'unclear', then: 'unsaid' },
      }),
    ];
    expect(said(acts, '2026-11-24').en).toBe('Reported to last until Aug 2026. Nothing found since.');
  });
  it('date a rate from the day since which it applies', () => {
    const steps = [
      { from: '2025-02-04', until: '2025-03-03', amount: '10 %', src: ['text'] },
      { from: '2025-03-04', amount: '20 %', src: ['text'] },
    ];
    const duty = { restrains: 'import', way: 'duty', steps };
    expect(said([act('imposes', '2025-02-04')], '2025-02-10', duty)).toMatchObject({
      en: 'Duty of 10%',
      since: 'since 4 Feb 2025',
    });
    expect(said([act('imposes', '2025-02-04')], '2025-05-01', duty)).toMatchObject({
      en: 'Duty of 20%',
      since: 'since 4 Mar 2025',
    });
  });
  it('describe a suspension that expired without news before the rule took effect', () => {
    expect(said([act('imposes', '2025-10-09', { bites: '2025-12-01' }), pause('unsaid')], '2026-11-28').en).toBe(
      'Never took effect. Its suspension was due to end 27 Nov 2026. Nothing found since.',
    );
  });
  it('name the source that reported the rule, not that of a plan or a change', () => {
    const acts = [
      act('plans', '2023-09-11', { basis: 'statement', class: 'news' }),
      act('imposes', '2024-01-01', { class: 'other' }),
      act('amends', '2024-06-01', { class: 'news' }),
    ];
    expect(said(acts, '2025-01-01').en).toBe('Licence needed, reported by Blog. No official text found.');
  });
  it('name the source that reported a new way', () => {
    const acts = [
      act('imposes', '2024-01-01', { class: 'other' }),
      act('amends', '2024-06-01', { class: 'news', leaves: 'quota' }),
    ];
    expect(said(acts, '2025-01-01').en).toBe('Quota, reported by News agency. No official text found.');
  });
  it('say "unknown before" if the publication date is imprecise', () => {
    expect(said([act('imposes', '<2025-10-23', { bites: '2025-10-04' })], '2025-10-13').en).toBe(
      'Unknown before 23 Oct 2025',
    );
  });
  it('date a source without a date by its act', () => {
    const acts = [
      act('imposes', '2025-03-06'),
      {
        ...act('ends', '2026-02-20'),
        sources: { text: { url: 'https://example.org/', publisher: 'Court', class: 'official' } },
      },
    ];
    expect(said(acts, '2026-03-01').newest).toBe('latest source 20 Feb 2026');
  });
  it('describe an imprecise start, on a day within it and after', () => {
    expect(said([act('imposes', '2023')], '2023-06-01').en).toBe('Started or changed in 2023; exact day unknown');
    expect(said([act('imposes', '2023')], '2026-06-01').since).toBe('since 2023');
    expect(said([act('imposes', '<2024-01-31')], '2023-06-01').en).toBe('Unknown before 31 Jan 2024');
  });
});

it('gives the day by which a plan would apply if the day from which it would is unknown', () => {
  const plan = (bites: string) => said([act('plans', '2025-12-18', { bites })], '2026-11-24').en;
  expect(plan('2026-12-18')).toBe('Planned, would take effect 18 Dec 2026');
  expect(plan('<2026-12-18')).toBe('Planned, would take effect by 18 Dec 2026');
});

it('does not describe the end of a licence as that of the measure', () => {
  const until = (then: string) => ({ upTo: { day: '2026-12-31', included: 'yes', then } });
  const licence = [act('imposes', '2025-12-31'), act('grants', '2026-01-01', until('ends'))];
  expect(said(licence, '2026-11-24').next).toBe('Licences expire');
  expect(said([act('imposes', '2025-12-31', until('ends'))], '2026-11-24').next).toBe('Expires');
});
