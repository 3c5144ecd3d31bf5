/**
 * Protects the statistics that judge the timing attack: they detect a small shift in many samples,
 * and none where there is none.
 */
import { expect, it } from 'vitest';
import { randomFrom } from '../../support/random.ts';
import { kruskalWallis, mannWhitney } from '../../support/rank-tests.ts';

const samples = (seed: number, shift: number, count = 200) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => shift + random.next() * 10 + random.next() * 10);
};

it('agrees with published examples', () => {
  // Five against five without overlap: z = (12.5 - 0.5) / 4.787.
  expect(mannWhitney([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toEqual({ p: expect.closeTo(0.0122, 4) as number, larger: 0 });
  expect(
    kruskalWallis([
      [1, 5, 9],
      [2, 6, 7],
      [3, 4, 8],
    ]),
  ).toBeGreaterThan(0.9);
  expect(
    kruskalWallis([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10, 11, 12],
    ]),
  ).toBeLessThan(0.01);
});

it('handles ties', () => {
  expect(mannWhitney([1, 1, 1], [1, 1, 1])).toEqual({ p: expect.closeTo(1, 6) as number, larger: 0.5 });
  expect(mannWhitney([1, 1, 2, 2], [1, 2, 2, 1]).p).toBeGreaterThan(0.9);
});

it('detects a shift of a tenth of the spread in 200 samples, and is seldom wrong without one', () => {
  expect(mannWhitney(samples(1, 2), samples(2, 0, 800)).p).toBeLessThan(0.001);
  const wrong = Array.from({ length: 200 }, (_, k) => mannWhitney(samples(2 * k, 0, 60), samples(2 * k + 1, 0, 60)).p);
  expect(wrong.filter((p) => p < 0.05).length).toBeLessThan(20);
});
