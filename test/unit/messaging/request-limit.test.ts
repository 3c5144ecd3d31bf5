/**
 * Protects the settings and the tab bar from a page that repeatedly requests what its user never
 * clicked.
 */
import { expect, it } from 'vitest';
import { afterDecision, MAX_DECISIONS } from '../../../lib/messaging/decision.ts';
import { RequestLimit } from '../../../lib/messaging/request-limit.ts';

it('allows a tab a number of requests in a period, independent of other tabs', () => {
  let now = 0;
  const limit = new RequestLimit(2, 1000, () => now);
  expect([limit.allows(1), limit.allows(1), limit.allows(1), limit.allows(2)]).toEqual([true, true, false, true]);
  now = 999;
  expect(limit.allows(1)).toBe(false);
  now = 1000;
  expect(limit.allows(1)).toBe(true);
  now = -5000;
  expect(limit.allows(1)).toBe(true);
});

it('forgets tabs that asked long ago', () => {
  const limit = new RequestLimit(1, 1000, () => 0);
  for (let tab = 0; tab < 5000; tab++) expect(limit.allows(tab)).toBe(true);
  expect(limit.allows(4999)).toBe(false);
});

it('keeps at most a thousand decisions of each kind: a full list loses none, and existing ones can be changed', () => {
  let decided: Parameters<typeof afterDecision>[1] = { muted: [], choices: [], follows: [] };
  const decide = (decision: Parameters<typeof afterDecision>[0]) => {
    decided = { ...decided, ...afterDecision(decision, decided) };
  };
  for (let k = 0; k < MAX_DECISIONS + 50; k++) {
    decide({ type: 'choose-sense', name: `name ${k}`, entry: null });
    decide({ type: 'mute', entry: `company/c${k}`, site: null });
  }
  expect([decided.choices.length, decided.muted.length]).toEqual([MAX_DECISIONS, MAX_DECISIONS]);
  expect(decided.choices[0]?.name).toBe('name 0');
  decide({ type: 'choose-sense', name: 'name 0', entry: 'company/c1' });
  expect(decided.choices.at(-1)).toEqual({ name: 'name 0', entry: 'company/c1' });
});
