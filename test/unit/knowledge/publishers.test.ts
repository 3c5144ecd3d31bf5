/** Protects names of publishers in the user's language: as a whole, or the name and its note. */
import { expect, it } from 'vitest';
import { publisherWords } from '../../../lib/knowledge/wording/publishers.ts';
import { builtInKnowledge } from '../../support/built-in.ts';

it.each([
  ['MOFCOM', '商务部'],
  ['MOFCOM (China)', '商务部（中国）'],
  ['White House (copy on GitHub)', '白宫（GitHub副本）'],
  [
    'third-party register on GitHub, telling MOFCOM of 28 September 2026',
    'GitHub上的第三方汇编，转述商务部2026年9月28日的内容',
  ],
  // A name without a translation stays.
  ['Thompson Hine', 'Thompson Hine'],
  ['gesetze.legal (copy)', 'gesetze.legal（副本）'],
])('names %s in Chinese', (publisher, words) => {
  expect(publisherWords(publisher, { knowledge: builtInKnowledge(), lang: 'zh-Hans' })).toBe(words);
});

it('leaves publishers in English as the list names them', () => {
  const english = { knowledge: builtInKnowledge(), lang: 'en' };
  expect(publisherWords('MOFCOM (copy on GitHub)', english)).toBe('MOFCOM (copy on GitHub)');
});
