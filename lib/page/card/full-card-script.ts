/**
 * Draws full cards in a third script, which the background injects when the first one is opened:
 * most pages only ever show glances. It draws the whole card with a Preact of its own, so nothing
 * has to be shared.
 */
import type { Drawing } from './card-host.ts';

export interface FullCardScript {
  drawing: Drawing;
}

const KEY = Symbol.for('tradegloss.full-card-script');
const world = globalThis as { [KEY]?: FullCardScript | undefined };

export const publishFullCardScript = (script: FullCardScript): void => {
  world[KEY] = script;
};

/** The script, if it has run here. */
export const fullCardScript = (): FullCardScript | null => world[KEY] ?? null;

/** A script that an earlier version left must not draw the cards of this one. */
export const dropFullCardScript = (): void => {
  delete world[KEY];
};
