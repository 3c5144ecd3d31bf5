/** The memory of a browser, for measurements. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Megabytes of a process and its descendants; shared memory counts once. */
export function megabytes(pid: number): number {
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number) as [number, number]);
  const family = new Set([pid]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const [child, parent] of rows) if (family.has(parent)) family.add(child);
  }
  let kilobytes = 0;
  for (const one of family) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // The process has ended.
    }
  }
  return Math.round(kilobytes / 1024);
}
