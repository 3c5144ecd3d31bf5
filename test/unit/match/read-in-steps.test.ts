/**
 * Protects pages from long texts: a block is read in steps, and finds the same if other texts are
 * read in between.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BlockReading } from '../../../lib/match/model.ts';
import { ALPHABETS, repeated } from '../../support/hostile-texts.ts';
import { runs } from '../../support/runs.ts';
import { small } from './small-list.ts';

const anyText = fc
  .tuple(
    fc.constantFrom(...Object.values(ALPHABETS)).chain((pieces) => fc.array(fc.constantFrom(...pieces))),
    fc.integer({ min: 1, max: 3_000 }),
  )
  .map(([pieces, length]) => (pieces.length > 0 ? repeated(pieces, length) : ''));

const found = ({ text, hits, scripts }: BlockReading) => ({ text, hits, scripts });

it('finds the same in texts that are read in turns', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 2, maxLength: 4 }), (texts) => {
      const works = texts.map((text) => small.readInSteps(text));
      const readings: (BlockReading | null)[] = texts.map(() => null);
      while (readings.includes(null))
        for (const [k, work] of works.entries()) {
          const step = readings[k] === null ? work.next() : null;
          if (step?.done) readings[k] = step.value;
        }
      for (const [k, text] of texts.entries()) {
        const reading = readings[k];
        expect(reading && found(reading)).toEqual(found(small.read(text)));
      }
    }),
    runs(100),
  );
});

it('reads a long text in many steps', () => {
  const work = small.readInSteps('Huawei buys gallium. '.repeat(1_000));
  let steps = 0;
  while (work.next().done !== true) steps++;
  expect(steps).toBeGreaterThan(50);
});
