/** Delays work that nobody waits for until the page is idle. */

/** Milliseconds after which work starts on a page that is never idle. */
const MAX_WAIT_MS = 2000;

export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => void requestIdleCallback(() => resolve(), { timeout: MAX_WAIT_MS }));
