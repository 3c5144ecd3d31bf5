/** Protects users from sentences that they must read twice: too long, or in private wording. */
import { expect, it } from 'vitest';
import { checkWording, faultsOf, readRefusedPhrases } from '../../../lib/tools/upkeep/check-wording.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import { NO_FILES, listOf, messages } from './checked-list.ts';
import { about, control } from './story.ts';

const NO_PHRASES = {};
const words = (count: number) => `${'word '.repeat(count - 1)}word.`;
const characters = (count: number) => `${'字'.repeat(count)}。`;

it('counts the words of each sentence, not of the whole text', () => {
  expect(faultsOf(`${words(25)} ${words(25)}`, 'en', 'news', NO_PHRASES)).toEqual([]);
  expect(faultsOf(`Short. ${words(26)}`, 'en', 'news', NO_PHRASES)).toEqual([
    `has a sentence of 26 words in news, 25 at most: ${words(26)}`,
  ]);
});

it('does not take an abbreviation, an initial or a percentage for the end of a sentence or a word', () => {
  expect(faultsOf(`No. 46 of Smith Inc. and J. Doe: 25 % of ${words(14)}`, 'en', 'news', NO_PHRASES)).toEqual([]);
  expect(faultsOf(`No. 46 of Smith Inc. and J. Doe: 25 % of ${words(16)}`, 'en', 'news', NO_PHRASES)).toHaveLength(1);
});

it('counts Chinese by characters, and a number or a Latin word as one character', () => {
  const fifty = `自2025年起Nvidia${'字'.repeat(45)}。`;
  expect(faultsOf(fifty + fifty, 'zh-Hans', 'news', NO_PHRASES)).toEqual([]);
  expect(faultsOf(characters(51), 'zh-Hans', 'news', NO_PHRASES)).toEqual([
    `has a sentence of 51 characters in news, 50 at most: ${characters(51)}`,
  ]);
});

it('refuses listed phrases of either language, in English only as whole words', () => {
  const refused = { en: { anew: 'again' }, 'zh-Hans': { 按其文本: '原定' } };
  expect(faultsOf('Licensed Anew.', 'en', 'a note', refused)).toEqual(['says “anew” in a note: rather “again”']);
  expect(faultsOf('A newt, a canewt.', 'en', 'a note', refused)).toEqual([]);
  expect(faultsOf('按其文本恢复。', 'zh-Hans', 'a note', refused)).toEqual([
    'says “按其文本” in a note: rather “原定”',
  ]);
});

const LIST = `The 70: ${'Name, '.repeat(69)}Name.`;

it('reads what, news and notes in both languages, and does not count a list of names as a sentence', () => {
  const list = listOf({
    entries: [
      about('mineral/gallium', {
        news: { text: 'Licensed anew.', src: ['text'] },
        translations: { 'zh-Hans': { what: characters(51) } },
      }),
    ],
    controls: [control('x', { note: words(61) }), control('y', { note: LIST, noteKind: 'caveat' })],
  });
  const found = messages(checkWording(list, NO_FILES, readRefusedPhrases()));
  expect(found.map((message) => message.replace(/: [^:]*$/, ''))).toEqual([
    'mineral/gallium: has a sentence of 51 characters in what (zh-Hans), 50 at most',
    'mineral/gallium: says “anew” in news (en)',
    'control/x: has a note without `noteKind`',
    'control/x: has a note of 61 words',
    'control/x: has a sentence of 61 words in a note (en), 25 at most',
  ]);
});

it('finds no fault in the built-in list', () => {
  expect(messages(checkWording(builtInList(), NO_FILES, readRefusedPhrases()))).toEqual([]);
});
