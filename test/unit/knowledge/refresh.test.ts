/**
 * Protects `npm run knowledge -- refresh`: the program writes only its own fields in files that a
 * person maintains.
 */
import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_FOLDER, builtInList, readBuiltIn } from '../../../lib/tools/build/built-in.ts';
import { readYaml } from '../../../lib/tools/build/read-yaml.ts';
import { setField, setValue } from '../../../lib/tools/refresh/edit-yaml.ts';
import { figuresIn, readFigureTables, type FiguresTable } from '../../../lib/tools/refresh/figures.ts';
import { refreshFiles } from '../../../lib/tools/refresh/refresh-files.ts';
import { readSources } from '../../../lib/tools/watch/source.ts';

const TODAY = '2026-12-08';
const answerOf = (name: string) => readFileSync(new URL(`../../watch/answers/${name}`, import.meta.url), 'utf8');
const FIGURES = answerOf('usgs-import-reliance.csv');
const [table] = readFigureTables() as [FiguresTable];
const minerals = readdirSync(`${BUILT_IN_FOLDER}entries/mineral`).map((name) =>
  readFileSync(`${BUILT_IN_FOLDER}entries/mineral/${name}`, 'utf8'),
);

interface WithFacts {
  facts?: Record<string, unknown>[];
}

describe('a value in a YAML file', () => {
  const FILE = `# kept by hand
name: Zinc   # the metal
facts:
  # yearly
  - { what: share, value: "41 %", src: [a] }   # not the ore
  - what: uses
    value: coats
    # the last comment
    src:
      - a
`;
  it('is replaced in place; comments, order, quotes and spaces stay', () => {
    expect(setField(setValue(FILE, ['facts', 0, 'value'], '42 %'), ['facts', 0], 'checked', TODAY)).toBe(
      FILE.replace('"41 %"', '"42 %"').replace('src: [a] }', 'src: [a], checked: 2026-12-08 }'),
    );
    expect(setField(FILE, ['facts', 1], 'checked', TODAY)).toBe(
      FILE.replace('      - a\n', '      - a\n    checked: 2026-12-08\n'),
    );
  });

  it('is the only changed line in any file of the base, and is read back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...minerals), fc.nat(), fc.string(), (text, choice, value) => {
        const facts = (readYaml(text) as WithFacts).facts ?? [];
        fc.pre(facts.length > 0);
        const place = choice % facts.length;
        const changed = setField(setValue(text, ['facts', place, 'value'], value), ['facts', place], 'checked', TODAY);
        const [before, after] = [text.split('\n'), changed.split('\n')];
        expect(after).toHaveLength(before.length);
        expect(after.filter((line, number) => line !== before[number]).length).toBeLessThanOrEqual(1);
        expect((readYaml(changed) as WithFacts).facts?.[place]).toMatchObject({ value, checked: TODAY });
      }),
      { numRuns: 200, seed: 34 },
    );
  });

  it('throws if the value is missing', () => {
    expect(() => setValue(FILE, ['facts', 7, 'value'], 'x')).toThrow('no value stands at facts.7.value');
    expect(() => setField('a: [', ['a'], 'b', 'c')).toThrow();
  });
});

describe('a table of figures', () => {
  it('explains its symbols in words, with the form of the mineral', () => {
    const figures = new Map(figuresIn(FIGURES, table).map(({ entry, value, year }) => [entry, [value, year]]));
    expect(figures.get('mineral/gallium')).toEqual(['100 %', '2025']);
    expect(figures.get('mineral/germanium')).toEqual(['over 50 %', '2025']);
    expect(figures.get('mineral/zinc')).toEqual(['73 % (refined)', '2025']);
  });

  it.each([
    ['', 'the answer is empty'],
    ['<!doctype html><p>Sign in', 'a web page came where a table was expected'],
    [FIGURES.replace('Commodity', 'Mineral'), 'the layout changed: there is no column "Commodity"'],
    [FIGURES.replace('GALLIUM', 'Gallium'), 'the layout changed: there is no row "GALLIUM"'],
    [FIGURES.replace('GALLIUM,100', 'GALLIUM,W'), 'the figure of "GALLIUM" is "W", which is no number'],
    [FIGURES.split('\n').slice(0, 20).join('\n'), '19 rows, and at least 50 were expected'],
  ])('reports a changed format as a fault (%#)', (answer, fault) => {
    expect(() => figuresIn(answer, table)).toThrow(fault);
  });
});

describe('the fields that the program maintains', () => {
  const refresh = (answers: Record<string, string>) =>
    refreshFiles(builtInList(), {
      folder: BUILT_IN_FOLDER,
      files: readBuiltIn().files,
      tables: readFigureTables().filter(({ id }) => id in answers),
      sources: readSources()
        .filter(({ id }) => id in answers)
        .map((source) => ({ ...source, least: 2 })),
      today: TODAY,
      answer: ({ id }) => answers[id] ?? '',
    });

  it('mark an unchanged figure as checked, and write and report a changed one', async () => {
    const same = await refresh({ 'usgs-import-reliance': FIGURES });
    expect([same.changes, same.faults, same.texts.size]).toEqual([[], [], table.rows.length]);
    const next = FIGURES.replaceAll('pct_2025', 'pct_2026').replace('NICKEL,41', 'NICKEL,44');
    const { changes, texts } = await refresh({ 'usgs-import-reliance': next });
    expect(changes).toContain('mineral/nickel: US net import reliance, USGS estimate 41 % (2025) is now 44 % (2026)');
    const nickel = [...texts].find(([path]) => path.endsWith('/nickel.yaml'))?.[1] ?? '';
    expect(nickel).toMatch(/value: "44 %", when: "2026", src: \[[^\]]*\], checked: 2026-12-08 }/);
  });

  it('mark a place on an official list that names the entry, and add or remove no member', async () => {
    const { texts, changes } = await refresh({ 'us-entity-list': answerOf('us-entity-list.csv') });
    const written = [...texts.keys()].map((path) => path.slice(BUILT_IN_FOLDER.length));
    expect(written.length).toBeGreaterThan(0);
    const members = new Set(
      builtInList()
        .entries.filter(({ memberOf }) => memberOf?.some(({ of }) => of === 'instrument/entity-list'))
        .map(({ id }) => `entries/${id}.yaml`),
    );
    for (const path of written) expect(members).toContain(path);
    for (const change of changes) expect(change).toMatch(/ was not seen on instrument\/entity-list: look at it$/);
    const before = (path: string) => readFileSync(path, 'utf8').split('\n').length;
    for (const [path, text] of texts) expect(text.split('\n')).toHaveLength(before(path));
  });

  it('stay unchanged if a source fails, which is reported', async () => {
    const { texts, faults } = await refresh({ 'usgs-import-reliance': '<html>', 'us-entity-list': '' });
    expect([texts.size, faults]).toEqual([
      0,
      ['usgs-import-reliance: a web page came where a table was expected', 'us-entity-list: the answer is empty'],
    ]);
  });
});
