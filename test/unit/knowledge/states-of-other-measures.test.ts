/**
 * Protects the data and the computation of statuses together, for measures of other countries than
 * China. A wrong date or a wrong rule shows here. The tables have the days before, on and after
 * each change.
 */
import { describe, expect, it } from 'vitest';
import { statusAt } from '../../../lib/knowledge/status/status.ts';
import { expectStates, knowledge, rowFor } from './expect-states.ts';

// 10 Nov 2025 and 9-10 Nov 2026: the Affiliates Rule was to return by its own text.
expectStates('instrument/affiliates-rule', 'us-affiliates-entity-list', 'DE', [
  ['2025-09-28', 'no row'],
  ['2025-09-29', 'in force'],
  ['2025-11-09', 'in force'],
  ['2025-11-10', 'paused'],
  ['2025-11-11', 'paused'],
  ['2026-11-09', 'paused'],
  ['2026-11-10', 'not known since', { since: '2026-11-10' }],
  ['2026-11-24', 'not known since', { since: '2026-11-10' }],
]);
// Its general licence expired on 28 November 2025, so it does not return with the rule.
expectStates('instrument/affiliates-rule', 'us-affiliates-tgl-7', 'DE', [
  ['2025-09-28', 'no row'],
  ['2025-11-09', 'in force', { way: 'general authorisation' }],
  ['2025-11-10', 'paused'],
  ['2025-11-28', 'paused'],
  ['2025-11-29', 'ended'],
  ['2026-11-10', 'ended'],
]);
// 14 Oct and 10 Nov 2025, 9 and 10 Nov 2026: port fees, whose text does not say what follows.
expectStates('instrument/port-fees', 'us-port-fees', 'US', [
  ['2025-04-16', 'no row'],
  ['2025-10-13', 'made, not started'],
  ['2025-10-14', 'in force', { way: 'duty' }],
  ['2025-11-09', 'in force'],
  ['2025-11-10', 'paused'],
  ['2026-11-09', 'paused'],
  ['2026-11-10', 'not known since'],
]);
// The purchasing ban is older than its extension of 2027, which covers mining too.
expectStates('mineral/tantalum', 'us-dfars-tantalum-2020', 'RU', [
  ['2020-09-28', 'no row'],
  ['2020-09-30', 'made, not started'],
  ['2020-10-01', 'in force', { way: 'prohibited' }],
]);
expectStates('mineral/tantalum', 'us-dfars-2027', 'RU', [
  ['2026-12-31', 'made, not started'],
  ['2027-01-01', 'in force', { way: 'prohibited' }],
]);
// Russian metal, by place and date of production.
expectStates('mineral/nickel', 'us-russian-metals-2024', 'RU', [
  ['2024-04-11', 'no row'],
  ['2024-04-12', 'made, not started'],
  ['2024-04-13', 'in force', { way: 'prohibited' }],
]);
// A stop of exports that became quotas, and a trade case that ended without duties.
expectStates('mineral/lithium', 'zw-raw-minerals-2026', 'CN', [
  ['2026-02-24', 'no row'],
  ['2026-02-25', 'reported only', { way: 'prohibited' }],
  ['2026-04-08', 'reported only', { way: 'quota' }],
]);
expectStates('mineral/palladium', 'us-adcvd-palladium', 'RU', [
  ['2026-03-11', 'in force', { way: 'duty' }],
  ['2026-05-28', 'in force'],
  ['2026-05-29', 'ended'],
]);
// 23 Oct and 17 Nov 2023: five chips were restricted before the general date.
expectStates('chip/nvidia-a800', 'us-acs-2023-notice', 'CN', [
  ['2023-10-16', 'no row'],
  ['2023-10-17', 'made, not started'],
  ['2023-10-22', 'made, not started'],
  ['2023-10-23', 'in force', { since: '2023-10-23' }],
  ['2023-10-24', 'in force', { since: '2023-10-23' }],
  ['2023-11-17', 'in force', { since: '2023-10-23' }],
]);
it("a later text's amount is not shown as next before that text", () => {
  const next = (knownOn: string) => rowFor('mineral/copper', 'us-section-232-copper', '2025-08-01', knownOn)?.next;
  expect(next('2026-04-02')?.day).toBe('2026-04-06');
  expect(next('2026-04-01') ?? null).toBeNull();
});
it('a rule in force does not show its general start date as next', () => {
  expect(rowFor('chip/nvidia-a800', 'us-acs-2023-notice', '2023-10-22', '2023-10-22')?.next?.day).toBe('2023-11-17');
  expect(rowFor('chip/nvidia-a800', 'us-acs-2023-notice', '2023-10-23', '2023-10-23')?.next ?? null).toBeNull();
  expect(
    rowFor('instrument/ai-diffusion-rule', 'us-ai-diffusion', '2025-05-13', '2025-05-13')?.next ?? null,
  ).toBeNull();
});
// The A100 needed a licence before, by letter and then by the rule of 2022: one control since the
// letter.
expectStates('chip/nvidia-a100', 'us-letter-2022-nvidia', 'CN', [
  ['2022-08-30', 'no row'],
  ['2022-08-31', 'in force', { since: '2022-08-26' }],
  ['2022-10-21', 'in force', { since: '2022-08-26' }],
  ['2023-10-22', 'in force', { since: '2022-08-26', way: 'licence' }],
  ['2023-10-23', 'in force', { since: '2022-08-26', way: 'presumption of denial' }],
  ['2026-01-14', 'in force', { way: 'presumption of denial' }],
  ['2026-01-15', 'in force', { way: 'case by case' }],
  ['2026-11-24', 'in force', { since: '2022-08-26' }],
]);
expectStates('chip/nvidia-rtx-4090', 'us-3a090-2023', 'CN', [
  ['2023-10-23', 'made, not started'],
  ['2023-11-16', 'made, not started'],
  ['2023-11-17', 'in force'],
]);
// 2 and 31 Dec 2024: memory became subject to a rule that started later.
expectStates('chip/hbm3', 'us-hbm-2024', 'CN', [
  ['2024-12-01', 'no row'],
  ['2024-12-02', 'made, not started'],
  ['2024-12-30', 'made, not started'],
  ['2024-12-31', 'in force'],
  ['2025-01-01', 'in force'],
]);
// 13 May 2025: on the books but not enforced. Nobody had to comply before the 15th.
expectStates('instrument/ai-diffusion-rule', 'us-ai-diffusion', 'DE', [
  ['2025-01-12', 'no row'],
  ['2025-01-13', 'made, not started'],
  ['2025-05-12', 'made, not started'],
  ['2025-05-13', 'on the books, not enforced'],
  ['2025-05-14', 'on the books, not enforced'],
  ['2025-05-15', 'on the books, not enforced'],
  ['2026-11-24', 'on the books, not enforced'],
]);
// 2 July 2025: the letters on design software ended.
expectStates('technology/eda', 'us-eda-letters', 'CN', [
  ['2025-05-27', 'no row'],
  ['2025-05-28', 'in force'],
  ['2025-07-01', 'in force'],
  ['2025-07-02', 'ended'],
  ['2025-07-03', 'ended'],
]);
// 15 Apr, 14-15 Jul 2025 and 15 Jan 2026: the H20 needs a licence, whatever is claimed and granted.
expectStates('chip/nvidia-h20', 'us-h20-letter', 'CN', [
  ['2025-04-14', 'no row'],
  ['2025-04-15', 'in force', { way: 'licence' }],
  ['2025-07-13', 'in force', { way: 'licence' }],
  ['2025-07-14', 'in force', { way: 'licence' }],
  ['2025-07-15', 'in force', { way: 'licence' }],
  ['2025-07-16', 'in force', { way: 'licence' }],
  ['2025-08-08', 'in force', { way: 'licence' }],
  ['2026-01-14', 'in force', { way: 'licence' }],
  ['2026-01-15', 'in force', { way: 'licence' }],
]);
// 2 Dec 2024: the review of exports to SMIC, case by case since 2020, became a presumption of
// denial.
expectStates('company/smic', 'us-entity-smic-other', 'CN', [
  ['2020-12-17', 'no row'],
  ['2020-12-18', 'in force', { way: 'case by case' }],
  ['2024-12-01', 'in force', { way: 'case by case' }],
  ['2024-12-02', 'in force', { way: 'presumption of denial' }],
  ['2026-11-24', 'in force', { way: 'presumption of denial', newest: '2026-07-31' }],
]);
expectStates('chip/nvidia-h200', 'us-h200-export', 'CN', [
  ['2026-01-14', 'in force', { way: 'presumption of denial' }],
  ['2026-01-15', 'in force', { way: 'case by case' }],
  ['2026-01-16', 'in force', { way: 'case by case' }],
]);
expectStates('chip/nvidia-h200', 'us-h200-reexport', 'CN', [
  ['2026-01-15', 'in force', { way: 'presumption of denial' }],
]);
// 31 Dec 2025: the authorisation ends, and licences for a year start.
expectStates('company/samsung', 'us-veu-samsung-skhynix', 'CN', [
  ['2025-12-30', 'in force'],
  ['2025-12-31', 'ended'],
  ['2026-01-01', 'ended'],
]);
// 13 Feb 2026: published and withdrawn.
expectStates('company/alibaba', 'us-1260h-2026-02', 'CN', [
  ['2026-02-12', 'no row'],
  ['2026-02-13', 'never in effect'],
  ['2026-02-14', 'never in effect'],
]);
// 20 and 24 Feb 2026: void, but collected for four more days.
expectStates('instrument/fentanyl-tariffs', 'us-ieepa-fentanyl', 'US', [
  ['2026-02-19', 'in force'],
  ['2026-02-20', 'void'],
  ['2026-02-21', 'void'],
  ['2026-02-23', 'void'],
  ['2026-02-24', 'void'],
  ['2026-02-25', 'void'],
]);
expectStates('instrument/section-122', 'us-section-122', 'US', [
  ['2026-02-23', 'made, not started'],
  ['2026-02-24', 'in force'],
  ['2026-05-07', 'in force in part'],
  ['2026-05-12', 'in force'],
  ['2026-07-23', 'in force'],
  ['2026-07-24', 'ended'],
]);
// 23 and 24 July, 6 Aug and 4 Dec 2026: duties whose texts were read in copies.
expectStates('instrument/section-301-forced-labour', 'us-section-301-forced-labour', 'US', [
  ['2026-07-23', 'planned'],
  ['2026-07-24', 'in force', { way: 'duty' }],
]);
expectStates('mineral/polysilicon', 'us-section-232-polysilicon', 'US', [
  ['2026-08-05', 'planned'],
  ['2026-08-06', 'made, not started'],
  ['2026-12-03', 'made, not started'],
  ['2026-12-04', 'in force', { way: 'duty' }],
]);
// 19 and 22 Aug 2026: postponed by three days on the day before. A later change to a part shows
// that it started.
expectStates('instrument/section-338', 'us-section-338-canada', 'US', [
  ['2026-08-18', 'made, not started'],
  ['2026-08-19', 'paused before start'],
  ['2026-08-21', 'paused before start'],
  ['2026-08-22', 'in force', { since: '2026-08-22' }],
  ['2026-11-24', 'in force', { since: '2026-08-22', newest: '2026-09-08' }],
]);
// 23 Mar 2018, 12 Mar and 4 June 2025, 6 Apr 2026: the rates for metals under one law.
for (const metal of ['aluminium', 'steel'])
  expectStates(`mineral/${metal}`, `us-section-232-${metal}`, 'US', [
    ['2018-03-07', 'no row'],
    ['2018-03-22', 'made, not started'],
    ['2018-03-23', 'in force', { way: 'duty' }],
    ['2025-06-04', 'in force', { since: '2018-03-23' }],
    ['2026-11-24', 'in force', { since: '2018-03-23' }],
  ]);
