/** Whether an update may take the place of what is in use without asking the reader. Pure. */
import type { Verdict } from './minisign.ts';
import type { HeldReason } from './subscription.ts';

/** A list that loses more than this part of its entries is held back. */
const MOST_LOST = 0.2;

export interface Trial {
  /** The reader pinned a key. */
  pinned: boolean;
  /** What the signature says; null where there is none. */
  verdict: Verdict | null;
  /** Null for a list that is not there yet. */
  before: { version: number; size: number } | null;
  version: number;
  /** Entries of the list in use that the update does not have. */
  lost: number;
}

export function reasonsToHold({ pinned, verdict, before, version, lost }: Trial): HeldReason[] {
  const reasons: HeldReason[] = [];
  if (pinned) {
    if (!verdict) reasons.push('unsigned');
    else if (!verdict.ok)
      reasons.push(
        verdict.why === 'other_key' ? 'other_key' : verdict.why === 'bad' ? 'bad_signature' : 'malformed_signature',
      );
  }
  if (before && version < before.version) reasons.push('lower_version');
  if (before && lost > before.size * MOST_LOST) reasons.push('shrunk');
  return reasons;
}

/** Only another try can bring a good signature: such an update is asked for again, the others are kept as they came. */
export const isOfSignature = (reason: HeldReason): boolean => reason !== 'lower_version' && reason !== 'shrunk';
