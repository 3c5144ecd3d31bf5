/**
 * Protects the data and the computation of statuses together: a wrong date or a wrong rule shows
 * here. Each table asks the built-in list for an entry, a day, a day of knowledge and a target, on
 * the days before, on and after each change.
 */
import { describe, expect, it } from 'vitest';
import type { Way } from '../../../lib/knowledge/model/schema.ts';
import type { State } from '../../../lib/knowledge/status/states.ts';
import { isToward, statusAt } from '../../../lib/knowledge/status/status.ts';
import { builtInKnowledge } from '../../support/built-in.ts';

const knowledge = builtInKnowledge();

/** Finds the row of a control under its own id or that of a control that continues it. */
function rowFor(entryId: string, control: string, day: string, knownOn: string) {
  const id = `control/${control}`;
  const rows = statusAt(knowledge, entryId, day, knownOn);
  return rows.find((row) => row.control.id === id) ?? rows.find((row) => row.continues.includes(id));
}

type Expected = State | 'no row';
/** Day, expected state and, where it matters, the way and the day of knowledge. */
type Step = [
  day: string,
  state: Expected,
  more?: { way?: Way; knownOn?: string; since?: string; leaves?: Way; newest?: string },
];

function course(entryId: string, control: string, toward: string, steps: readonly Step[]) {
  describe(`${entryId}, ${control}, toward ${toward}`, () => {
    it.each(steps)('%s: %s %o', (day, state, more = {}) => {
      const row = rowFor(entryId, control, day, more.knownOn ?? day);
      expect(row?.state ?? 'no row').toBe(state);
      if (row) expect(isToward(row, toward)).toBe(true);
      if (more.way) expect(row?.way).toBe(more.way);
      if (more.since) expect(row?.since).toBe(more.since);
      if (more.leaves) expect(row?.leaves).toBe(more.leaves);
      if (more.newest) expect(row?.asOf).toBe(more.newest);
    });
  });
}

