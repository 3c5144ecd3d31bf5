/**
 * Protects the line of a result. If a query names a country, the line shows a measure of that
 * country, or says that none is known. The line of a firm shows no bill while a measure is in
 * force.
 */
import { expect, it } from 'vitest';
import { createLookup } from '../../../lib/card/lookup/lookup.ts';
import { resultText } from '../../../lib/card/lookup/result-row.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import type { Locale } from '../../../lib/i18n/translate.ts';
import { indexKnowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import { allLanguages } from '../../../lib/search/languages/all.ts';
import { searchTextOf } from '../../../lib/search/make-search-text.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';

const list = builtInList();
const search = createSearch([searchTextOf(list.id, list)], allLanguages());
const knowledge = indexKnowledge(list);
const entries = new Map(list.entries.map((entry) => [entry.id, entry]));

function firstLine(query: string, locale: Locale = 'en'): string {
  const t = createMessages(locale);
  const base = { list: list.id, knowledge, entries, title: list.title, version: 1, updated: '2026-12-02' };
  const lookup = createLookup({ bases: [base], locale, t, today: '2026-12-02', asOf: null, search });
  const [hit] = search.find(query).hits;
  return hit ? `${hit.entry} ${resultText(lookup.result(hit, query), t)}` : '';
}

it.each([
  ['chilean lithium', /^mineral\/lithium No measure by Chile in our list\. /],
  ['litio chileno', /^mineral\/lithium No measure by Chile in our list\. /],
  ['lithium from Chile', /^mineral\/lithium No measure by Chile in our list\. /],
  ['brasilianisches Niob', /^mineral\/niobium No measure by Brazil in our list\. /],
  ['terre rare birmane', /^mineral\/rare-earths No measure by Myanmar in our list\. /],
  ['gallium to Peru', /^mineral\/gallium China → all countries/],
  ['bauxite guinéenne', /^mineral\/bauxite Guinea → /],
  ['china gallium ban', /^mineral\/gallium China → /],
  ['germanium us', /^mineral\/germanium China → United States/],
  ['nickel Indonesia', /^mineral\/nickel Indonesia → /],
  // The order of two countries is only a hint of who restricts: a duty is imposed by the importing
  // country.
  ['copper from Chile US tariff', /^mineral\/copper United States → all countries/],
  ['is nexperia allowed to export from china', /^company\/nexperia China → /],
  ['us tariffs on vietnamese steel', /^mineral\/steel United States → /],
])('shows the measure of the country in the query, or says that there is none: %s', (query, line) => {
  expect(firstLine(query)).toMatch(line);
});

it('says so in Chinese too', () => {
  expect(firstLine('越南 钨', 'zh_CN')).toMatch(/^mineral\/tungsten 列表未收录越南的措施。中国→/);
});

it.each(['ASML', 'ASML.AS', 'NASDAQ: ASML', '8035.T', 'TSE:8035', 'Tokyo Electron'])(
  'shows the measure in force on a firm before a bill: %s',
  (query) => {
    expect(firstLine(query)).toMatch(/^company\/(?:asml Netherlands|tokyo-electron Japan) → /);
  },
);

it('shows the bill if the query names it', () => {
  expect(firstLine('asml match act')).toMatch(/Bill, not law/);
});
