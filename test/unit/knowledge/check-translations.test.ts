/**
 * Protects users of other languages from translations that were not updated with the English text.
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

it('reports years of the English text that the translation lacks', () => {
  expect(advice(inChinese('2022年列入，2024年起征税。'), {})).toEqual([]);
  expect(advice(inChinese('2022年列入。'), {})).toEqual(['zinc.yaml: lacks 2024 in its news in zh-Hans']);
});

it('reports sentences that lack a translation into a language of the list', () => {
  expect(advice({}, {})).toEqual([
    'zinc.yaml: has its what in English only, not in zh-Hans',
    'zinc.yaml: has its news in English only, not in zh-Hans',
  ]);
});

it('reports translations of texts that the list no longer has', () => {
  expect(
    advice(inChinese('2022年列入，2024年起征税。'), { uses: '用途', coats: '镀层', 'coats of steel': '钢镀层' }),
  ).toEqual(['phrases/zh-Hans: puts into words what the list no longer says: coats of steel']);
});
