/**
 * Protects the data and the computation of statuses together, for Chinese measures. A
 * wrong date or a wrong rule shows here. The tables have the days before, on and after each change.
 */
import { expectStates } from './expect-states.ts';

// 1 Aug 2023 and 1 Dec 2024: gallium and germanium move from Announcement 23 to the unified list
// without a gap.
expectStates('mineral/gallium', 'cn-23-2023', 'US', [
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
expectStates('mineral/germanium', 'cn-23-2023', 'DE', [
  ['2023-07-31', 'made, not started'],
  ['2023-08-01', 'in force'],
  ['2024-12-01', 'in force', { since: '2023-08-01' }],
]);
// 1 Dec 2023: graphite.
expectStates('mineral/natural-graphite', 'cn-39-2023', 'JP', [
  ['2023-10-19', 'no row'],
  ['2023-11-30', 'made, not started'],
  ['2023-12-01', 'in force'],
  ['2023-12-02', 'in force'],
  ['2024-12-01', 'in force', { since: '2023-12-01' }],
]);
// 15 Sep 2024: antimony.
expectStates('mineral/antimony', 'cn-33-2024', 'DE', [
  ['2024-08-14', 'no row'],
  ['2024-09-14', 'made, not started'],
  ['2024-09-15', 'in force'],
  ['2024-09-16', 'in force'],
  ['2024-12-01', 'in force', { since: '2024-09-15' }],
]);
// 3 Dec 2024, 9 Nov 2025, 27 Nov 2026: Announcement 46. Clause 2 is suspended, clause 1 never.
expectStates('mineral/gallium', 'cn-46-2024-2', 'US', [
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
expectStates('mineral/gallium', 'cn-46-2024-1', 'US', [
  ['2024-12-02', 'no row'],
  ['2024-12-03', 'in force', { way: 'prohibited' }],
  ['2025-07-18', 'in force', { way: 'prohibited' }],
  ['2025-11-09', 'in force'],
  ['2026-11-28', 'in force'],
]);
// Whoever passes items on violates the clauses. While clause 2 is suspended, this concerns only
// military users and uses.
expectStates('mineral/gallium', 'cn-46-2024-3', 'US', [
  ['2024-12-02', 'no row'],
  ['2024-12-03', 'in force', { way: 'prohibited' }],
  ['2025-11-08', 'in force'],
  ['2025-11-09', 'in force in part'],
  ['2026-11-24', 'in force in part'],
]);
// 4 Feb and 4 Apr 2025: tungsten and four other metals, then seven rare earths.
expectStates('mineral/tungsten', 'cn-10-2025', 'US', [
  ['2025-02-03', 'no row'],
  ['2025-02-04', 'in force', { way: 'licence' }],
  ['2025-02-05', 'in force'],
]);
expectStates('mineral/dysprosium', 'cn-18-2025', 'DE', [
  ['2025-04-03', 'no row'],
  ['2025-04-04', 'in force', { way: 'licence' }],
  ['2025-04-05', 'in force'],
  ['2026-11-24', 'in force'],
]);
// 9 Oct, 7-10 Nov, 1 Dec 2025 and 10 Nov 2026: rules that were suspended before and after they
// started.
expectStates('mineral/holmium', 'cn-57-2025', 'US', [
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
expectStates('mineral/rare-earth-magnets', 'cn-61-2025-1', 'DE', [
  ['2025-10-09', 'made, not started'],
  ['2025-11-07', 'paused before start'],
  ['2025-11-30', 'paused before start'],
  ['2025-12-01', 'paused before start'],
  ['2025-12-02', 'paused before start'],
  ['2026-11-11', 'not known since'],
]);
expectStates('mineral/rare-earth-magnets', 'cn-61-2025-3', 'DE', [
  ['2025-10-08', 'no row'],
  ['2025-10-09', 'in force'],
  ['2025-10-10', 'in force'],
  ['2025-11-06', 'in force'],
  ['2025-11-07', 'paused'],
  ['2026-11-10', 'paused'],
  ['2026-11-11', 'not known since'],
]);
for (const clause of ['cn-61-2025-users', 'cn-61-2025-uses', 'cn-61-2025-chips'])
  expectStates('mineral/rare-earths', clause, 'DE', [
    ['2025-10-08', 'no row'],
    ['2025-10-09', 'in force'],
    ['2025-11-07', 'paused'],
    ['2026-11-10', 'paused'],
    ['2026-11-11', 'not known since', { since: '2026-11-11' }],
  ]);
expectStates('technology/rare-earth-processing', 'cn-62-2025-a', 'DE', [
  ['2025-10-09', 'in force', { way: 'licence' }],
  ['2025-11-07', 'paused'],
  ['2026-11-11', 'not known since'],
]);
// 12 Aug 2025: the Chinese authorities gave unpublished advice, not a refusal.
expectStates('chip/nvidia-h20', 'cn-h20-advice', 'CN', [
  ['2025-08-11', 'no row'],
  ['2025-08-12', 'reported only', { way: 'advised against' }],
  ['2025-08-13', 'reported only', { way: 'advised against' }],
]);
// 28 July and 22 Aug 2025: in force, but published 25 days later.
expectStates('mineral/rare-earths', 'cn-miit-71-2025', 'CN', [
  ['2025-07-27', 'no row', { knownOn: '2026-11-24' }],
  ['2025-07-28', 'in force', { knownOn: '2026-11-24' }],
  ['2025-08-21', 'no row'],
  ['2025-08-21', 'in force', { knownOn: '2025-08-22' }],
  ['2025-08-22', 'in force'],
]);
// 14 May and 12 Aug 2025: of the notices of China's list of American firms, one was suspended, one
// ended, one stayed in force.
expectStates('instrument/cn-control-list', 'cn-list-us-2025', 'US', [
  ['2025-05-14', 'in force'],
  ['2025-11-10', 'in force', { since: '2025-01-02' }],
]);
expectStates('instrument/cn-control-list', 'cn-list-us-2025-22', 'US', [
  ['2025-05-13', 'in force'],
  ['2025-05-14', 'paused'],
  ['2025-08-11', 'paused'],
  ['2025-08-12', 'ended'],
]);
// 22 June 2026: the list has firms of the industry. 9 July 2025: it has eight in Taiwan.
expectStates('company/mp-materials', 'cn-list-us-2026-06', 'US', [
  ['2026-06-21', 'no row'],
  ['2026-06-22', 'in force', { way: 'prohibited' }],
]);
expectStates('instrument/cn-control-list', 'cn-list-taiwan-2025', 'TW', [
  ['2025-07-08', 'no row'],
  ['2025-07-09', 'in force', { way: 'prohibited' }],
]);
// 6 Jan 2026: military users in Japan, through the unified list, which does not contain lanthanum.
expectStates('mineral/gallium', 'cn-1-2026', 'JP', [
  ['2026-01-05', 'no row'],
  ['2026-01-06', 'in force', { way: 'prohibited' }],
]);
expectStates('mineral/lanthanum', 'cn-1-2026', 'JP', [['2026-11-24', 'no row']]);
expectStates('mineral/holmium', 'cn-1-2026', 'JP', [['2026-11-24', 'no row']]);
expectStates('company/anduril', 'cn-list-us-2025', 'US', [
  ['2025-01-01', 'no row'],
  ['2025-01-02', 'in force', { way: 'prohibited' }],
  ['2026-11-24', 'in force', { since: '2025-01-02' }],
]);
// The suspension for other firms of a list does not apply to this firm.
expectStates('company/lockheed-martin', 'cn-unreliable-entities', 'US', [
  ['2023-02-15', 'no row'],
  ['2023-02-16', 'in force', { way: 'prohibited' }],
  ['2025-06-15', 'in force', { since: '2023-02-16' }],
  ['2026-11-24', 'in force', { since: '2023-02-16' }],
]);
// Magnets made abroad with a trace of Chinese dysprosium: due on 1 December 2025, but never
// started.
expectStates('mineral/dysprosium', 'cn-61-2025-1', 'DE', [
  ['2025-10-08', 'no row'],
  ['2025-10-09', 'made, not started'],
  ['2025-12-01', 'paused before start'],
  ['2026-11-11', 'not known since'],
]);
