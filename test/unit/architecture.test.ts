/**
 * Protects the structure of the code: which folders import which, which know the browser or a page,
 * and how long a file may be.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  AGAINST_THE_ORDER,
  IN_A_CIRCLE,
  KNOWS_A_PAGE,
  LONGEST_FILE,
  MAX_COMMENT_COLUMNS,
  MAY_IMPORT,
  ORDER_WITHIN,
  SPEAKS_TO_BROWSER,
} from './architecture.rules.ts';
import { cyclesIn, importsIn } from './import-graph.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

function sources(dir: string): string[] {
  return readdirSync(join(ROOT, dir)).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

const files = ['lib', 'components'].flatMap(sources);
const OF_A_PAGE =
  /\bwindow\.|\bdocument\??\.(?:body|documentElement|title|create|query|get)|\b(?:HTML\w*Element|ShadowRoot)\b/;
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const folderOf = (path: string) => (path.startsWith('components/') ? 'components' : (path.split('/')[1] ?? ''));
const elsewhere = (places: readonly string[]) =>
  files.filter((file) => !places.some((place) => file.startsWith(place)));

/** The imports of a file, including those of types. */
const allImportsOf = (file: string): string[] =>
  importsIn(file, textOf(file)).filter((target) => /^(?:lib|components)\//.test(target));
/** Its imports from other folders. */
const importsOf = (file: string): string[] =>
  allImportsOf(file).filter((target) => folderOf(target) !== folderOf(file));

describe('the code', () => {
  it('imports what the rules allow, and the rules allow nothing that is unused', () => {
    const used: Record<string, string[]> = {};
    for (const file of files) (used[folderOf(file)] ??= []).push(...importsOf(file).map(folderOf));
    const once = Object.entries(used).map(([folder, others]) => [folder, [...new Set(others)].sort()]);
    expect(Object.fromEntries(once)).toEqual(MAY_IMPORT);
  });

  // The linter finds circles within a folder.
  it('has no folder that imports one further down', () => {
    const order = Object.keys(MAY_IMPORT);
    const below = Object.entries(MAY_IMPORT).flatMap(([folder, others]) =>
      others.filter((other) => order.indexOf(other) > order.indexOf(folder)).map((other) => `${folder} -> ${other}`),
    );
    expect(below).toEqual([]);
  });

  it.each(Object.entries(ORDER_WITHIN))(
    'has subfolders of lib/%s that import only from those further down',
    (folder, order) => {
      const placeOf = (file: string) => order.indexOf(file.split('/')[2] ?? '');
      const within = files.filter((file) => file.startsWith(`lib/${folder}/`));
      expect(within.filter((file) => placeOf(file) < 0)).toEqual([]);
      const upwards = within.flatMap((file) =>
        allImportsOf(file)
          .filter((target) => target.startsWith(`lib/${folder}/`) && placeOf(target) < placeOf(file))
          .map((target) => `${file} -> ${target}`),
      );
      expect(upwards.filter((one) => !AGAINST_THE_ORDER.includes(one))).toEqual([]);
    },
  );

  // The linter ignores imports of types.
  it('has no files that import one another in a circle, types included', () => {
    const all = [...files, ...sources('entrypoints')];
    const graph = new Map(all.map((file) => [file, importsIn(file, textOf(file))]));
    const isKnown = (group: string[]) => IN_A_CIRCLE.some((place) => group.every((file) => file.startsWith(place)));
    expect(cyclesIn(graph).filter((group) => !isKnown(group))).toEqual([]);
  });

  it('detects circles of types and across several files', () => {
    const graph = new Map([
      ['a.ts', importsIn('a.ts', "import type { B } from './b.ts';")],
      ['b.ts', importsIn('b.ts', "export { c } from './c.ts';")],
      ['c.ts', importsIn('c.ts', "const a = await import('./a.ts');\nimport { d } from './d.ts';")],
      ['d.ts', []],
    ]);
    expect(cyclesIn(graph)).toEqual([['a.ts', 'b.ts', 'c.ts']]);
  });

  it('has comments within 100 columns', () => {
    const long = ['lib', 'components', 'entrypoints', 'test'].flatMap(sources).flatMap((file) =>
      textOf(file)
        .split('\n')
        .filter((line) => /^\s*(?:\/\/|\/?\*+(?:\s|$))/.test(line) && line.length > MAX_COMMENT_COLUMNS)
        .map((line) => `${file}: ${line}`),
    );
    expect(long).toEqual([]);
  });

  it('waits for events in browser tests, and gives the reason for each fixed pause', () => {
    const unexplained = sources('test/e2e').flatMap((file) => {
      const lines = textOf(file).split('\n');
      return lines.flatMap((line, n) =>
        /^\s*(?:if \(.*\) )?await pause\(/.test(line) && !/^\s*(?:\/\/|.*\*\/$)/.test(lines[n - 1] ?? '')
          ? `${file}:${n + 1}`
          : [],
      );
    });
    expect(unexplained).toEqual([]);
  });

  it("uses the browser's API only in few folders", () => {
    expect(elsewhere(SPEAKS_TO_BROWSER).filter((file) => textOf(file).includes("from 'wxt/browser'"))).toEqual([]);
  });

  it('uses a page only where one is read or drawn', () => {
    expect(elsewhere(KNOWS_A_PAGE).filter((file) => OF_A_PAGE.test(textOf(file)))).toEqual([]);
  });

  it('has no file over 400 lines', () => {
    const long = [...files, ...sources('entrypoints'), ...sources('test')].filter(
      (file) => textOf(file).split('\n').length > LONGEST_FILE + 1,
    );
    expect(long).toEqual([]);
  });
});
