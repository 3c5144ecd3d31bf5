/** Computes when a list is checked next. Pure; times in milliseconds. */
import type { CheckState } from './subscription.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MIN_RETRY_MS = 15 * MINUTE_MS;
const MAX_RETRY_MS = 24 * HOUR_MS;
/** Spreads the checks of different users by a tenth of the interval in either direction. */
const JITTER = 0.2;

const withJitter = (ms: number, random: number) => ms * (1 - JITTER / 2 + JITTER * random);

/** The next check after a successful one. `expires` is in hours. */
export const afterSuccess = (now: number, expires: number, random: number): number =>
  Math.round(now + withJitter(Math.max(1, expires) * HOUR_MS, random));

/** The next check after the `failures`th failure in a row; never earlier than the server asked. */
export function afterFailure(now: number, failures: number, retryAfter: number | null, random: number): number {
  const wait = Math.min(MAX_RETRY_MS, MIN_RETRY_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(now + Math.max(withJitter(wait, random), Math.min(retryAfter ?? 0, 7 * MAX_RETRY_MS)));
}

/** More than the longest interval that a list may state (a year) with its spread. */
const MAX_AHEAD_MS = 410 * 24 * HOUR_MS;

/**
 * True if the check is due. It is also due if the clock was set back: then the next check is
 * further ahead than any interval allows, or the last check is in the future.
 */
export function isDue({ nextCheck, lastChecked }: Pick<CheckState, 'nextCheck' | 'lastChecked'>, now: number): boolean {
  return nextCheck <= now || nextCheck > now + MAX_AHEAD_MS || (lastChecked !== null && lastChecked > now + HOUR_MS);
}

/** The time of the next alarm: the soonest check, but at least a short while from now. */
export function wakeAt(states: readonly Pick<CheckState, 'nextCheck' | 'lastChecked'>[], now: number): number | null {
  if (states.length === 0) return null;
  const soonest = Math.min(...states.map((state) => (isDue(state, now) ? now : state.nextCheck)));
  return Math.max(soonest, now + MINUTE_MS);
}

/** Minutes after which an update is resumed if its context was killed. */
export const RESUME_MINUTES = 15;

/**
 * True if the alarm that is set would ring too late or never: the browser lost it with the session,
 * or the clock was set back since. An alarm that resumes an update may ring a little after the
 * check is due.
 */
export const isAlarmWrong = (rings: number | undefined, wake: number, now: number): boolean =>
  rings === undefined || rings > Math.max(wake, now + RESUME_MINUTES * MINUTE_MS);
