/** Timing inside a page, whose clock steps by 0.1 ms or more. */

/** Milliseconds one run takes, from as many as fill `fill` milliseconds of clock. */
export function perRun(run: () => unknown, fill = 50): number {
  let runs = 0;
  const from = performance.now();
  let now = from;
  do {
    run();
    runs++;
    now = performance.now();
  } while (now - from < fill);
  return (now - from) / runs;
}

/** `count` such figures, after one run that is not counted. */
export function samples(run: () => unknown, count: number, fill?: number): number[] {
  perRun(run, fill);
  return Array.from({ length: count }, () => perRun(run, fill));
}

/** For work that has to be undone before the next run: only the work itself is timed. */
export function samplesWithUndo(run: () => unknown, undo: () => void, count: number): number[] {
  const all: number[] = [];
  for (let k = 0; k <= count; k++) {
    const from = performance.now();
    run();
    all.push(performance.now() - from);
    undo();
  }
  return all.slice(1);
}