// 1 Aug 2023 and 1 Dec 2024: gallium and germanium move from Announcement 23 to the unified list
// without a gap.
course('mineral/gallium', 'cn-23-2023', 'US', [
  ['2023-07-02', 'no row'],
  ['2023-07-03', 'made, not started'],
  ['2023-07-31', 'made, not started'],
  ['2023-08-01', 'in force', { way: 'licence', since: '2023-08-01' }],
  ['2023-08-02', 'in force'],
  ['2024-11-30', 'in force', { since: '2023-08-01' }],
  ['2024-12-01', 'in force', { since: '2023-08-01' }],
  ['2024-12-02', 'in force', { since: '2023-08-01' }],
  ['2026-11-24', 'in force', { since: '2023-08-01' }],
]);
course('mineral/germanium', 'cn-23-2023', 'DE', [
  ['2023-07-31', 'made, not started'],
  ['2023-08-01', 'in force'],
  ['2024-12-01', 'in force', { since: '2023-08-01' }],
]);
// 1 Dec 2023: graphite.
course('mineral/natural-graphite', 'cn-39-2023', 'JP', [
  ['2023-10-19', 'no row'],
  ['2023-11-30', 'made, not started'],
  ['2023-12-01', 'in force'],
  ['2023-12-02', 'in force'],
  ['2024-12-01', 'in force', { since: '2023-12-01' }],
]);
// 15 Sep 2024: antimony.
course('mineral/antimony', 'cn-33-2024', 'DE', [
  ['2024-08-14', 'no row'],
  ['2024-09-14', 'made, not started'],
  ['2024-09-15', 'in force'],
  ['2024-09-16', 'in force'],
  ['2024-12-01', 'in force', { since: '2024-09-15' }],
]);
// 3 Dec 2024, 9 Nov 2025, 27 Nov 2026: Announcement 46. Clause 2 is suspended, clause 1 never.
course('mineral/gallium', 'cn-46-2024-2', 'US', [
  ['2024-12-02', 'no row'],
  ['2024-12-03', 'in force', { way: 'refused in principle' }],
  ['2024-12-04', 'in force', { way: 'refused in principle' }],
  ['2025-07-18', 'in force', { way: 'refused in principle' }],
  ['2025-11-08', 'in force'],
  ['2025-11-09', 'paused', { leaves: 'licence' }],
  ['2026-11-24', 'paused', { leaves: 'licence' }],
  ['2026-11-26', 'paused'],
  ['2026-11-27', 'paused'],
  ['2026-11-28', 'not known since', { since: '2026-11-28' }],
  ['2026-11-24', 'in force', { knownOn: '2025-11-08' }],
]);
course('mineral/gallium', 'cn-46-2024-1', 'US', [
  ['2024-12-02', 'no row'],
  ['2024-12-03', 'in force', { way: 'prohibited' }],
  ['2025-07-18', 'in force', { way: 'prohibited' }],
  ['2025-11-09', 'in force'],
  ['2026-11-28', 'in force'],
]);
// Whoever passes items on violates the clauses. While clause 2 is suspended, this concerns only
// military users and uses.
course('mineral/gallium', 'cn-46-2024-3', 'US', [
  ['2024-12-02', 'no row'],
  ['2024-12-03', 'in force', { way: 'prohibited' }],
  ['2025-11-08', 'in force'],
  ['2025-11-09', 'in force in part'],
  ['2026-11-24', 'in force in part'],
]);
// 4 Feb and 4 Apr 2025: tungsten and four other metals, then seven rare earths.
course('mineral/tungsten', 'cn-10-2025', 'US', [
  ['2025-02-03', 'no row'],
  ['2025-02-04', 'in force', { way: 'licence' }],
  ['2025-02-05', 'in force'],
]);
course('mineral/dysprosium', 'cn-18-2025', 'DE', [
  ['2025-04-03', 'no row'],
  ['2025-04-04', 'in force', { way: 'licence' }],
  ['2025-04-05', 'in force'],
  ['2026-11-24', 'in force'],
]);
// 9 Oct, 7-10 Nov, 1 Dec 2025 and 10 Nov 2026: rules that were suspended before and after they
// started.
course('mineral/holmium', 'cn-57-2025', 'US', [
  ['2025-10-08', 'no row'],
  ['2025-10-09', 'made, not started'],
  ['2025-11-06', 'made, not started'],
  ['2025-11-07', 'paused before start'],
  ['2025-11-08', 'paused before start'],
  ['2025-11-09', 'paused before start'],
  ['2026-11-09', 'paused before start'],
  ['2026-11-10', 'paused before start'],
  ['2026-11-11', 'not known since', { since: '2026-11-11' }],
  ['2026-11-24', 'not known since', { since: '2026-11-11' }],
]);
course('mineral/rare-earth-magnets', 'cn-61-2025-1', 'DE', [
  ['2025-10-09', 'made, not started'],
  ['2025-11-07', 'paused before start'],
  ['2025-11-30', 'paused before start'],
  ['2025-12-01', 'paused before start'],
  ['2025-12-02', 'paused before start'],
  ['2026-11-11', 'not known since'],
]);
course('mineral/rare-earth-magnets', 'cn-61-2025-3', 'DE', [
  ['2025-10-08', 'no row'],
  ['2025-10-09', 'in force'],
  ['2025-10-10', 'in force'],
  ['2025-11-06', 'in force'],
  ['2025-11-07', 'paused'],
  ['2026-11-10', 'paused'],
  ['2026-11-11', 'not known since'],
]);
for (const clause of ['cn-61-2025-users', 'cn-61-2025-uses', 'cn-61-2025-chips'])
  course('mineral/rare-earths', clause, 'DE', [
    ['2025-10-08', 'no row'],
    ['2025-10-09', 'in force'],
    ['2025-11-07', 'paused'],
    ['2026-11-10', 'paused'],
    ['2026-11-11', 'not known since', { since: '2026-11-11' }],
  ]);
