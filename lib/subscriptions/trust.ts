/** Decides if an update may replace the version in use without asking the user. Pure. */
import { momentOf } from '../formats/list-format.ts';
import type { Verdict } from './minisign.ts';
import type { HeldReason, Sizes } from './subscription.ts';

/** A list that loses more than this part of its entries, controls or acts is held back. */
const MAX_LOSS = 0.2;
/**
 * The largest step between two versions that are plain numbers. No publisher makes that many
 * releases between two checks.
 */
const MAX_VERSION_STEP = 10_000;
const DAY_MS = 24 * 3600 * 1000;
/** Milliseconds by which a version that is a date may lie ahead of this device's clock. */
const MAX_VERSION_AHEAD_MS = 2 * DAY_MS;

/** What decides whether an update must wait for the user. */
export interface TrustQuestion {
  /** The user pinned a key. */
  pinned: boolean;
  /** The result of checking the signature; null if there is none. */
  verdict: Verdict | null;
  /**
   * Null for a list that is not in use yet. `largest`: of the copies in use within the last 30
   * days.
   */
  before: (Sizes & { version: number; largest: Sizes }) | null;
  now: Sizes & { version: number };
  /** Entries, controls and acts of the copy in use that the update does not have. */
  lost: Sizes;
  /** The time now, in milliseconds since 1970. */
  clock: number;
}

const PARTS = ['size', 'controls', 'acts'] as const;

/**
 * Milliseconds since 1970 of a version that is a date: 20261124, 2026112401, 202611240915, or
 * seconds or milliseconds since 1970.
 */
function momentOfVersion(version: number): number | null {
  const [, year, month, day] = /^(20\d\d)(\d\d)(\d\d)(?:\d\d)?$/.exec(String(version)) ?? [];
  const moment = year === undefined ? Number.NaN : Date.parse(`${year}-${month}-${day}`);
  if (!Number.isNaN(moment)) return moment;
  const minute = momentOf(version);
  if (minute !== null) return minute;
  const since1970 = version < 1e11 ? version * 1000 : version;
  return since1970 > Date.UTC(2015, 0) && since1970 < Date.UTC(2100, 0) ? since1970 : null;
}

/** True for a version so high that every later honest one would be lower and thus held back. */
export function isVersionJump(before: number, version: number, clock: number): boolean {
  const moment = momentOfVersion(version);
  if (moment !== null) return moment > clock + MAX_VERSION_AHEAD_MS;
  return version - before > MAX_VERSION_STEP;
}

/** The reasons to ask the user before an update is put into use; empty if there are none. */
export function reasonsToHold({ pinned, verdict, before, now, lost, clock }: TrustQuestion): HeldReason[] {
  const reasons: HeldReason[] = [];
  if (pinned) {
    if (!verdict) reasons.push('unsigned');
    else if (!verdict.ok)
      reasons.push(
        verdict.why === 'other_key' ? 'other_key' : verdict.why === 'bad' ? 'bad_signature' : 'malformed_signature',
      );
  }
  if (!before) return reasons;
  const { largest } = before;
  if (now.version < before.version) reasons.push('lower_version');
  else if (before.version > 0 && isVersionJump(before.version, now.version, clock)) reasons.push('version_jump');
  if (lost.size > before.size * MAX_LOSS) reasons.push('shrunk');
  if (lost.controls > before.controls * MAX_LOSS || lost.acts > before.acts * MAX_LOSS) reasons.push('law_shrunk');
  // Without this a publisher could empty a list by a fifth at a time without the user being asked.
  if (reasons.length === 0 && PARTS.some((part) => now[part] < largest[part] * (1 - MAX_LOSS))) reasons.push('drained');
  return reasons;
}

const OF_CONTENT: ReadonlySet<HeldReason> = new Set([
  'lower_version',
  'version_jump',
  'shrunk',
  'law_shrunk',
  'drained',
]);

/**
 * True for reasons that concern the signature. Such an update is fetched again, since only a new
 * download can have a good signature. Updates held for other reasons stay staged.
 */
export const isOfSignature = (reason: HeldReason): boolean => !OF_CONTENT.has(reason);

/** Days for which the size of a replaced copy is remembered. */
const REMEMBERED_DAYS = 30;

const largerOf = (a: Sizes, b: Sizes): Sizes => ({
  size: Math.max(a.size, b.size),
  controls: Math.max(a.controls, b.controls),
  acts: Math.max(a.acts, b.acts),
});

/** `day`: days since 1970. */
export type PastSizes = readonly (Sizes & { day: number })[];

const recent = (past: PastSizes, clock: number): PastSizes =>
  past.filter(({ day }) => Math.abs(clock / DAY_MS - day) <= REMEMBERED_DAYS);

/** The largest sizes of the list in the last 30 days. */
export const largestOf = (current: Sizes, past: PastSizes, clock: number): Sizes =>
  recent(past, clock).reduce<Sizes>(largerOf, current);

/** Adds the size of the copy that was in use. Of each day only the largest is kept. */
export function rememberSize(past: PastSizes, { size, controls, acts }: Sizes, clock: number): PastSizes {
  const day = Math.floor(clock / DAY_MS);
  const same = past.find((one) => one.day === day);
  const others = recent(past, clock).filter((one) => one !== same);
  return [...others, { day, ...largerOf({ size, controls, acts }, same ?? { size: 0, controls: 0, acts: 0 }) }];
}
