/**
 * A control on gallium with given acts, and the wording of its status on a day in both languages.
 */
import { createMessages } from '../../../lib/i18n/messages.ts';
import type { Knowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import { statusAt } from '../../../lib/knowledge/status/status.ts';
import {
  evidenceWords,
  headline,
  nextWords,
  provisionWords,
  sinceOf,
} from '../../../lib/knowledge/wording/status-phrases.ts';
import type { Voice } from '../../../lib/knowledge/wording/terms.ts';
import { about, act, storyOf } from './story.ts';

export const english = (knowledge: Knowledge): Voice => ({ knowledge, t: createMessages('en'), lang: 'en' });
export const chinese = (knowledge: Knowledge): Voice => ({ knowledge, t: createMessages('zh_CN'), lang: 'zh-CN' });

export function said(acts: readonly ReturnType<typeof act>[], day: string, fields: Record<string, unknown> = {}) {
  const knowledge = storyOf(
    [{ slug: 'x', ...fields, acts }],
    [
      about('instrument/announcement', { name: 'Announcement 46 of 2024', names: { 'zh-Hans': ['2024年第46号公告'] } }),
      about('instrument/pause', { name: 'Announcement 72 of 2025' }),
    ],
  );
  const [row] = statusAt(knowledge, 'mineral/gallium', day);
  if (!row) throw new Error('no row');
  const voice = english(knowledge);
  return {
    row,
    voice,
    en: headline(row, voice),
    zh: headline(row, chinese(knowledge)),
    since: sinceOf(row, voice),
    newest: evidenceWords(row, voice),
    next: row.next && nextWords(row, row.next, voice),
    by: provisionWords(row, voice),
  };
}

export const pause = (then: string, included = 'unclear') =>
  act('suspends', '2025-11-09', {
    upTo: { day: '2026-11-27', included, then },
    leaves: 'licence',
    text: { instrument: 'instrument/pause' },
  });
export const refused = {
  way: 'refused in principle',
  text: { instrument: 'instrument/announcement', provision: 'clause 2' },
};
