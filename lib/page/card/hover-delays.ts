/** The delays of the hover state machine under the user's settings. */
import type { CardLook } from './card-script.ts';
import { DELAYS, type Delays } from './hover-state.ts';

/** Milliseconds within which a mark that appears under a resting pointer still opens its card. */
export const REST_KNOWN_MS = 1000;
/** Milliseconds of the longest press that counts as a click. */
export const CLICK_MS = 500;

/** A resting pointer opens nothing if cards open on click, or on a key that is not held. */
export function delaysFor({ openAfter, openOn }: CardLook, isKeyHeld: boolean): Delays {
  if (openOn === 'click' || (openOn === 'key' && !isKeyHeld)) return { ...DELAYS, open: Infinity, reopen: Infinity };
  const open = openOn === 'key' ? DELAYS.reopen : openAfter;
  return { ...DELAYS, open, reopen: Math.min(DELAYS.reopen, open) };
}
