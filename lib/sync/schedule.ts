/** When to exchange next. Pure; the background turns it into an alarm. */
import { ReplicaError } from './remote.ts';
import type { Choice, ExchangeState } from './sync-settings.ts';

const A_MINUTE = 60_000;
/** With nothing to say: the browser tells of news by itself, a server has to be asked. */
const QUIET = { off: Infinity, browser: 60 * A_MINUTE, webdav: 10 * A_MINUTE } as const;
const MOST = 6 * 60 * A_MINUTE;

/**
 * After a change of the user's own, in milliseconds: a few edits go together, and `storage.sync`
 * takes few writes.
 */
export const AFTER_CHANGE = 4_000;

/** Milliseconds from `now`; Infinity for: when the user says something. */
export function nextExchange(choice: Choice, state: ExchangeState, now: number): number {
  if (choice.engine === 'off' || state.asked.length) return Infinity;
  const quiet = QUIET[choice.engine];
  let wait = quiet;
  if (state.fault !== null)
    wait = new ReplicaError(state.fault).passes
      ? Math.min(MOST, A_MINUTE * 2 ** Math.min(state.failures - 1, 10))
      : MOST;
  // A clock that was set back must not put it off for long.
  const since = Math.max(0, now - (state.tried ?? 0));
  return Math.max(0, Math.min(wait, wait - since));
}
