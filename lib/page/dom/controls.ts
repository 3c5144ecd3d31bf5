/** Elements of the page that act on a press themselves: a press on one never opens a card. */
import { closest } from './safe-dom.ts';

const CONTROLS =
  'a[href], button, input, select, textarea, label, summary, [contenteditable], [role="button"], [role="link"]';

export const inControl = (target: EventTarget | null): boolean =>
  target instanceof Element && closest(target, CONTROLS) !== null;
