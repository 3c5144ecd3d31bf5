/** Protects the shape of the house: who imports whom, who knows of a browser and a page, how long a file may be. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  KNOWS_A_PAGE,
  LONGEST_FILE,
  MAY_IMPORT,
  ORDER_WITHIN,
  SPEAKS_TO_BROWSER,
  TABLES,
} from './architecture.rules.ts';

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

/** What a file imports, for types too. */
const allImportsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)]
    .map(([, path = '']) => normalize(join(dirname(file), path)))
    .filter((target) => /^(?:lib|components)\//.test(target));
/** Of other folders. */
const importsOf = (file: string): string[] =>
  allImportsOf(file).filter((target) => folderOf(target) !== folderOf(file));

/** The circle that a file's imports come round in, as a path; null where there is none. */
function circleFrom(file: string, imports: ReadonlyMap<string, readonly string[]>, done: Set<string>): string | null {
  const path: string[] = [];
  const visit = (at: string): string | null => {
    if (path.includes(at)) return [...path.slice(path.indexOf(at)), at].join(' -> ');
    if (done.has(at)) return null;
    path.push(at);
    for (const target of imports.get(at) ?? []) {
      const circle = visit(target);
      if (circle) return circle;
    }
    path.pop();
    done.add(at);
    return null;
  };
  return visit(file);
}

describe('the house', () => {
  it('imports what the rules allow, and the rules allow nothing else', () => {
    const used: Record<string, string[]> = {};
    for (const file of files) (used[folderOf(file)] ??= []).push(...importsOf(file).map(folderOf));
    const once = Object.entries(used).map(([folder, others]) => [folder, [...new Set(others)].sort()]);
    expect(Object.fromEntries(once)).toEqual(MAY_IMPORT);
  });

  // Within a folder the linter looks for circles.
  it('has no folder that imports one below it', () => {
    const order = Object.keys(MAY_IMPORT);
    const below = Object.entries(MAY_IMPORT).flatMap(([folder, others]) =>
      others.filter((other) => order.indexOf(other) > order.indexOf(folder)).map((other) => `${folder} -> ${other}`),
    );
    expect(below).toEqual([]);
  });

  it.each(Object.entries(ORDER_WITHIN))(
    'has subfolders of lib/%s that import only from those below',
    (folder, order) => {
      const placeOf = (file: string) => order.indexOf(file.split('/')[2] ?? '');
      const within = files.filter((file) => file.startsWith(`lib/${folder}/`));
      expect(within.filter((file) => placeOf(file) < 0)).toEqual([]);
      const upwards = within.flatMap((file) =>
        allImportsOf(file)
          .filter((target) => target.startsWith(`lib/${folder}/`) && placeOf(target) < placeOf(file))
          .map((target) => `${file} -> ${target}`),
      );
      expect(upwards).toEqual([]);
    },
  );

  // The linter leaves out what is imported as a type.
  it('has no circle of imports where the order is told, types included', () => {
    const imports = new Map(files.map((file) => [file, allImportsOf(file)]));
    const done = new Set<string>();
    const folders = Object.keys(ORDER_WITHIN);
    const within = files.filter((file) => folders.includes(folderOf(file)));
    expect(within.map((file) => circleFrom(file, imports, done)).filter((circle) => circle !== null)).toEqual([]);
  });

  it('speaks to the browser in few places only', () => {
    expect(elsewhere(SPEAKS_TO_BROWSER).filter((file) => textOf(file).includes("from 'wxt/browser'"))).toEqual([]);
  });

  it('knows of a page only where one is read or drawn', () => {
    expect(elsewhere(KNOWS_A_PAGE).filter((file) => OF_A_PAGE.test(textOf(file)))).toEqual([]);
  });

  it('has no file that nobody would want to read', () => {
    const long = [...files, ...sources('entrypoints'), ...sources('test')].filter(
      (file) => textOf(file).split('\n').length > LONGEST_FILE + 1,
    );
    // A table that got short is no exception any more.
    expect(long).toEqual(TABLES);
  });
});
