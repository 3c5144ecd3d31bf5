/** Minerals stay bare where they are nutrients and remedies. */
import { describe, expect, it } from 'vitest';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { createMatcher, type SenseOptions } from '../../../lib/match/index.ts';
import { entry, find, listOf } from './small-list.ts';

const topic = (id: string, words: string[], includes: string[] = []) => ({
  id: `topic/${id}`,
  about: id,
  words: { und: words },
  includes,
});
const list = listOf(
  [entry('mineral/zinc', 'Zinc', { und: ['zinc'] }), entry('mineral/copper', 'Copper', { und: ['copper'] })],
  {
    topics: [
      topic('nutrition', ['vitamin', 'calcium', 'mg', 'dietary']),
      topic('trade', ['tariff', 'export', 'smelter']),
      topic('field', [], ['topic/trade']),
    ],
  },
);
const matcher = createMatcher([compileNames(list)]);
const marksOf = (blocks: string[], options: SenseOptions = {}) =>
  find(blocks, { lang: 'en', ...options }, matcher).map((mark) => mark.name);

describe('a mineral in a text with words of nutrition', () => {
  it.each([
    ['stays bare beside two of them', ['Take zinc with calcium and a vitamin.'], []],
    ['is marked beside one', ['The port has zinc and calcium.'], ['Zinc']],
    [
      'is marked where the field has as many words',
      ['The tariff on zinc and the export of calcium, at 5 mg.'],
      ['Zinc'],
    ],
    ['stays bare in a list of nutrients', ['Calcium', 'Zinc', 'Copper', 'Vitamin C'], []],
    [
      'is marked in a passage of its own',
      ['A tariff hits zinc.', 'Take copper with calcium and a vitamin, 5 mg.'],
      ['Zinc'],
    ],
  ])('%s', (_, blocks, expected) => {
    expect(marksOf(blocks)).toEqual(expected);
  });

  it('is marked if the user chose that meaning', () => {
    const choices = new Map([['zinc', 'mineral/zinc']]);
    expect(marksOf(['Take zinc with calcium and a vitamin.'], { choices })).toEqual(['Zinc']);
  });
});
