/** A small list for tests of the check, and helpers to read its messages. */
import * as v from 'valibot';
import { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { about } from './story.ts';

export const TODAY = '2026-11-24';
export function listOf({
  entries = [],
  controls = [],
  acts = [],
}: {
  entries?: Record<string, unknown>[];
  controls?: Record<string, unknown>[];
  acts?: Record<string, unknown>[];
}): KnowledgeList {
  const always = ['agency/mofcom', 'instrument/announcement'].map((id) => about(id, { names: {}, searched: TODAY }));
  return v.parse(KnowledgeList, {
    format: 'tradegloss-list/1',
    id: 'test',
    title: 'Test',
    publisher: 'Test',
    licence: 'CC0',
    version: 3,
    updated: TODAY,
    expires: 24,
    entries: [...always, ...entries],
    controls,
    acts,
  });
}
export const named = (id: string, ...names: unknown[]) => about(id, { names: { en: names }, searched: TODAY });
export const messages = (problems: readonly { file: string; message: string }[]) =>
  problems.map(({ file, message }) => `${file}: ${message}`);
export const NO_FILES = new Map<string, string>();
