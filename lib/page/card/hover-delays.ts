/** Delays of the hover machine as the settings say. */
import type { Look } from './card-script.ts';
import { DELAYS, type Delays } from './hover-state.ts';

/** Milliseconds after which a resting pointer has found nothing. */
export const REST_KNOWN_MS = 1000;
/** Milliseconds for which a card waits for words that the page took away. */
export const LOST_WORDS_MS = 3000;
/** A press that takes longer is no click. */
export const CLICK_MS = 500;

/** With a click or an unheld key to open cards, a rest opens nothing. */
export function delaysFor({ openAfter, openOn }: Look, isKeyHeld: boolean): Delays {
  if (openOn === 'click' || (openOn === 'key' && !isKeyHeld)) return { ...DELAYS, open: Infinity, reopen: Infinity };
  const open = openOn === 'key' ? DELAYS.reopen : openAfter;
  return { ...DELAYS, open, reopen: Math.min(DELAYS.reopen, open) };
}
