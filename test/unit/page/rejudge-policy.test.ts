/**
 * Protects the senses on a page that keeps changing: old text is soon scored again with the new.
 */
import { describe, expect, it } from 'vitest';
import { RejudgePolicy } from '../../../lib/page/annotate/rejudge-policy.ts';

const ALL = { onlyNew: false };
const NEW = { onlyNew: true };

describe('a page that keeps changing', () => {
  it.each([
    { took: 2, every: 10_000 },
    { took: 50, every: 50_000 },
    { took: 900, every: 120_000 },
  ])('scores only new blocks, and all of them again at intervals: $every ms if that takes $took ms', (one) => {
    const policy = new RejudgePolicy();
    const begun = [0, 1000, one.every - 1, one.every, one.every + 1000, 2 * one.every].map((at) => {
      const moving = policy.begin(at, true);
      policy.finished(at + one.took);
      return moving;
    });
    expect(begun).toEqual([ALL, NEW, NEW, ALL, NEW, ALL]);
  });

  it('has stale blocks until all are scored again', () => {
    const policy = new RejudgePolicy();
    policy.begin(0, true);
    expect(policy.hasStale).toBe(false);
    policy.begin(1000, true);
    expect([policy.hasStale, policy.isDue(9_000), policy.isDue(10_000)]).toEqual([true, false, true]);
    // An idle page needs no intervals, because all of it is scored.
    expect(policy.begin(5000, false)).toBeNull();
    expect([policy.hasStale, policy.isDue(60_000)]).toEqual([false, false]);
  });

  it('scores all blocks at once after a change of settings', () => {
    const policy = new RejudgePolicy();
    policy.begin(0, true);
    policy.requestFull();
    expect([policy.begin(1000, true), policy.begin(2000, true)]).toEqual([ALL, NEW]);
  });
});

it('scores all blocks of an idle page each time', () => {
  const policy = new RejudgePolicy();
  expect([0, 1000, 2000].map((at) => policy.begin(at, false))).toEqual([null, null, null]);
});
