/** Protects the shape of the house: who imports whom, who speaks to the browser, how long a file may be. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LONGEST_FILE, MAY_IMPORT, MAY_USE_BROWSER, TABLES } from './architecture.rules.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

function sources(dir: string): string[] {
  return readdirSync(join(ROOT, dir)).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

const files = ['lib', 'components', 'entrypoints'].flatMap(sources);
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const folderOf = (file: string) => (file.startsWith('components/') ? 'components' : (file.split('/')[1] ?? ''));

/** Files that a file imports at run time or for types, within the project. */
function importsOf(file: string, typesToo: boolean): string[] {
  return [...textOf(file).matchAll(/^\s*(import|export)\s+(type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]/gm)].flatMap(
    ([, , type, path = '']) => {
      if (type && !typesToo) return [];
      const target = normalize(join(dirname(file), path.replace(/\?.*$/, '')));
      return /\.tsx?$/.test(target) ? [relative('.', target)] : [];
    },
  );
}

describe('the house', () => {
  it('imports only what the rules allow', () => {
    const broken = files
      .filter((file) => !file.startsWith('entrypoints/'))
      .flatMap((file) =>
        importsOf(file, true)
          .filter(
            (target) => folderOf(target) !== folderOf(file) && !MAY_IMPORT[folderOf(file)]?.includes(folderOf(target)),
          )
          .map((target) => `${file} -> ${target}`),
      );
    expect(broken).toEqual([]);
  });

  it('speaks to the browser in few places only', () => {
    const broken = files.filter(
      (file) =>
        /from 'wxt\/browser'/.test(textOf(file)) &&
        !file.startsWith('entrypoints/') &&
        !MAY_USE_BROWSER.some((allowed) => allowed.test(file)),
    );
    expect(broken).toEqual([]);
  });

  it('has no circle of imports', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (state.get(file) === 'open') circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (state.has(file)) return;
      state.set(file, 'open');
      for (const target of importsOf(file, false)) if (files.includes(target)) visit(target, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('has no file that nobody would want to read', () => {
    const long = [...files, ...sources('test')].filter((file) => textOf(file).split('\n').length > LONGEST_FILE + 1);
    // A table that got short is no exception any more.
    expect(long).toEqual(TABLES);
  });
});
