/**
 * Protects search data that an update of a list keeps: an entry is found at its position, however
 * many before it changed, left or moved.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdPositions } from '../../../lib/core/id-positions.ts';
import { runs } from '../../support/runs.ts';

const ids = Array.from({ length: 120 }, (_, k) => `company/${k}`);

it('finds the position of each id, in any order of requests', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(ids.length + 5), { maxLength: 200 }), (asked) => {
      const places = new IdPositions(ids);
      for (const k of asked) expect(places.of(`company/${k}`)).toBe(k < ids.length ? k : undefined);
    }),
    runs(200),
  );
});
