/** Work that nobody waits for. */

/** A page that is never idle is read all the same after so long. */
const MAX_WAIT_MS = 2000;

export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => void requestIdleCallback(() => resolve(), { timeout: MAX_WAIT_MS }));
