/** Protects the shape of the house: who imports whom, who knows of a browser and a page, how long a file may be. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KNOWS_A_PAGE, LONGEST_FILE, MAY_IMPORT, SPEAKS_TO_BROWSER, TABLES } from './architecture.rules.ts';

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

/** What a file imports of other folders, for types too. */
const importsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)]
    .map(([, path = '']) => normalize(join(dirname(file), path)))
    .filter((target) => /^(?:lib|components)\//.test(target) && folderOf(target) !== folderOf(file));

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
