/**
 * When and where something was written: a hybrid logical clock. A stamp is later than every stamp
 * that its device had seen, even where clocks are wrong, so an edit always wins over what it was
 * made upon.
 *
 * Sixteen characters, compared as text: nine for milliseconds since 1970 and two for a count within
 * one millisecond, both in base 36, then five for the device.
 */
import * as v from 'valibot';

export const Stamp = v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/, 'a stamp is 16 characters'));
export type Stamp = v.InferOutput<typeof Stamp>;

export const DeviceId = v.pipe(v.string(), v.regex(/^[0-9a-z]{5}$/));
export type DeviceId = v.InferOutput<typeof DeviceId>;

const COUNTER_SIZE = 36 ** 2;
const MOST_MS = 36 ** 9 - 1;

const base36 = (n: number, width: number) => n.toString(36).padStart(width, '0');

/** Milliseconds since 1970, as the writing device's clock said. */
export const msOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, 9), 36);
export const deviceOf = (stamp: Stamp): DeviceId => stamp.slice(11);

/**
 * No right clock shows an earlier time. One that was reset to 1970 must not take all that was
 * written since for the future.
 */
const EARLIEST_NOW = Date.UTC(2026, 11, 1);
/**
 * How far ahead of now a stamp may lie: two clocks may each be a year off, in opposite directions,
 * and some weeks more.
 */
const MAX_AHEAD_MS = 800 * 24 * 3600 * 1000;

/**
 * A stamp that no clock can have made by mistake. Nothing could ever be written over it, so it is
 * refused.
 */
export const isTooFarAhead = (stamp: Stamp, now: number): boolean =>
  msOf(stamp) > Math.max(now, EARLIEST_NOW) + MAX_AHEAD_MS;

/**
 * The next stamp of `device`: later than `last` (the latest that it made or saw), at `now` if that
 * is later still.
 */
export function nextStamp(last: Stamp | null, now: number, device: DeviceId): Stamp {
  const ms = Math.max(0, Math.min(Math.trunc(now), MOST_MS));
  if (last === null || ms > msOf(last)) return `${base36(ms, 9)}00${device}`;
  const count = Number.parseInt(last.slice(9, 11), 36) + 1;
  // A device's clock may stop or run behind: then the counter advances, and after it the
  // milliseconds.
  return count < COUNTER_SIZE
    ? `${base36(msOf(last), 9)}${base36(count, 2)}${device}`
    : `${base36(Math.min(msOf(last) + 1, MOST_MS), 9)}00${device}`;
}

export const laterOf = (a: Stamp | null, b: Stamp | null): Stamp | null =>
  a === null ? b : b === null || a > b ? a : b;

/** Five characters that no other device of the user has, as good as surely. `random` in [0, 1). */
export const newDeviceId = (random: () => number): DeviceId =>
  Array.from({ length: 5 }, () => Math.floor(random() * 36).toString(36)).join('');
