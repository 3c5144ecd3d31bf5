/**
 * Protects what a page reveals of the text around a word: a few ids, those of the nearest entries.
 */
import { expect, it } from 'vitest';
import { NearMentions, nearTo } from '../../../lib/page/mentions/nearest-entries.ts';
import type { PageMention } from '../../../lib/page/mentions/mentions.ts';

const flowOf = (text: string) => ({ text });
function mentionsIn(text: string, named: Record<string, string>, flow = flowOf(text)): PageMention[] {
  return Object.entries(named)
    .map(([words, entry]) => {
      const start = text.indexOf(words);
      return { entry, flow, start, end: start + words.length } as PageMention;
    })
    .sort((a, b) => a.start - b.start);
}
const TEXT = 'USTR taxes gallium from Teck. MOFCOM bars antimony under Announcement 46.';
const NAMED = {
  USTR: 'agency/ustr',
  gallium: 'mineral/gallium',
  Teck: 'company/teck',
  MOFCOM: 'agency/mofcom',
  antimony: 'mineral/antimony',
  'Announcement 46': 'instrument/cn-announcement-46-2024',
};

it('gives the entries of the sentence and around it: bodies, firms and legal texts, but no other goods', () => {
  const all = mentionsIn(TEXT, NAMED);
  expect(nearTo(all, 1)).toEqual({
    sentence: ['agency/ustr', 'company/teck'],
    beside: ['agency/mofcom', 'agency/ustr', 'company/teck', 'instrument/cn-announcement-46-2024'],
  });
  expect(nearTo(all, 4).sentence).toEqual(['agency/mofcom', 'instrument/cn-announcement-46-2024']);
});

it('does not count another paragraph as part of the sentence', () => {
  const all = [
    ...mentionsIn('USTR spoke.', { USTR: 'agency/ustr' }),
    ...mentionsIn('Gallium rose.', { Gallium: 'mineral/gallium' }),
  ];
  expect(nearTo(all, 1)).toEqual({ sentence: [], beside: ['agency/ustr'] });
});

it('keeps the nearest 24 on a page that names hundreds', () => {
  const firms = Array.from({ length: 400 }, (_, n) => ({
    entry: `company/firm-${n}`,
    flow: flowOf(''),
    start: 0,
    end: 0,
  }));
  const all = [
    ...firms.slice(0, 200),
    { entry: 'mineral/gallium', flow: flowOf('gallium'), start: 0, end: 7 },
    ...firms.slice(200),
  ];
  const { beside } = nearTo(all as PageMention[], 200);
  expect(beside).toHaveLength(24);
  expect(beside).toContain('company/firm-199');
  expect(beside).toContain('company/firm-200');
  expect(beside).not.toContain('company/firm-0');
});

it('is cached until the mentions of the page change', () => {
  const near = new NearMentions();
  const all = mentionsIn(TEXT, NAMED);
  const [, gallium] = all;
  if (!gallium) throw new Error('gallium is named');
  expect(near.of(gallium, all)).toBe(near.of(gallium, all));
  expect(near.of(gallium, [gallium])).toEqual({ sentence: [], beside: [] });
});
