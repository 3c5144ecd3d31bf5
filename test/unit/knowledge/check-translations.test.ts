/**
 * Protects readers of another language from sentences that stayed behind when the English went on.
 */
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { adviseTranslations } from '../../../lib/tools/cli/check-translations.ts';
import { about } from './story.ts';

const advice = (zinc: Record<string, unknown>, phrases: Record<string, string>) =>
  adviseTranslations(
    v.parse(KnowledgeList, {
      format: 'tradegloss-list/1',
      id: 'test',
      title: 'Test',
      publisher: 'Test',
      licence: 'CC0',
      version: 1,
      updated: '2026-11-24',
      expires: 24,
      entries: [
        about('mineral/zinc', {
          names: {},
          news: { text: 'Taxed since 2024, listed since 2022.', src: ['text'] },
          facts: [{ what: 'uses', value: 'coats', src: ['text'] }],
          ...zinc,
        }),
      ],
      controls: [],
      acts: [],
      phrases: { 'zh-Hans': phrases },
    }),
    new Map([['mineral/zinc', 'zinc.yaml']]),
  ).map(({ file, message }) => `${file}: ${message}`);
const inChinese = (news: string) => ({ translations: { 'zh-Hans': { what: '一种金属。', news } } });

it('tells of years that the English has and the translation lacks', () => {
  expect(advice(inChinese('2022年列入，2024年起征税。'), {})).toEqual([]);
  expect(advice(inChinese('2022年列入。'), {})).toEqual(['zinc.yaml: lacks 2024 in its news in zh-Hans']);
});

it('tells of sentences that nobody put into a language that the list has', () => {
  expect(advice({}, {})).toEqual([
    'zinc.yaml: has its what in English only, not in zh-Hans',
    'zinc.yaml: has its news in English only, not in zh-Hans',
  ]);
});

it('tells of words for texts that the list no longer has', () => {
  expect(
    advice(inChinese('2022年列入，2024年起征税。'), { uses: '用途', coats: '镀层', 'coats of steel': '钢镀层' }),
  ).toEqual(['phrases/zh-Hans: puts into words what the list no longer says: coats of steel']);
});
