/** Protects what is judged of a page that goes on changing: never old text for long in an old light. */
import { describe, expect, it } from 'vitest';
import { Judging } from '../../../lib/page/annotate/rejudge-policy.ts';

const ALL = { onlyNew: false };
const NEW = { onlyNew: true };

describe('of a page that goes on changing', () => {
  it.each([
    { took: 2, every: 10_000 },
    { took: 50, every: 50_000 },
    { took: 900, every: 120_000 },
  ])('only what is new is judged, and all of it every while: where that takes $took ms, after $every', (one) => {
    const judging = new Judging();
    const begun = [0, 1000, one.every - 1, one.every, one.every + 1000, 2 * one.every].map((at) => {
      const moving = judging.begin(at, true);
      judging.end(at + one.took);
      return moving;
    });
    expect(begun).toEqual([ALL, NEW, NEW, ALL, NEW, ALL]);
  });

  it('what was left as it was is owed, until all is judged', () => {
    const judging = new Judging();
    judging.begin(0, true);
    expect(judging.owes).toBe(false);
    judging.begin(1000, true);
    expect([judging.owes, judging.isDue(9_000), judging.isDue(10_000)]).toEqual([true, false, true]);
    // At rest nothing is remembered, and all is judged.
    expect(judging.begin(5000, false)).toBeNull();
    expect([judging.owes, judging.isDue(60_000)]).toEqual([false, false]);
  });

  it('other settings hold for all of it at once', () => {
    const judging = new Judging();
    judging.begin(0, true);
    judging.anew();
    expect([judging.begin(1000, true), judging.begin(2000, true)]).toEqual([ALL, NEW]);
  });
});

it('of a page at rest all is judged each time', () => {
  const judging = new Judging();
  expect([0, 1000, 2000].map((at) => judging.begin(at, false))).toEqual([null, null, null]);
});
