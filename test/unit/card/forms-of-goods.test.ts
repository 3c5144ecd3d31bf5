/**
 * Protects that a card states for which forms of a thing a measure applies: a duty on one kind of
 * steel is not a duty on all steel.
 */
import { expect, it } from 'vitest';
import { mergeEqualGroups } from '../../../lib/card/build/merge-equal-groups.ts';
import { buildCard } from '../../../lib/card/build/build-card.ts';
import type { StatusGroup } from '../../../lib/card/model/card-model.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { builtInKnowledge } from '../../support/built-in.ts';

const gallium = (articleDay: string | null, locale: 'en' | 'zh_CN' = 'en') => {
  const list = { title: 'Built-in list', version: 1 };
  const t = createMessages(locale);
  const card = buildCard(builtInKnowledge(), 'mineral/gallium', { articleDay, today: '2026-11-24', locale, t, list });
  if (!card) throw new Error('no card');
  return card;
};

it('states the forms once, if the measure is in force today', () => {
  const rows = gallium('2025-07-18')
    .groups.find(({ changed }) => changed)
    ?.rows.slice(0, 2);
  expect(rows?.map(({ by }) => by)).toEqual([
    'MOFCOM Announcement No. 46 of 2024, clause 2',
    'MOFCOM Announcement No. 46 of 2024, clause 2 (listed dual-use items); MOFCOM Announcement No. 72 of 2025',
  ]);
});

it("states the forms of collapsed measures too, in the user's language", () => {
  const told = (locale: 'en' | 'zh_CN') => gallium('2025-07-18', locale).unchanged.map(({ by }) => by);
  expect(told('en')).toContain('China, MOFCOM Announcement No. 46 of 2024, clause 1 (listed dual-use items)');
  expect(told('zh_CN')).toContainEqual(expect.stringMatching(/^中国，.*2024年第46号.*（.*两用物项）/));
});

it('keeps brackets balanced if measures share a line', () => {
  const group = (by: string): StatusGroup => ({
    issuer: 'China',
    toward: '',
    restrains: '',
    changed: null,
    rows: [{ when: 'Now', date: '', glyph: 'force', barred: false, title: 'Licence needed', by, refs: [], newest: '' }],
  });
  const folded = mergeEqualGroups([group('Notice 1 (ore; scrap); Pause'), group('Notice 2 (ore; scrap); Pause')], '; ');
  expect(folded.map(({ rows }) => rows[0]?.by)).toEqual(['Notice 1 (ore; scrap); Notice 2 (ore; scrap); Pause']);
});
