/** Protects the count of typing errors, compared with the plain table of edit distances. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf, findSlips, slipsBetween } from '../../../lib/search/typing-errors.ts';

function plainEdits(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(
        Math.min((above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1), (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1),
      );
    above = row;
  }
  return above[b.length] ?? 0;
}

it('counts edits like the plain table, up to one for words of four and five letters and two for longer ones', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 4, maxLength: 31 });
  fc.assert(
    fc.property(
      word,
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 33 }),
      (asked, other) => {
        const edits = plainEdits(asked, other);
        expect(slipsBetween(asked, other)).toBe(edits <= (asked.length < 6 ? 1 : 2) ? edits : Infinity);
      },
    ),
    { seed: 20261124, numRuns: 2000 },
  );
});

it('allows no typing error in short words and numbers', () => {
  expect([
    slipsBetween('h20', 'h2'),
    slipsBetween('abc', 'abd'),
    slipsBetween('3a090', '3a090'),
    slipsBetween('3a090', '3a091'),
  ]).toEqual([Infinity, Infinity, 0, Infinity]);
});

it('needs every word of the query in the line', () => {
  const lines: [number, number][] = [];
  findSlips(wordsOf('\ngallium export\ngallium\nexport galium\n'), 'gallum export', (line, edits) =>
    lines.push([line, edits]),
  );
  expect(lines).toEqual([
    [0, 1],
    [2, 1],
  ]);
});
