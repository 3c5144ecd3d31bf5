/**
 * Protects the index of words: a search with it finds the same as the scan of the text that is used
 * until the index is ready.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchTextOf } from '../../../lib/search/make-search-text.ts';
import { TextIndex } from '../../../lib/search/text-index.ts';
import { WordStarts } from '../../../lib/search/word-starts.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', '1', '镓'), minLength: 1, maxLength: 4 });
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

function indexOf(names: readonly string[]): TextIndex {
  const entries = names.map((one, k) => ({ id: `mineral/m${k}`, name: one, names: {} }));
  return new TextIndex([searchTextOf('tradegloss', { entries })]);
}

it('finds words and starts of lines at the same positions as a scan', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), name, (names, asked) => {
      const [scanned, indexed] = [indexOf(names), indexOf(names)];
      indexed.prepare();
      for (const before of ['\n', ' ']) {
        const places = [scanned, indexed].map((index) => {
          const found: number[][] = [];
          index.each(before + asked, (line, at) => found.push([line, at]));
          return found;
        });
        expect(places[1]).toEqual(places[0]);
      }
      expect(indexed.hasStart(asked)).toBe(scanned.hasStart(asked));
      if (asked.length < 2) return;
      const words = [scanned, indexed].map((index) => {
        const found: number[][] = [];
        index.eachWord(asked, (line, at) => found.push([line, at]));
        return found;
      });
      expect(words[1]).toEqual(words[0]);
    }),
    { seed: 31, numRuns: 300 },
  );
});

it('finds the same with many buckets, as for a large text, as with few', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), word, (names, asked) => {
      fc.pre(asked.length > 1);
      const text = `\n${names.join('\n')}\n`;
      const [few, many] = [1, 32].map((thirds) => {
        const found: number[] = [];
        new WordStarts(text, thirds).each(asked, (at) => found.push(at) > 0);
        return found;
      });
      expect(many).toEqual(few);
    }),
    { seed: 35, numRuns: 30 },
  );
});

it('finds letters with any spaces between them', () => {
  const index = indexOf(['h 20', 'h20', 'h200', 'ah20', 'h  20']);
  const found: number[] = [];
  index.eachSpaced('h20', (line) => found.push(line));
  expect(found.map((line) => index.lines.at(line))).toEqual(['h 20', 'h20', 'h200', 'h 20']);
});
