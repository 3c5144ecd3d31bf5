/** Computes the time of the next exchange. Pure; the background sets an alarm for it. */
import { ReplicaError } from './remote.ts';
import type { SyncChoice, ExchangeState } from './sync-settings.ts';

const MINUTE_MS = 60_000;
/** Intervals without changes. The browser reports changes automatically; a server must be asked. */
const QUIET = { off: Infinity, browser: 60 * MINUTE_MS, webdav: 10 * MINUTE_MS } as const;
const MAX_WAIT_MS = 6 * 60 * MINUTE_MS;

/**
 * Milliseconds to wait after a change by the user. Several edits then go out together, since
 * `storage.sync` limits the number of writes.
 */
export const AFTER_CHANGE_MS = 4_000;

/** Milliseconds from `now`; Infinity if only an action of the user leads to an exchange. */
export function nextExchange(choice: SyncChoice, state: ExchangeState, now: number): number {
  if (choice.engine === 'off' || state.asked.length) return Infinity;
  const quiet = QUIET[choice.engine];
  let wait = quiet;
  if (state.fault !== null)
    wait = new ReplicaError(state.fault).passes
      ? Math.min(MAX_WAIT_MS, MINUTE_MS * 2 ** Math.min(state.failures - 1, 10))
      : MAX_WAIT_MS;
  // If the clock was set back, the exchange must not be delayed for long.
  const since = Math.max(0, now - (state.tried ?? 0));
  return Math.max(0, Math.min(wait, wait - since));
}
