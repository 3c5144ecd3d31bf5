/**
 * Protects users from agreements that the card tells as to come long after they began: "would cut
 * duties" stood on the card of EU and Mercosur seven months after the duties were cut.
 */
import { expect, it } from 'vitest';
import { adviseExpectations } from '../../../lib/tools/upkeep/check-expectations.ts';
import { NO_FILES, TODAY, listOf, messages } from './checked-list.ts';
import { about } from './story.ts';

const found = (id: string, date: string, texts: { what: string; news?: string }) => {
  const sources = { text: { url: 'https://www.example.gov/text', publisher: 'Gazette', class: 'official', date } };
  const claims = Object.entries(texts).map(([where, text]) => [where, { text, src: ['text'] }]);
  const entry = about(id, { searched: TODAY, sources, ...Object.fromEntries(claims) });
  return messages(adviseExpectations(listOf({ entries: [entry] }), NO_FILES));
};
const would = 'Agreement that would cut duties.';

it('names a law or an agreement that is told as to come by texts older than half a year', () => {
  expect(found('instrument/deal', '2026-02-05', { what: would })).toEqual([
    'instrument/deal: tells of what is to come in what by texts up to 2026-02-05: read what became of it, or say that nothing was found since',
  ]);
  expect(found('instrument/deal', '2026-02', { what: 'Agreement.', news: 'It is to start in May.' })).toHaveLength(1);
});
it('is silent on newer texts, on what already is, on other kinds, and where the text says how far it knows', () => {
  expect(found('instrument/deal', '2026-09', { what: would })).toEqual([]);
  expect(found('instrument/deal', '2026-02-05', { what: 'Agreement that cuts duties.' })).toEqual([]);
  expect(found('company/mine', '2026-02-05', { what: 'Firm that is to open a mine.' })).toEqual([]);
  expect(found('instrument/deal', '2026-02-05', { what: would, news: 'Nothing found since.' })).toEqual([]);
});