course('technology/rare-earth-processing', 'cn-62-2025-a', 'DE', [
  ['2025-10-09', 'in force', { way: 'licence' }],
  ['2025-11-07', 'paused'],
  ['2026-11-11', 'not known since'],
]);
// 10 Nov 2025 and 9-10 Nov 2026: the Affiliates Rule was to return by its own text.
course('instrument/affiliates-rule', 'us-affiliates-entity-list', 'DE', [
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
course('instrument/affiliates-rule', 'us-affiliates-tgl-7', 'DE', [
  ['2025-09-28', 'no row'],
  ['2025-11-09', 'in force', { way: 'general authorisation' }],
  ['2025-11-10', 'paused'],
  ['2025-11-28', 'paused'],
  ['2025-11-29', 'ended'],
  ['2026-11-10', 'ended'],
]);
// 14 Oct and 10 Nov 2025, 9 and 10 Nov 2026: port fees, whose text does not say what follows.
course('instrument/port-fees', 'us-port-fees', 'US', [
  ['2025-04-16', 'no row'],
  ['2025-10-13', 'made, not started'],
  ['2025-10-14', 'in force', { way: 'duty' }],
  ['2025-11-09', 'in force'],
  ['2025-11-10', 'paused'],
  ['2026-11-09', 'paused'],
  ['2026-11-10', 'not known since'],
]);
// The purchasing ban is older than its extension of 2027, which covers mining too.
course('mineral/tantalum', 'us-dfars-tantalum-2020', 'RU', [
  ['2020-09-28', 'no row'],
  ['2020-09-30', 'made, not started'],
  ['2020-10-01', 'in force', { way: 'prohibited' }],
]);
course('mineral/tantalum', 'us-dfars-2027', 'RU', [
  ['2026-12-31', 'made, not started'],
  ['2027-01-01', 'in force', { way: 'prohibited' }],
]);
// Russian metal, by place and date of production.
course('mineral/nickel', 'us-russian-metals-2024', 'RU', [
  ['2024-04-11', 'no row'],
  ['2024-04-12', 'made, not started'],
  ['2024-04-13', 'in force', { way: 'prohibited' }],
]);
// A stop of exports that became quotas, and a trade case that ended without duties.
course('mineral/lithium', 'zw-raw-minerals-2026', 'CN', [
  ['2026-02-24', 'no row'],
  ['2026-02-25', 'reported only', { way: 'prohibited' }],
  ['2026-04-08', 'reported only', { way: 'quota' }],
]);
course('mineral/palladium', 'us-adcvd-palladium', 'RU', [
  ['2026-03-11', 'in force', { way: 'duty' }],
  ['2026-05-28', 'in force'],
  ['2026-05-29', 'ended'],
]);
// 23 Oct and 17 Nov 2023: five chips were restricted before the general date.
course('chip/nvidia-a800', 'us-acs-2023-notice', 'CN', [
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
course('chip/nvidia-a100', 'us-letter-2022-nvidia', 'CN', [
  ['2022-08-30', 'no row'],
  ['2022-08-31', 'in force', { since: '2022-08-26' }],
  ['2022-10-21', 'in force', { since: '2022-08-26' }],
  ['2023-10-22', 'in force', { since: '2022-08-26', way: 'licence' }],
  ['2023-10-23', 'in force', { since: '2022-08-26', way: 'presumption of denial' }],
  ['2026-01-14', 'in force', { way: 'presumption of denial' }],
  ['2026-01-15', 'in force', { way: 'case by case' }],
  ['2026-11-24', 'in force', { since: '2022-08-26' }],
]);
course('chip/nvidia-rtx-4090', 'us-3a090-2023', 'CN', [
  ['2023-10-23', 'made, not started'],
  ['2023-11-16', 'made, not started'],
  ['2023-11-17', 'in force'],
]);
// 2 and 31 Dec 2024: memory became subject to a rule that started later.
course('chip/hbm3', 'us-hbm-2024', 'CN', [
  ['2024-12-01', 'no row'],
  ['2024-12-02', 'made, not started'],
  ['2024-12-30', 'made, not started'],
  ['2024-12-31', 'in force'],
  ['2025-01-01', 'in force'],
]);
// 13 May 2025: on the books but not enforced. Nobody had to comply before the 15th.
course('instrument/ai-diffusion-rule', 'us-ai-diffusion', 'DE', [
  ['2025-01-12', 'no row'],
  ['2025-01-13', 'made, not started'],
  ['2025-05-12', 'made, not started'],
  ['2025-05-13', 'on the books, not enforced'],
  ['2025-05-14', 'on the books, not enforced'],
  ['2025-05-15', 'on the books, not enforced'],
  ['2026-11-24', 'on the books, not enforced'],
]);
// 2 July 2025: the letters on design software ended.
course('technology/eda', 'us-eda-letters', 'CN', [
  ['2025-05-27', 'no row'],
  ['2025-05-28', 'in force'],
  ['2025-07-01', 'in force'],
  ['2025-07-02', 'ended'],
  ['2025-07-03', 'ended'],
]);
// 15 Apr, 14-15 Jul 2025 and 15 Jan 2026: the H20 needs a licence, whatever is claimed and granted.
course('chip/nvidia-h20', 'us-h20-letter', 'CN', [
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
// 12 Aug 2025: the Chinese authorities gave unpublished advice, not a refusal.
course('chip/nvidia-h20', 'cn-h20-advice', 'CN', [
  ['2025-08-11', 'no row'],
  ['2025-08-12', 'reported only', { way: 'advised against' }],
  ['2025-08-13', 'reported only', { way: 'advised against' }],
]);
// 2 Dec 2024: the review of exports to SMIC, case by case since 2020, became a presumption of
// denial.
course('company/smic', 'us-entity-smic-other', 'CN', [
  ['2020-12-17', 'no row'],
  ['2020-12-18', 'in force', { way: 'case by case' }],
  ['2024-12-01', 'in force', { way: 'case by case' }],
  ['2024-12-02', 'in force', { way: 'presumption of denial' }],
  ['2026-11-24', 'in force', { way: 'presumption of denial', newest: '2026-07-31' }],
]);
course('chip/nvidia-h200', 'us-h200-export', 'CN', [
  ['2026-01-14', 'in force', { way: 'presumption of denial' }],
  ['2026-01-15', 'in force', { way: 'case by case' }],
  ['2026-01-16', 'in force', { way: 'case by case' }],
]);
course('chip/nvidia-h200', 'us-h200-reexport', 'CN', [['2026-01-15', 'in force', { way: 'presumption of denial' }]]);
// 28 July and 22 Aug 2025: in force, but published 25 days later.
course('mineral/rare-earths', 'cn-miit-71-2025', 'CN', [
  ['2025-07-27', 'no row', { knownOn: '2026-11-24' }],
  ['2025-07-28', 'in force', { knownOn: '2026-11-24' }],
  ['2025-08-21', 'no row'],
  ['2025-08-21', 'in force', { knownOn: '2025-08-22' }],
  ['2025-08-22', 'in force'],
]);
// 14 May and 12 Aug 2025: of the notices of China's list of American firms, one was suspended, one
// ended, one stayed in force.
course('instrument/cn-control-list', 'cn-list-us-2025', 'US', [
  ['2025-05-14', 'in force'],
  ['2025-11-10', 'in force', { since: '2025-01-02' }],
]);
course('instrument/cn-control-list', 'cn-list-us-2025-22', 'US', [
  ['2025-05-13', 'in force'],
  ['2025-05-14', 'paused'],
  ['2025-08-11', 'paused'],
  ['2025-08-12', 'ended'],
]);
// 31 Dec 2025: the authorisation ends, and licences for a year start.
course('company/samsung', 'us-veu-samsung-skhynix', 'CN', [
  ['2025-12-30', 'in force'],
  ['2025-12-31', 'ended'],
  ['2026-01-01', 'ended'],
]);
// 13 Feb 2026: published and withdrawn.
course('company/alibaba', 'us-1260h-2026-02', 'CN', [
  ['2026-02-12', 'no row'],
  ['2026-02-13', 'never in effect'],
  ['2026-02-14', 'never in effect'],
]);
// 20 and 24 Feb 2026: void, but collected for four more days.
course('instrument/fentanyl-tariffs', 'us-ieepa-fentanyl', 'US', [
  ['2026-02-19', 'in force'],
  ['2026-02-20', 'void'],
  ['2026-02-21', 'void'],
  ['2026-02-23', 'void'],
  ['2026-02-24', 'void'],
  ['2026-02-25', 'void'],
]);
course('instrument/section-122', 'us-section-122', 'US', [
  ['2026-02-23', 'made, not started'],
  ['2026-02-24', 'in force'],
  ['2026-05-07', 'in force in part'],
  ['2026-05-12', 'in force'],
  ['2026-07-23', 'in force'],
  ['2026-07-24', 'ended'],
]);
// 23 and 24 July, 6 Aug and 4 Dec 2026: duties whose texts were read in copies.
course('instrument/section-301-forced-labour', 'us-section-301-forced-labour', 'US', [
  ['2026-07-23', 'planned'],
  ['2026-07-24', 'in force', { way: 'duty' }],
]);
course('mineral/polysilicon', 'us-section-232-polysilicon', 'US', [
  ['2026-08-05', 'planned'],
  ['2026-08-06', 'made, not started'],
  ['2026-12-03', 'made, not started'],
  ['2026-12-04', 'in force', { way: 'duty' }],
]);
// 19 and 22 Aug 2026: postponed by three days on the day before. A later change to a part shows
// that it started.
course('instrument/section-338', 'us-section-338-canada', 'US', [
  ['2026-08-18', 'made, not started'],
  ['2026-08-19', 'paused before start'],
  ['2026-08-21', 'paused before start'],
  ['2026-08-22', 'in force', { since: '2026-08-22' }],
  ['2026-11-24', 'in force', { since: '2026-08-22', newest: '2026-09-08' }],
]);
// 23 Mar 2018, 12 Mar and 4 June 2025, 6 Apr 2026: the rates for metals under one law.
for (const metal of ['aluminium', 'steel'])
  course(`mineral/${metal}`, `us-section-232-${metal}`, 'US', [
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
// 22 June 2026: the list has firms of the industry. 9 July 2025: it has eight in Taiwan.
course('company/mp-materials', 'cn-list-us-2026-06', 'US', [
  ['2026-06-21', 'no row'],
  ['2026-06-22', 'in force', { way: 'prohibited' }],
]);
course('instrument/cn-control-list', 'cn-list-taiwan-2025', 'TW', [
  ['2025-07-08', 'no row'],
  ['2025-07-09', 'in force', { way: 'prohibited' }],
]);
// 6 Jan 2026: military users in Japan, through the unified list, which does not contain lanthanum.
course('mineral/gallium', 'cn-1-2026', 'JP', [
  ['2026-01-05', 'no row'],
  ['2026-01-06', 'in force', { way: 'prohibited' }],
]);
course('mineral/lanthanum', 'cn-1-2026', 'JP', [['2026-11-24', 'no row']]);
course('mineral/holmium', 'cn-1-2026', 'JP', [['2026-11-24', 'no row']]);

describe('the void duties', () => {
  it('were collected until 24 February 2026', () => {
    expect(rowFor('instrument/fentanyl-tariffs', 'us-ieepa-fentanyl', '2026-03-01', '2026-11-24')?.applied?.until).toBe(
      '2026-02-24',
    );
  });
});

// 24 Nov 2023: the guardrails start. 14 July 2025: a permit in Malaysia. 28 May 2025: provisional
// duties without a later order.
course('instrument/chips-act', 'us-chips-guardrails-expansion', 'CN', [
  ['2023-09-24', 'planned'],
  ['2023-11-23', 'made, not started'],
  ['2023-11-24', 'in force', { way: 'prohibited' }],
]);
course('agency/my-miti', 'my-ai-chips-2025', 'CN', [
  ['2025-07-13', 'no row'],
  ['2025-07-14', 'in force', { way: 'licence' }],
]);
course('mineral/spherical-graphite', 'us-adcvd-anode', 'CN', [
  ['2025-05-27', 'made, not started'],
  ['2025-05-28', 'in force', { way: 'duty' }],
  ['2026-03-12', 'ended'],
]);
// A firm's card has the lists that name it: those of the Pentagon, the FCC and China.
course('company/hikvision', 'us-1237-2020', 'US', [
  ['2020-06-23', 'no row'],
  ['2020-06-24', 'in force', { way: 'designation' }],
  ['2021-06-03', 'in force', { since: '2020-06-24' }],
]);
course('company/hikvision', 'us-1260h-2021', 'US', [
  ['2021-06-02', 'no row'],
  ['2021-06-03', 'in force', { way: 'designation' }],
]);
// The firm was listed, left out of the next list, and listed again. The gap is visible.
course('company/sugon', 'us-1237-2020', 'US', [
  ['2021-06-02', 'in force', { since: '2020-06-24' }],
  ['2022-01-01', 'ended'],
]);
course('company/sugon', 'us-1260h-2022', 'US', [['2022-10-05', 'in force', { since: '2022-10-05' }]]);
course('company/hikvision', 'us-fcc-2021', 'US', [
  ['2023-02-05', 'made, not started'],
  ['2023-02-06', 'in force', { way: 'prohibited' }],
]);
course('company/anduril', 'cn-list-us-2025', 'US', [
  ['2025-01-01', 'no row'],
  ['2025-01-02', 'in force', { way: 'prohibited' }],
  ['2026-11-24', 'in force', { since: '2025-01-02' }],
]);
// The suspension for other firms of a list does not apply to this firm.
course('company/lockheed-martin', 'cn-unreliable-entities', 'US', [
  ['2023-02-15', 'no row'],
  ['2023-02-16', 'in force', { way: 'prohibited' }],
  ['2025-06-15', 'in force', { since: '2023-02-16' }],
  ['2026-11-24', 'in force', { since: '2023-02-16' }],
]);
// Magnets made abroad with a trace of Chinese dysprosium: due on 1 December 2025, but never
// started.
course('mineral/dysprosium', 'cn-61-2025-1', 'DE', [
  ['2025-10-08', 'no row'],
  ['2025-10-09', 'made, not started'],
  ['2025-12-01', 'paused before start'],
  ['2026-11-11', 'not known since'],
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
