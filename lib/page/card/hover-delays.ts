/** Delays of the hover machine as the settings say. */
import type { Look } from './card-script.ts';
import { DELAYS, type Delays } from './hover-state.ts';

/** A mark that appears under a resting pointer later than this (ms) opens no card. */
export const REST_KNOWN_MS = 1000;
/** A press that takes longer is no click. */
export const CLICK_MS = 500;

/** With a click or an unheld key to open cards, a rest opens nothing. */
export function delaysFor({ openAfter, openOn }: Look, isKeyHeld: boolean): Delays {
  if (openOn === 'click' || (openOn === 'key' && !isKeyHeld)) return { ...DELAYS, open: Infinity, reopen: Infinity };
  const open = openOn === 'key' ? DELAYS.reopen : openAfter;
  return { ...DELAYS, open, reopen: Math.min(DELAYS.reopen, open) };
}
