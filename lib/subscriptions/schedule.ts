/** Computes when a list is checked next. Pure; times in milliseconds. */
import type { CheckState } from './subscription.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MIN_RETRY_MS = 15 * MINUTE_MS;
const MAX_RETRY_MS = 24 * HOUR_MS;
/** Checks of different users spread over a tenth of the interval to each side. */
const JITTER = 0.2;

const spread = (ms: number, random: number) => ms * (1 - JITTER / 2 + JITTER * random);

/** After a check that went well. `expires` in hours. */
export const afterSuccess = (now: number, expires: number, random: number): number =>
  Math.round(now + spread(Math.max(1, expires) * HOUR_MS, random));

/** After the `failures`th failed check in a row; never before the server said. */
export function afterFailure(now: number, failures: number, retryAfter: number | null, random: number): number {
  const wait = Math.min(MAX_RETRY_MS, MIN_RETRY_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(now + Math.max(spread(wait, random), Math.min(retryAfter ?? 0, 7 * MAX_RETRY_MS)));
}

/** Longer than the longest interval that a list may state (a year) with its spread. */
const MAX_AHEAD_MS = 410 * 24 * HOUR_MS;

/**
 * True if it is time. A check that lies further ahead than any interval allows, or a last one that
 * lies ahead of now, was written by a clock that has since been set back: then it is time.
 */
export function isDue({ nextCheck, lastChecked }: Pick<CheckState, 'nextCheck' | 'lastChecked'>, now: number): boolean {
  return nextCheck <= now || nextCheck > now + MAX_AHEAD_MS || (lastChecked !== null && lastChecked > now + HOUR_MS);
}

/** The time of the next alarm: that of the soonest check, and not before a short while from now. */
export function wakeAt(states: readonly Pick<CheckState, 'nextCheck' | 'lastChecked'>[], now: number): number | null {
  if (states.length === 0) return null;
  const soonest = Math.min(...states.map((state) => (isDue(state, now) ? now : state.nextCheck)));
  return Math.max(soonest, now + MINUTE_MS);
}

/** After so many minutes an update is resumed whose context was killed. */
export const RESUME_MINUTES = 15;

/**
 * True if the alarm that is set would ring too late, or never: it went with a session, or was set
 * by a clock that has since been set back. One that takes an update up again may ring a little
 * after the check is due.
 */
export const isAmiss = (rings: number | undefined, wake: number, now: number): boolean =>
  rings === undefined || rings > Math.max(wake, now + RESUME_MINUTES * MINUTE_MS);
