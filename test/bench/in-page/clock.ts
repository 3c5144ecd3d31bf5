/** Measures time in a page, whose clock has steps of 0.1 ms or more. */

/** Milliseconds of one run, averaged over as many runs as fill `fill` milliseconds. */
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
