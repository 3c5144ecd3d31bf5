/** Protects what a browser has to read before anything is seen: the built files keep within their budgets. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { BROWSERS } from '../../lib/publish/browsers.ts';
import { BUDGETS } from './budgets.ts';

/** Files that a built file names: what has to be there with it, or also what it loads later. */
function namedIn(folder: string, file: string, later: boolean): string[] {
  const text = readFileSync(join(folder, file), 'utf8');
  const paths = file.endsWith('.html')
    ? [...text.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path)
    : [
        ...text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g),
        ...(later ? text.matchAll(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g) : []),
      ].map(([, path = '']) => join(dirname(file), path));
  return paths.filter((path) => existsSync(join(folder, path)));
}

function withAllNamed(folder: string, file: string, later: boolean, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const path of namedIn(folder, file, later)) withAllNamed(folder, path, later, seen);
  return seen;
}

const kB = (folder: string, files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000, 0);

it.each(BROWSERS.flatMap((browser) => BUDGETS.map((budget) => ({ ...budget, browser }))))(
  '$browser: $what',
  ({ browser, file, goal, reached, later }) => {
    const folder = fileURLToPath(new URL(`../../.output/${browser}-mv3`, import.meta.url));
    const files = withAllNamed(folder, file, later === true);
    // A page whose files were not found would weigh nothing.
    if (file.endsWith('.html')) expect(files.size).toBeGreaterThan(3);
    expect(kB(folder, files)).toBeLessThanOrEqual(reached ?? goal);
  },
);
