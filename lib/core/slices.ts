/** Long work in short slices, so that the page stays responsive. */

/** Milliseconds a slice may take before the page gets its turn. */
const SLICE_MS = 4;
/**
 * Tasks after `scheduler.yield()` run before the page's own timers: after so many milliseconds
 * those get their turn.
 */
const TIMERS_TURN_AFTER_MS = 50;

/** Gives the browser a turn: input and painting come first. */
export function turn(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  return scheduler?.yield ? scheduler.yield() : timersTurn();
}

/** Gives a turn to all that waits already, the page's own timers too. */
const timersTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Work of several stages: what one leaves of a slice goes to the next, so that together they hold
 * the thread no longer than one does.
 */
export function slicesOf(signal: AbortSignal) {
  const now = () => performance.now();
  let until = now() + SLICE_MS;
  let fair = now() + TIMERS_TURN_AFTER_MS;

  /** Yields to the page where the slice is spent. False when the signal is aborted by then. */
  async function rest(): Promise<boolean> {
    if (now() < until) return true;
    if (now() < fair) await turn();
    else {
      await timersTurn();
      fair = now() + TIMERS_TURN_AFTER_MS;
    }
    until = now() + SLICE_MS;
    return !signal.aborted;
  }

  /**
   * Runs `work` to its end, at rest between slices. True when the work is done, false when the
   * signal is aborted.
   */
  async function run(work: Iterator<unknown>): Promise<boolean> {
    while (await rest()) {
      do {
        if (work.next().done) return true;
      } while (now() < until);
    }
    return false;
  }

  return { rest, run };
}

export type Slices = ReturnType<typeof slicesOf>;

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
