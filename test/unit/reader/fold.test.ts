/** Protects the search in a document: it ignores case, line breaks and broken words. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesOf } from '../../../lib/reader/fold.ts';

const cut = (words: string, text: string) => placesOf(words, text).map(([start, end]) => text.slice(start, end));

it.each([
  ['gallium', 'Gallium and GALLIUM', ['Gallium', 'GALLIUM']],
  ['rare earth', 'Rare\n  earth', ['Rare\n  earth']],
  ['Handelsministerium', 'das Handelsministe-\nrium', ['Handelsministe-\nrium']],
  ['dual-use', 'dual-use items', ['dual-use']],
  ['  H20 ', 'the H20.', ['H20']],
  ['稀土', '稀土出口', ['稀土']],
  ['', 'anything', []],
])('finds %j in %j', (words, text, found) => {
  expect(cut(words, text)).toEqual(found);
});

it('returns positions in the original text, whatever it contains', () => {
  const signs = fc.array(fc.constantFrom('a', 'B', ' ', '\n', '-', '-\n', 'İ', '土', 'ß'), { maxLength: 30 });
  fc.assert(
    fc.property(signs, signs, signs, (before, words, after) => {
      const wanted = words.join('').replace(/[-\s]/g, '');
      fc.pre(wanted !== '');
      const text = `${before.join('')} ${wanted} ${after.join('')}`;
      expect(cut(wanted, text).map((one) => one.replace(/-\n|\s/g, '').toLowerCase())).toContain(wanted.toLowerCase());
    }),
  );
});
