/**
 * Protects names of several lists in one text: the longest is marked, and shorter names of other
 * lists stay known.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLists } from '../../../lib/match/senses/merge-lists.ts';

const span = (name: string, start: number, end: number) => ({ name, start, end });
const merged = (builtIn: ReturnType<typeof span>[], others: ReturnType<typeof span>[]) => {
  const { mentions, covered } = mergeLists(builtIn, others);
  return mentions.map((one) => [one.name, ...(covered.get(one) ?? []).map(({ name }) => name)].join(' + '));
};

describe('mergeLists', () => {
  it.each([
    [
      'lets a longer name cover a built-in one inside it',
      [span('AVIC', 4, 8)],
      [span('AVIC Shenyang', 4, 17)],
      ['AVIC Shenyang + AVIC'],
    ],
    [
      'lets a longer name cover several',
      [span('Huawei', 0, 6), span('chips', 7, 12)],
      [span('all', 0, 12)],
      ['all + Huawei + chips'],
    ],
    [
      'drops a shorter name inside a built-in one',
      [span('Ministry of Commerce', 0, 20)],
      [span('Commerce', 12, 20)],
      ['Ministry of Commerce'],
    ],
    [
      'keeps the built-in name for the same words',
      [span('gallium', 0, 7)],
      [span('own gallium', 0, 7)],
      ['gallium + own gallium'],
    ],
    ['prefers a longer name that only overlaps', [span('ab', 0, 2)], [span('bcd', 1, 4)], ['bcd']],
    ['prefers the built-in one of two overlapping names of one length', [span('ab', 0, 2)], [span('bc', 1, 3)], ['ab']],
    ['keeps names beside each other', [span('b', 5, 6)], [span('a', 0, 1), span('c', 9, 10)], ['a', 'b', 'c']],
  ])('%s', (_, builtIn, others, expected) => expect(merged(builtIn, others)).toEqual(expected));

  it('returns mentions in order without overlap, and drops one only for another at least as long', () => {
    const spans = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 6 })), { maxLength: 12 }).map((steps) => {
      let at = 0;
      return steps.map(([gap, length]) => {
        const start = at + gap;
        at = start + length;
        return { start, end: at };
      });
    });
    fc.assert(
      fc.property(spans, spans, (builtIn, others) => {
        const { mentions } = mergeLists(builtIn, others);
        mentions.reduce(
          (before, one) => {
            expect(one.start).toBeGreaterThanOrEqual(before.end);
            return one;
          },
          { start: 0, end: 0 },
        );
        for (const one of [...builtIn, ...others])
          if (!mentions.includes(one))
            expect(
              mentions.some(
                (other) =>
                  other.start < one.end && other.end > one.start && other.end - other.start >= one.end - one.start,
              ),
            ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
