/**
 * Protects the built-in list: it passes its own check, has the promised entries, among them all
 * minerals of the US and EU lists, and says who verified them.
 */
import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { indexKnowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import { thenNowNext } from '../../../lib/knowledge/status/then-now-next.ts';
import { headline, provisionWords, sinceOf } from '../../../lib/knowledge/wording/status-phrases.ts';
import { towardWords } from '../../../lib/knowledge/wording/terms.ts';
import { readBuiltIn } from '../../../lib/tools/build/built-in.ts';
import { checkList } from '../../../lib/tools/cli/check-list.ts';
import { listStats } from '../../../lib/tools/cli/list-stats.ts';

const { files, list, problems } = readBuiltIn();

describe('the built-in list', () => {
  it('is read without problems, and passes the check', () => {
    expect(problems).toEqual([]);
    expect(list && checkList(list, files)).toEqual([]);
  });
  it('has the promised number of entries, and a state for every control', () => {
    const stats = list && listStats(list, '2026-11-24');
    expect(stats?.entries).toBeGreaterThanOrEqual(420);
    expect(stats?.byKind['mineral']).toBeGreaterThanOrEqual(90);
    expect(
      (stats?.byKind['chip'] ?? 0) + (stats?.byKind['technology'] ?? 0) + (stats?.byKind['company'] ?? 0),
    ).toBeGreaterThanOrEqual(150);
    expect(stats?.byKind['agency']).toBeGreaterThanOrEqual(90);
    expect(stats?.byKind['instrument']).toBeGreaterThanOrEqual(90);
    expect(stats?.byState['no row'] ?? 0).toBe(0);
  });
  it('says of every entry whether a second person compared it with its sources, and at least 420 are compared', () => {
    const untold = list?.entries.filter(({ verified }) => verified === undefined).map(({ id }) => id);
    expect(untold).toEqual([]);
    expect(list && listStats(list, '2026-11-24').verified).toBeGreaterThanOrEqual(420);
  });
  it('has every mineral of the US list of 2025 and of the EU lists of 2024, and no more', () => {
    const on = (law: string) =>
      (list?.entries ?? []).flatMap(({ id, memberOf = [] }) =>
        memberOf
          .filter(({ of, until }) => of === law && until === undefined)
          .map(({ note = '' }) => ({ id: id.replace('mineral/', ''), note })),
      );
    const us = on('instrument/us-critical-minerals-list').map(({ id }) => id);
    // Bauxite is counted under aluminium, and the two graphites under graphite.
    expect(us.filter((id) => !['bauxite', 'natural-graphite', 'synthetic-graphite'].includes(id))).toHaveLength(60);
    const eu = on('instrument/crma');
    const critical =
      'antimony arsenic bauxite barite beryllium bismuth boron cobalt metallurgical-coal copper feldspar fluorspar gallium germanium hafnium helium heavy-rare-earths light-rare-earths lithium magnesium manganese natural-graphite nickel niobium phosphate phosphorus platinum-group-metals scandium silicon strontium tantalum titanium tungsten vanadium';
    const strategic =
      'bauxite bismuth boron cobalt copper gallium germanium lithium magnesium manganese natural-graphite nickel platinum-group-metals silicon titanium tungsten';
    expect(critical.split(' ')).toHaveLength(34);
    expect(critical.split(' ').filter((id) => !eu.some((member) => member.id === id))).toEqual([]);
    // The seventeenth strategic material is the rare earths for magnets, which have an entry each.
    expect(
      `${strategic} neodymium praseodymium terbium dysprosium gadolinium samarium cerium`
        .split(' ')
        .filter((id) => !eu.some((member) => member.id === id && member.note.includes('strategic'))),
    ).toEqual([]);
    expect(
      eu.filter(
        ({ id, note }) =>
          critical.split(' ').includes(id) && !strategic.split(' ').includes(id) && note.includes('strategic'),
      ),
    ).toEqual([]);
  });
  it('has no card on which two measures read the same, because a user must be able to tell them apart', () => {
    if (!list) throw new Error('the built-in list cannot be read');
    const knowledge = indexKnowledge(list);
    const voice = { knowledge, t: createMessages('en'), lang: 'en' };
    const twice = list.entries.flatMap(({ id }) => {
      const { groups, horizontal } = thenNowNext(knowledge, id, null, '2026-11-24');
      const rows = [...groups, ...horizontal].flatMap(({ issuer, restrains, toward, lines }) =>
        lines.flatMap(({ now }) =>
          now
            ? [
                issuer,
                restrains,
                towardWords(toward, voice),
                headline(now, voice),
                sinceOf(now, voice),
                provisionWords(now, voice),
              ].join(' | ')
            : [],
        ),
      );
      return rows.filter((row, at) => rows.indexOf(row) !== at).map((row) => `${id}: ${row}`);
    });
    expect(twice).toEqual([]);
  });
  it('has a version and a release date', () => {
    expect(list?.version).toBeGreaterThanOrEqual(1);
    expect(list?.updated).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
