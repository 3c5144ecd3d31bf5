/** Recognises controls of the page: a press on a control never opens a card. */
import { closest } from './safe-dom.ts';

const CONTROLS =
  'a[href], button, input, select, textarea, label, summary, [contenteditable], [role="button"], [role="link"]';

export const inControl = (target: EventTarget | null): boolean =>
  target instanceof Element && closest(target, CONTROLS) !== null;
