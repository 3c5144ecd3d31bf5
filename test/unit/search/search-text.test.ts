/**
 * Protects the search data of lists: an update gives the same results as building it from scratch,
 * and lists stay separate.
 */
import { expect, it } from 'vitest';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import { createSearch, type SearchIndex } from '../../../lib/search/search.ts';
import { SearchTextBuilder, searchTextOf } from '../../../lib/search/make-search-text.ts';
import type { SearchText } from '../../../lib/search/search-text.ts';
import { randomFrom } from '../../support/random.ts';
import { runs } from '../../support/runs.ts';

const firm = (slug: string, ...names: string[]): Entry => ({
  id: `company/${slug}`,
  kind: 'company',
  name: names[0] ?? slug,
  names: { en: names },
  what: { text: 'x', src: ['s'] },
  sources: { s: { url: 'https://s.example/', publisher: 's', class: 'other' } },
});
const { seed: SEED } = runs(1);
const WORDS = ['Arden', 'Belmar', 'Cortez', 'Dunmore', '赣州', 'Ferro', 'Östrava', 'H 20', 'Iskra', 'Jarvis'];
const found = (search: SearchIndex, query: string) =>
  search.find(query, { limit: 1000 }).hits.map(({ entry, text, how }) => `${entry} ${text} ${how}`);

function updated(before: SearchText, entries: readonly Entry[], isSame: (entry: Entry) => boolean): SearchText {
  const builder = new SearchTextBuilder('desk', before);
  for (const entry of entries) builder.add(entry, isSame(entry));
  return builder.finish();
}

it('finds the same after many updates as a search text built from scratch', () => {
  const random = randomFrom(SEED);
  const name = () => [random.pick(WORDS), random.pick(WORDS)].join(' ');
  let entries = Array.from({ length: 40 }, (_, k) => firm(`f${k}`, name(), name()));
  let text = searchTextOf('desk', { entries });
  for (let round = 0; round < 25; round++) {
    const before = new Set(entries);
    entries = entries.flatMap((entry, k) =>
      random.chance(0.05)
        ? []
        : random.chance(0.1)
          ? firm(entry.id.slice('company/'.length), name())
          : [entry, ...(random.chance(0.05) ? [firm(`n${round}-${k}`, name())] : [])],
    );
    text = updated(text, entries, (entry) => before.has(entry));
    const [patched, anew] = [createSearch([text]), createSearch([searchTextOf('desk', { entries })])];
    for (const word of WORDS)
      expect(found(patched, word).sort(), `round ${round}, seed ${SEED}: ${word}`).toEqual(found(anew, word).sort());
    expect(text.gone).toBeLessThanOrEqual(text.size * 0.4);
  }
});

it('changes nothing in an update without changes', () => {
  const entries = WORDS.map((word, k) => firm(`f${k}`, word));
  const text = searchTextOf('desk', { entries });
  expect(updated(text, entries, () => true)).toEqual(text);
});

it('searches several lists together, in their order, with the list of each entry', () => {
  const search = createSearch([
    searchTextOf('tradegloss', { entries: [firm('arden', 'Arden')] }),
    searchTextOf('desk', { entries: [firm('arden', 'Arden'), firm('holm', 'Arden Holm')] }),
    searchTextOf('own', { entries: [{ ...firm('x', 'Arden'), id: 'own/x' }] }),
  ]);
  expect(search.find('arden').hits.map(({ entry }) => entry)).toEqual([
    'company/arden',
    'desk:company/arden',
    'own/x',
    'desk:company/holm',
  ]);
  expect(search.entriesNamed(['ARDEN']).sort()).toEqual(['company/arden', 'desk:company/arden', 'own/x']);
  expect(search.find('arden holm').hits[0]).toMatchObject({ entry: 'desk:company/holm', name: 'Arden Holm' });
});
