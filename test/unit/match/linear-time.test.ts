/**
 * Protects pages from slow matching: the work grows in proportion to the text, whatever it
 * contains, and one step stays small.
 */
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { Disambiguator } from '../../../lib/match/index.ts';
import { workCounter } from '../../support/count-work.ts';
import { ALPHABETS, repeated } from '../../support/hostile-texts.ts';
import { runs } from '../../support/runs.ts';
import { small } from './small-list.ts';

const counter = workCounter();
afterAll(() => counter.close());

function match(text: string): void {
  for (const _ of new Disambiguator(small).choose([small.read(text)], { date: '2025-12-01' }));
}
const workOn = (text: string) => counter.count(() => match(text));

/** Lengths of texts; the second is three doublings of the first. */
const [SHORT, LONG] = [2_500, 20_000];
/**
 * How much faster than the text the work may grow: sentences are cut at some thousand units, and up
 * to that length it may grow faster.
 */
const SLACK = 1.5;

/** The growth of the work from an eighth of a text to all of it. */
function growth(pieces: readonly string[]): number {
  workOn(repeated(pieces, SHORT));
  return workOn(repeated(pieces, LONG)) / Math.max(LEAST_WORK, workOn(repeated(pieces, SHORT)));
}
/**
 * A minimum for the divisor. In a text without names the work is so small that a few constant calls
 * would dominate it.
 */
const LEAST_WORK = SHORT;

it.each(Object.entries(ALPHABETS))('the work grows in proportion to the text: %s', (_, pieces) => {
  expect(growth(pieces)).toBeLessThan((SLACK * LONG) / SHORT);
});

const anyPieces = fc
  .tuple(fc.constantFrom(...Object.values(ALPHABETS)), fc.constantFrom(...Object.values(ALPHABETS)))
  .chain(([one, other]) => fc.array(fc.constantFrom(...one, ...other), { minLength: 1, maxLength: 9 }));

it('the work grows in proportion to the text, whatever pieces are repeated', () => {
  fc.assert(
    fc.property(anyPieces, (pieces) => {
      expect(growth(pieces)).toBeLessThan((SLACK * LONG) / SHORT);
    }),
    runs(60),
  );
});

/** The most blocks of code in one step. Some 100,000 run in a millisecond. */
const MAX_WORK_IN_STEP = 150_000;
const STAGES_WITH_LONG_STEPS = ['unpunctuated Chinese', 'numbers of acts in Chinese', 'codes in a row'];

it.each(Object.entries(ALPHABETS))('no step of reading takes long: %s', (_, pieces) => {
  const work = small.readInSteps(repeated(pieces, LONG));
  let most = 0;
  let step = work.next();
  const next = () => {
    step = work.next();
  };
  while (step.done !== true) most = Math.max(most, counter.count(next));
  expect(most).toBeGreaterThan(100);
  expect(most).toBeLessThan(MAX_WORK_IN_STEP);
});

it.each(STAGES_WITH_LONG_STEPS)('no step of choosing senses takes long: %s', (stage) => {
  const text = repeated(ALPHABETS[stage] ?? [], 2 * SHORT);
  const work = new Disambiguator(small).choose([small.read(text)], { date: '2025-12-01' });
  let most = 0;
  let step = work.next();
  const next = () => {
    step = work.next();
  };
  while (step.done !== true) most = Math.max(most, counter.count(next));
  // Ensures that the counter counts at all.
  expect(most).toBeGreaterThan(1_000);
  expect(most).toBeLessThan(MAX_WORK_IN_STEP);
});
