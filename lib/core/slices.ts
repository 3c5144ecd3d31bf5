/** Runs long work in short slices, so that the page stays responsive. */

/** Milliseconds that a slice may take before it yields to the page. */
const SLICE_MS = 4;
/**
 * Milliseconds after which the page's own timers get a turn: continuations of `scheduler.yield()`
 * run before timers.
 */
const TIMERS_TURN_AFTER_MS = 50;

/** Yields to the browser, which handles input and painting first. */
export function yieldToBrowser(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  return scheduler?.yield ? scheduler.yield() : timersTurn();
}

/** Yields to all tasks that already wait, including the page's timers. */
const timersTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Shares slices among the stages of some work: a stage uses what the one before left of a slice, so
 * that together they block no longer than one stage.
 */
export function slicesOf(signal: AbortSignal) {
  const now = () => performance.now();
  let until = now() + SLICE_MS;
  let fair = now() + TIMERS_TURN_AFTER_MS;

  /** Yields if the slice is spent. Returns false if the signal is aborted by then. */
  async function rest(): Promise<boolean> {
    if (now() < until) return true;
    if (now() < fair) await yieldToBrowser();
    else {
      await timersTurn();
      fair = now() + TIMERS_TURN_AFTER_MS;
    }
    until = now() + SLICE_MS;
    return !signal.aborted;
  }

  /**
   * Runs `work` to its end with pauses between slices. Returns false if the signal is aborted
   * before.
   */
  async function run(work: Iterator<unknown>): Promise<boolean> {
    while (await rest()) {
      do {
        if (work.next().done) return true;
      } while (now() < until);
    }
    return false;
  }

  /** As `run`. Resolves to what `work` returns, or undefined if the signal is aborted before. */
  async function resultOf<T>(work: Iterator<unknown, T>): Promise<T | undefined> {
    let step: IteratorResult<unknown, T> | undefined;
    const isDone = await run({ next: () => (step = work.next()) });
    return isDone && step?.done ? step.value : undefined;
  }

  return { rest, run, resultOf };
}

/** Work in slices, and the functions that pause between them. */
export type Slices = ReturnType<typeof slicesOf>;

/** Yields to other work on this thread, such as our other pages. */
export function yieldToOthers(): Promise<void> {
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
