/** How large the built files are that each part of the extension loads, gzipped, against what they may be. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Budget {
  part: string;
  /** Where loading starts, in the folder of a build. */
  entry: string;
  /** kB of 1,000 bytes. */
  most: number;
}

/** What draws cards is a script of its own, which pages that name nothing never load. */
export const BUDGETS: readonly Budget[] = [
  { part: 'content script', entry: 'page.js', most: 40 },
  { part: 'card script', entry: 'card.js', most: 25 },
  { part: 'popup', entry: 'popup.html', most: 60 },
  { part: 'background', entry: 'background.js', most: 60 },
];

const IMPORTED = /(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g;
const LINKED = /(?:src|href)="([^"]+\.(?:js|css))"/g;

/** A file and all that it loads at once, each once. What is loaded on demand is left out. */
export function filesOf(build: string, entry: string): string[] {
  const files = new Set<string>();
  const add = (file: string) => {
    if (files.has(file) || !existsSync(join(build, file))) return;
    files.add(file);
    const text = readFileSync(join(build, file), 'utf8');
    if (file.endsWith('.css')) return;
    for (const [, target = ''] of text.matchAll(file.endsWith('.html') ? LINKED : IMPORTED)) add(target.startsWith('/') ? target.slice(1) : relative(build, join(build, dirname(file), target)));
  };
  add(entry);
  return [...files];
}

/** kB of 1,000 bytes, each file gzipped by itself. */
export function sizeOf(build: string, entry: string): number {
  return filesOf(build, entry).reduce((sum, file) => sum + gzipSync(readFileSync(join(build, file)), { level: 9 }).length, 0) / 1000;
}
