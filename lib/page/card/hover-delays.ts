/** Delays of the hover machine as the settings say. */
import type { Look } from './card-script.ts';
import { DELAYS, type Delays } from './hover-state.ts';

/** With a click or an unheld key to open cards, a rest opens nothing. */
export function delaysFor({ openAfter, openOn }: Look, isKeyHeld: boolean): Delays {
  if (openOn === 'click' || (openOn === 'key' && !isKeyHeld)) return { ...DELAYS, open: Infinity, reopen: Infinity };
  const open = openOn === 'key' ? DELAYS.reopen : openAfter;
  return { ...DELAYS, open, reopen: Math.min(DELAYS.reopen, open) };
}
