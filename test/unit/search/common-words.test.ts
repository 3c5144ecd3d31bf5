/**
 * Protects searches in a list with tens of thousands of names that start alike: each step looks
 * only at some of them, and a name that equals the query is found at any position.
 */
import { expect, it } from 'vitest';
import { searchTextOf } from '../../../lib/search/make-search-text.ts';
import { createSearch } from '../../../lib/search/search.ts';

const ALIKE = 25_000;
const named = (name: string, k: number) => ({ id: `term/t${k}`, name, names: { en: [name] } });
const entries = [
  ...Array.from({ length: ALIKE }, (_, k) => named(`Orlak metals ${k} works`, k)),
  named('Metals', ALIKE),
  named('Orlak', ALIKE + 1),
  named('Orlak Vesta', ALIKE + 2),
  named('Optics of Orlak', ALIKE + 3),
];

it.each([false, true])(
  'finds exact names after tens of thousands that start alike (index prepared: %s)',
  (isPrepared) => {
    const search = createSearch([searchTextOf('large', { entries })], null);
    if (isPrepared) search.prepare();
    const first = (query: string) => search.find(query, { limit: 3 }).hits[0]?.name;
    expect(first('orlak')).toBe('Orlak');
    expect(first('metals')).toBe('Metals');
    expect(first('orlak vesta')).toBe('Orlak Vesta');
    expect(first('optics orlak')).toBe('Optics of Orlak');
    expect(first(`orlak metals ${ALIKE - 1}`)).toBe(`Orlak metals ${ALIKE - 1} works`);
    expect(search.find('o', { limit: 3 }).hits).toHaveLength(3);
  },
);
