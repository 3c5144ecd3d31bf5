/** Checks that paths in the documents exist, and that the front page and the walks stay short. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'lib/README.md',
  'lib/GLOSSARY.md',
  '.github/SECURITY.md',
  '.github/RELEASE.md',
  ...globSync('lib/decisions/*.md', { cwd: ROOT }),
];

describe.each(DOCUMENTS)('%s', (document) => {
  it('links to files that exist', () => {
    const links = [...text(document).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(ROOT, dirname(document), path)))).toEqual([]);
  });

  it('names files and folders that exist', () => {
    const paths = [...text(document).matchAll(/`((?:lib|test|components|entrypoints)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('test/README.md', () => {
  it('names tests and folders that exist', () => {
    const quoted = [...text('test/README.md').matchAll(/`([\w./-]+(?:\.test\.tsx?|\/))`/g)].map(
      ([, path = '']) => path,
    );
    const files = globSync('test/**/*.test.{ts,tsx}', { cwd: ROOT });
    const isThere = (path: string) =>
      existsSync(join(ROOT, 'test', path)) ||
      existsSync(join(ROOT, path)) ||
      files.some((file) => file.endsWith(`/${path}`));
    expect(quoted.length).toBeGreaterThan(100);
    expect(quoted.filter((path) => !isThere(path))).toEqual([]);
  });
});

it('the front page has at most 120 lines', () => {
  expect(text('README.md').split('\n').length).toBeLessThanOrEqual(120);
});

it('lib/README.md describes every folder of lib', () => {
  const folders = globSync('lib/*/', { cwd: ROOT }).map((path) => path.replace(/\/?$/, '/'));
  expect(folders.length).toBeGreaterThan(15);
  expect(folders.filter((path) => !text('lib/README.md').includes(`\`${path}\``) && path !== 'lib/decisions/')).toEqual(
    [],
  );
});

it('each walk of the data names at most ten files', () => {
  const walks = text('lib/README.md').split('## Four walks')[1]?.split('\n### ').slice(1) ?? [];
  expect(walks).toHaveLength(4);
  for (const walk of walks) {
    const files = new Set(walk.match(/`[\w./-]+\.tsx?`/g));
    expect(files.size, walk.split('\n')[0]).toBeGreaterThan(5);
    expect(files.size, walk.split('\n')[0]).toBeLessThanOrEqual(10);
  }
});

it('the list of decisions names every decision', () => {
  const list = text('lib/decisions/README.md');
  for (const path of globSync('lib/decisions/0*.md', { cwd: ROOT })) expect(list).toContain(path.split('/').at(-1));
});

it('no document holds the marks of an unfinished merge', () => {
  const all = globSync('{*.md,.github/**/*.md,lib/**/*.md,test/**/*.md}', { cwd: ROOT });
  expect(all.filter((path) => /^(?:<{7}|={7}$|>{7})/m.test(text(path)))).toEqual([]);
});
