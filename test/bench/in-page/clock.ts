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
