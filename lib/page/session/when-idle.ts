/** Puts work off that nobody waits for. */

/** Work on a page that is never idle begins after this time at the latest. */
const MAX_WAIT_MS = 2000;

export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => void requestIdleCallback(() => resolve(), { timeout: MAX_WAIT_MS }));
