/**
 * Protects tabs from large lists: a page finds names by their beginnings, and finds the same as
 * with all names.
 */
import { describe, expect, it } from 'vitest';
import { digestOfText } from '../../../lib/core/digest.ts';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { keysIn } from '../../../lib/match/names/prefix-filter.ts';
import { chooseSenses, createMatcher } from '../../../lib/match/index.ts';
import { entriesAt, filterOf, StartIndexBuilder } from '../../../lib/match/names/prefix-index.ts';
import { asListNames, NamesBuilder, MAX_NAMES_IN_TAB } from '../../../lib/store/derived/list-names.ts';
import { seeded } from '../../lists/make-opensanctions.ts';

const firm = (slug: string, ...names: string[]): Entry => ({
  id: `company/${slug}`,
  kind: 'company',
  name: names[0] ?? slug,
  names: { en: names },
  what: { text: 'x', src: ['s'] },
  sources: { s: { url: 'https://s.example/', publisher: 's', class: 'other' } },
});

const FIRMS = [
  firm('lindholm', 'Lindholm Magnetics', 'Lindholm'),
  firm('ostrava', 'Östrava-Tungsten Company'),
  firm('qx', 'QX4090 Works'),
  firm('magnet', '赣州磁材集团'),
  firm('rare', 'Rare Foundry'),
  firm('amp', 'Keller & Sons'),
];

/** Ids of the entries whose names may start in a text. */
function startingIn(entries: readonly Entry[], text: string): string[] {
  const builder = new StartIndexBuilder('big');
  for (const entry of entries) builder.add(entry, false);
  const index = builder.finish();
  const found = new Set(entriesAt(index, keysIn([filterOf(index)], [text])));
  return entries.flatMap(({ id }) => (found.has(digestOfText(id)) ? [id] : []));
}

describe('the index of name beginnings', () => {
  it.each([
    ['Lindholm Magnetics said', 'company/lindholm'],
    ['LINDHOLM’S plant', 'company/lindholm'],
    ['the Ostrava Tungsten Companies', 'company/ostrava'],
    ['an Östrava–Tungsten Company mine', 'company/ostrava'],
    ['QX-4090 Works', 'company/qx'],
    ['赣州磁材集团称', 'company/magnet'],
    ['贛州磁材集團', 'company/magnet'],
    ['Rare Foundries closed', 'company/rare'],
    ['Keller and Sons', 'company/amp'],
  ])('finds the name in "%s"', (text, id) => {
    expect(startingIn(FIRMS, text)).toEqual([id]);
  });

  it('finds nothing if a text only has the first word of names', () => {
    expect(startingIn(FIRMS, 'a rare find for Keller of Ostrava')).toEqual([]);
  });

  it('finds all names in a text that a matcher with the whole list finds, over many seeded lists', () => {
    const random = seeded(20261124);
    const words = ['Arden', 'Belmar', 'Cortez', 'Dunmore', 'Eskil', 'Ferro', 'Gantry', 'Holm', 'Iskra', 'Jarvis'];
    const word = () => words[Math.floor(random() * words.length)] ?? '';
    for (let round = 0; round < 30; round++) {
      const entries = Array.from({ length: 12 }, (_, k) =>
        firm(`f${k}`, Array.from({ length: 1 + Math.floor(random() * 3) }, word).join(' ')),
      );
      const text = Array.from({ length: 60 }, () => (random() < 0.2 ? 'and' : word())).join(' ');
      const matcher = createMatcher([compileNames({ id: 'big', entries })]);
      const wanted = new Set(chooseSenses(matcher, [matcher.read(text)]).map(({ entry }) => entry));
      const candidates = new Set(startingIn(entries, text));
      expect(
        [...wanted].filter((id) => !candidates.has(id)),
        `round ${round}: ${text}`,
      ).toEqual([]);
    }
  });

  it('is the same when it carries unchanged entries over as when it is built from scratch', () => {
    const before = new StartIndexBuilder('big');
    for (const entry of FIRMS) before.add(entry, false);
    const changed = [firm('new', 'New Firm'), ...FIRMS.slice(1, 4), firm('rare', 'Rarer Foundry')];
    const [patched, anew] = [new StartIndexBuilder('big', before.finish()), new StartIndexBuilder('big')];
    for (const entry of changed) {
      patched.add(entry, FIRMS.includes(entry));
      anew.add(entry, false);
    }
    const [a, b] = [patched.finish(), anew.finish()];
    expect([[...a.ids], [...a.places]]).toEqual([[...b.ids], [...b.places]]);
  });
});

describe('the names for a tab', () => {
  const many = (count: number) => Array.from({ length: count }, (_, k) => firm(`f${k}`, `Firm Number ${k}`));
  const built = (entries: Entry[]) => {
    const builder = new NamesBuilder('list', null);
    for (const entry of entries) builder.add(entry, false);
    return builder.finish({ topics: [], countries: [] });
  };

  it('are all names of a small list, and the beginnings of a large one', () => {
    expect(built(many(MAX_NAMES_IN_TAB))).toHaveProperty('compiled');
    expect(built(many(MAX_NAMES_IN_TAB + 1))).toHaveProperty('index');
  });

  it('are not those that another version of the extension stored', () => {
    const stored = built(many(3));
    expect(asListNames(stored)).toEqual(stored);
    expect(asListNames({ compiled: { ...('compiled' in stored ? stored.compiled : {}), format: 99 } })).toBeNull();
    expect([null, 7, {}, { index: {} }].map(asListNames)).toEqual([null, null, null, null]);
  });
});
