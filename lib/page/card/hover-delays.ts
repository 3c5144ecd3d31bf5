/** Delays of the hover machine as the settings say. */
import type { Look } from './card-script.ts';
import { DELAYS, type Delays } from './hover-state.ts';

/** Where only a click opens cards, or a key that is not held, a rest opens nothing. */
export function delaysFor({ openAfter, openOn }: Look, isKeyHeld: boolean): Delays {
  if (openOn === 'click' || (openOn === 'key' && !isKeyHeld)) return { ...DELAYS, open: Infinity, reopen: Infinity };
  const open = openOn === 'key' ? DELAYS.reopen : openAfter;
  return { ...DELAYS, open, reopen: Math.min(DELAYS.reopen, open) };
}