it.each([
  ['mineral/aluminium', '2025-03-11', '10 %, with exceptions for some countries', null],
  ['mineral/aluminium', '2025-03-12', '25 %', '2025-03-12'],
  ['mineral/aluminium', '2025-06-04', '50 % (United Kingdom 25 %)', '2025-06-04'],
  ['mineral/steel', '2025-03-12', '25 %, all countries', '2025-03-12'],
  [
    'mineral/steel',
    '2026-04-06',
    'of full value: 50 % on steel articles and some derivatives (British metal 25 %), 25 % on other listed derivatives (British metal 15 %)',
    '2026-04-06',
  ],
])('%s on %s: %s', (entryId, day, amount, amountSince) =>
  expect(rowFor(entryId, `us-section-232-${entryId.slice(8)}`, day, day)).toMatchObject({ amount, amountSince }),
);
describe('the void duties', () => {
  it('were collected until 24 February 2026', () => {
    expect(rowFor('instrument/fentanyl-tariffs', 'us-ieepa-fentanyl', '2026-03-01', '2026-11-24')?.applied?.until).toBe(
      '2026-02-24',
    );
  });
});
// 24 Nov 2023: the guardrails start. 14 July 2025: a permit in Malaysia. 28 May 2025: provisional
// duties without a later order.
expectStates('instrument/chips-act', 'us-chips-guardrails-expansion', 'CN', [
  ['2023-09-24', 'planned'],
  ['2023-11-23', 'made, not started'],
  ['2023-11-24', 'in force', { way: 'prohibited' }],
]);
expectStates('agency/my-miti', 'my-ai-chips-2025', 'CN', [
  ['2025-07-13', 'no row'],
  ['2025-07-14', 'in force', { way: 'licence' }],
]);
expectStates('mineral/spherical-graphite', 'us-adcvd-anode', 'CN', [
  ['2025-05-27', 'made, not started'],
  ['2025-05-28', 'in force', { way: 'duty' }],
  ['2026-03-12', 'ended'],
]);
// A firm's card has the lists that name it: those of the Pentagon, the FCC and China.
expectStates('company/hikvision', 'us-1237-2020', 'US', [
  ['2020-06-23', 'no row'],
  ['2020-06-24', 'in force', { way: 'designation' }],
  ['2021-06-03', 'in force', { since: '2020-06-24' }],
]);
expectStates('company/hikvision', 'us-1260h-2021', 'US', [
  ['2021-06-02', 'no row'],
  ['2021-06-03', 'in force', { way: 'designation' }],
]);
// The firm was listed, left out of the next list, and listed again. The gap is visible.
expectStates('company/sugon', 'us-1237-2020', 'US', [
  ['2021-06-02', 'in force', { since: '2020-06-24' }],
  ['2022-01-01', 'ended'],
]);
expectStates('company/sugon', 'us-1260h-2022', 'US', [['2022-10-05', 'in force', { since: '2022-10-05' }]]);
expectStates('company/hikvision', 'us-fcc-2021', 'US', [
  ['2023-02-05', 'made, not started'],
  ['2023-02-06', 'in force', { way: 'prohibited' }],
]);
describe('cobalt from the Congo', () => {
  it.each([
    ['2025-02-21', []],
    ['2025-02-24', ['prohibited']],
    ['2025-10-15', ['prohibited']],
    ['2025-10-16', ['quota']],
    ['2026-03-31', ['quota']],
    ['2026-04-01', ['quota']],
  ])('on %s: %o', (day, ways) => {
    const rows = statusAt(knowledge, 'mineral/cobalt', day).filter(
      (row) =>
        row.issuer === 'agency/arecoms' &&
        row.relation === 'covers' &&
        !['ended', 'made, not started', 'planned'].includes(row.state),
    );
    expect(rows.map(({ way }) => way)).toEqual(ways);
  });
});
