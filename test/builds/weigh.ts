/** The weight of a built page or script with all files that it needs, in kB gzipped. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The files that a built file refers to: those that load with it or, if `later`, also those that it
 * loads later.
 */
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

export const kB = (folder: string, file: string): number =>
  gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000;

/** The files that count, and their weight together. */
export function weigh(
  folder: string,
  { file, later }: { file: string; later?: boolean | undefined },
): { files: number; kB: number } {
  const files = [...withAllNamed(folder, file, later === true)];
  return { files: files.length, kB: files.reduce((sum, one) => sum + kB(folder, one), 0) };
}
