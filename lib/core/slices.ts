/** Long work in short slices, so that the page stays responsive. */

/** Milliseconds a slice may take before the page gets its turn. */
const SLICE = 4;
/** What goes on after `scheduler.yield()` goes before the page's own timers: they get their turn after so many milliseconds. */
const FAIR = 50;

/** Gives the browser a turn: input and painting come first. */
export function turn(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  return scheduler?.yield ? scheduler.yield() : timersTurn();
}

/** Gives a turn to all that waits already, the page's own timers too. */
const timersTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Runs `work` to its end, pausing after `budget` milliseconds of it each time. Calls `between` after
 * each pause and stops when that returns false or `signal` is aborted. True when the work is done.
 */
export async function inSlices(
  work: Iterator<unknown>,
  { signal, budget = SLICE, between }: { signal: AbortSignal; budget?: number; between?: () => boolean },
): Promise<boolean> {
  let fair = performance.now() + FAIR;
  for (;;) {
    const until = performance.now() + budget;
    do {
      if (work.next().done) return true;
    } while (performance.now() < until);
    if (performance.now() < fair) await turn();
    else {
      await timersTurn();
      fair = performance.now() + FAIR;
    }
    if (signal.aborted || between?.() === false) return false;
  }
}

/** Lets others that share this thread have their turn, our other pages among them. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const done = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', done, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
