/** Computes when to exchange next. Pure; the background turns the result into an alarm. */
import { ReplicaError } from './remote.ts';
import type { Choice, ExchangeState } from './sync-settings.ts';

const MINUTE_MS = 60_000;
/** Intervals without changes: the browser reports changes by itself, a server has to be polled. */
const QUIET = { off: Infinity, browser: 60 * MINUTE_MS, webdav: 10 * MINUTE_MS } as const;
const MAX_WAIT_MS = 6 * 60 * MINUTE_MS;

/**
 * After a change of the user's own, in milliseconds: a few edits go together, and `storage.sync`
 * takes few writes.
 */
export const AFTER_CHANGE_MS = 4_000;

/** Milliseconds from `now`; Infinity if only an action of the user leads to an exchange. */
export function nextExchange(choice: Choice, state: ExchangeState, now: number): number {
  if (choice.engine === 'off' || state.asked.length) return Infinity;
  const quiet = QUIET[choice.engine];
  let wait = quiet;
  if (state.fault !== null)
    wait = new ReplicaError(state.fault).passes
      ? Math.min(MAX_WAIT_MS, MINUTE_MS * 2 ** Math.min(state.failures - 1, 10))
      : MAX_WAIT_MS;
  // A clock that was set back must not put it off for long.
  const since = Math.max(0, now - (state.tried ?? 0));
  return Math.max(0, Math.min(wait, wait - since));
}
