/**
 * The time and the device of a write: a hybrid logical clock. A stamp is later than every stamp
 * that its device had seen, even if clocks are wrong, so an edit always wins over the value that it
 * replaced.
 *
 * A stamp has sixteen characters and is compared as text: nine for milliseconds since 1970 and two
 * for a counter within one millisecond, both in base 36, then five for the device.
 */
import * as v from 'valibot';

export const Stamp = v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/, 'a stamp is 16 characters'));
export type Stamp = v.InferOutput<typeof Stamp>;

/** Drawn at random on the first write of a device. */
export const DeviceId = v.pipe(v.string(), v.regex(/^[0-9a-z]{5}$/));
export type DeviceId = v.InferOutput<typeof DeviceId>;

const COUNTER_SIZE = 36 ** 2;
const MAX_MS = 36 ** 9 - 1;

const base36 = (n: number, width: number) => n.toString(36).padStart(width, '0');

/** Milliseconds since 1970 by the writing device's clock. */
export const msOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, 9), 36);
/** The device is the end of a stamp. */
export const deviceOf = (stamp: Stamp): DeviceId => stamp.slice(11);

/**
 * No correct clock shows an earlier time. A clock that was reset to 1970 must not make all existing
 * stamps count as future ones.
 */
const EARLIEST_NOW = Date.UTC(2026, 11, 1);
/**
 * Milliseconds by which a stamp may lie ahead of now: two clocks may each be a year off in opposite
 * directions, plus some weeks.
 */
const MAX_AHEAD_MS = 800 * 24 * 3600 * 1000;

/**
 * True for a stamp so far ahead that no clock makes it by mistake. No later write could replace it,
 * so it is refused.
 */
export const isTooFarAhead = (stamp: Stamp, now: number): boolean =>
  msOf(stamp) > Math.max(now, EARLIEST_NOW) + MAX_AHEAD_MS;

/**
 * The next stamp of `device`: later than `last` (the latest that it made or saw), and at `now` if
 * `now` is later still.
 */
export function nextStamp(last: Stamp | null, now: number, device: DeviceId): Stamp {
  const ms = Math.max(0, Math.min(Math.trunc(now), MAX_MS));
  if (last === null || ms > msOf(last)) return `${base36(ms, 9)}00${device}`;
  const count = Number.parseInt(last.slice(9, 11), 36) + 1;
  // A device's clock may stop or run behind. Then the counter increases; when it is full, the
  // milliseconds increase.
  return count < COUNTER_SIZE
    ? `${base36(msOf(last), 9)}${base36(count, 2)}${device}`
    : `${base36(Math.min(msOf(last) + 1, MAX_MS), 9)}00${device}`;
}

/** The later of two stamps; null is earlier than any. */
export const laterOf = (a: Stamp | null, b: Stamp | null): Stamp | null =>
  a === null ? b : b === null || a > b ? a : b;

/**
 * Five characters that almost certainly no other device of the user has. `random` returns numbers
 * in [0, 1).
 */
export const newDeviceId = (random: () => number): DeviceId =>
  Array.from({ length: 5 }, () => Math.floor(random() * 36).toString(36)).join('');
