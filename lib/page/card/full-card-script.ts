/**
 * The interface of the full card script. The background injects it when the first full card is
 * opened, because most pages only show glances. The script draws the whole card with its own
 * Preact, so that nothing has to be shared.
 */
import type { Drawing } from './card-host.ts';

/** What `full-card.js` offers to the card script. */
export interface FullCardScript {
  drawing: Drawing;
}

const KEY = Symbol.for('tradegloss.full-card-script');
const world = globalThis as { [KEY]?: FullCardScript | undefined };

/** Called by the full card script as it loads. */
export const publishFullCardScript = (script: FullCardScript): void => {
  world[KEY] = script;
};

/** The script, if it has run here. */
export const fullCardScript = (): FullCardScript | null => world[KEY] ?? null;

/** Drops the script of an earlier version, which must not draw the cards of this one. */
export const dropFullCardScript = (): void => {
  delete world[KEY];
};
