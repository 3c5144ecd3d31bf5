/**
 * Finds which file imports which, including imports of types, which the linter's rule on cycles
 * ignores.
 */
import { dirname, join, normalize } from 'node:path';

/** Each file with the files that it imports, as paths from the root of the project. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

export const importsIn = (file: string, text: string): string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport\()\s*['"](\.[^'"]+)['"]/g)].map(([, path = '']) =>
    normalize(join(dirname(file), path)),
  );

/**
 * Groups of files that import one another in a circle, each sorted. Uses Tarjan's algorithm for
 * strongly connected components.
 */
export function cyclesIn(graph: ImportGraph): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) cycles.push(group.toSorted());
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return cycles.toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}
