/**
 * Protects properties of matching that hold for any text. Texts are generated from names, cues and
 * noise; seeds make them the same each time.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { decodeNames, encodeNames } from '../../../lib/match/names/serialize.ts';
import { createMatcher } from '../../../lib/match/index.ts';
import { SMALL, entry, find, listOf, marks, small } from './small-list.ts';
import { anyCharacter, madeTexts, runs } from '../../support/runs.ts';

const words = [
  'gallium',
  'Gallium',
  'rare',
  'earths',
  'rare-earth',
  'lead',
  'Ascend',
  '910C',
  'Huawei',
  'BIS',
  'Commerce',
  'Ministry',
  'Department',
  'China',
  "China's",
  'US',
  'U.S.',
  'goal',
  'tonne',
  'Entity',
  'List',
  'Unreliable',
  'H20',
  'H-20s',
  'Announcement',
  'No.',
  '46',
  'of',
  '2024',
  '商务部',
  '镓锗',
  '不可靠实体清单',
  'ガリウム',
  '갈륨은',
  'the',
  'said',
  '\u00ad',
  '\u200b',
  'e\u0301',
  'ﬁ',
  '(',
  ')',
  '—',
  '.',
  ',',
  '\n',
  'ß',
  '😀',
];
const word = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4, unit: anyCharacter }));
const text = madeTexts(word, 30, [' ', '', '  ']);
const settings = runs(300);

it('returns spans inside the block, in order, without overlap', () => {
  fc.assert(
    fc.property(text, (block) => {
      let last = 0;
      for (const { start, end } of find(block)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(block.length);
        last = end;
      }
    }),
    settings,
  );
});

it('finds the same if the list gains a name that does not occur', () => {
  const more = createMatcher([
    compileNames(SMALL),
    compileNames(listOf([entry('term/zyx', 'Zyxwv', { en: ['zyxwv', 'zyx qqq'] })])),
  ]);
  fc.assert(
    fc.property(text, (block) => {
      expect(marks(block, {}, more)).toEqual(marks(block));
    }),
    settings,
  );
});

it('finds in two paragraphs together what it finds in each', () => {
  const spans = (block: string, shift: number) => {
    const reading = small.read(block);
    const found: string[] = [];
    for (let k = 0; k < reading.hits.length; k += 3) {
      const [start, end] = small.sourceSpan(reading, reading.hits[k] ?? 0, reading.hits[k + 1] ?? 0);
      found.push(`${start + shift}-${end + shift}:${reading.hits[k + 2]}`);
    }
    return found;
  };
  const between = ' | \n\n | ';
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(spans(a + between + b, 0)).toEqual([...spans(a, 0), ...spans(b, a.length + between.length)]);
    }),
    settings,
  );
});

it('decodes any text of a list to the original, whatever characters replace quotes and separators', () => {
  const names = compileNames(SMALL);
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: anyCharacter }), fc.constantFrom('#text:', '"', '~', '\\', '镓 \ud800', '\ufeff镓')),
      (list) => {
        const entryNames = names.entryNames.map((name, k) => (k === 0 ? list : name));
        const back = decodeNames(encodeNames({ ...names, list, latinLetters: list, wideLetters: list, entryNames }));
        expect(back).toEqual({ ...names, list, latinLetters: list, wideLetters: list, entryNames });
      },
    ),
    { ...settings, numRuns: 100 },
  );
});

it('finds the same with names that were encoded into a script', () => {
  const packed = createMatcher([decodeNames(encodeNames(compileNames(SMALL)))]);
  fc.assert(
    fc.property(text, (block) => {
      expect(marks(block, {}, packed)).toEqual(marks(block));
    }),
    runs(50),
  );
});

it('finds the same with one list and with its two halves', () => {
  const half = (odd: number) => compileNames({ ...SMALL, entries: SMALL.entries.filter((_, k) => k % 2 === odd) });
  const halves = createMatcher([half(0), half(1)]);
  const known = (block: string, matcher = small) =>
    find(block, {}, matcher)
      .filter(({ kind }) => kind === 'mineral')
      .map(({ start, end, entry: id }) => `${start}-${end} ${id}`);
  fc.assert(
    fc.property(
      fc
        .constantFrom('gallium', 'rare earths', '镓锗', 'germanium')
        .chain((name) => text.map((noise) => `${noise} | ${name}`)),
      (block) => {
        expect(known(block, halves)).toEqual(known(block));
      },
    ),
    runs(50),
  );
});

it('finds the same, whether or not it read East Asian scripts before', () => {
  const compiled = [compileNames(SMALL)];
  const met = createMatcher(compiled);
  met.read('商务部');
  fc.assert(
    fc.property(text, (block) => {
      expect(find(block, {}, createMatcher(compiled))).toEqual(find(block, {}, met));
    }),
    settings,
  );
});
