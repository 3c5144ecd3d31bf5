/**
 * Protects the judgements on a page that keeps changing: never old text for long in an old light.
 */
import { describe, expect, it } from 'vitest';
import { RejudgePolicy } from '../../../lib/page/annotate/rejudge-policy.ts';

const ALL = { onlyNew: false };
const NEW = { onlyNew: true };

describe('of a page that goes on changing', () => {
  it.each([
    { took: 2, every: 10_000 },
    { took: 50, every: 50_000 },
    { took: 900, every: 120_000 },
  ])('only what is new is judged, and all of it every while: where that takes $took ms, after $every', (one) => {
    const policy = new RejudgePolicy();
    const begun = [0, 1000, one.every - 1, one.every, one.every + 1000, 2 * one.every].map((at) => {
      const moving = policy.begin(at, true);
      policy.finished(at + one.took);
      return moving;
    });
    expect(begun).toEqual([ALL, NEW, NEW, ALL, NEW, ALL]);
  });

  it('what was left as it was is owed, until all is judged', () => {
    const policy = new RejudgePolicy();
    policy.begin(0, true);
    expect(policy.hasStale).toBe(false);
    policy.begin(1000, true);
    expect([policy.hasStale, policy.isDue(9_000), policy.isDue(10_000)]).toEqual([true, false, true]);
    // At rest nothing is remembered, and all is judged.
    expect(policy.begin(5000, false)).toBeNull();
    expect([policy.hasStale, policy.isDue(60_000)]).toEqual([false, false]);
  });

  it('other settings hold for all of it at once', () => {
    const policy = new RejudgePolicy();
    policy.begin(0, true);
    policy.requestFull();
    expect([policy.begin(1000, true), policy.begin(2000, true)]).toEqual([ALL, NEW]);
  });
});

it('of a page at rest all is judged each time', () => {
  const policy = new RejudgePolicy();
  expect([0, 1000, 2000].map((at) => policy.begin(at, false))).toEqual([null, null, null]);
});
