/** Limits calls that come too often, and delays calls whose effect nobody would see. */
import { isHidden } from './safe-dom.ts';

/** Milliseconds between calls; some pages change styles in every frame. */
const THROTTLE_MS = 250;
const DELAY_MS = 1000;

/**
 * Returns a function that calls `call` soon, at most once in `interval` milliseconds. It uses a
 * timer, because an idle page draws no frames.
 */
export function throttle(call: () => void, signal: AbortSignal, interval = THROTTLE_MS): () => void {
  let last = -Infinity;
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    setTimeout(
      () => {
        waits = false;
        last = performance.now();
        if (!signal.aborted) call();
      },
      Math.max(0, last + interval - performance.now()),
    );
  };
}

/**
 * Returns a function that calls `call` a second later or, in a hidden tab, when the user comes back
 * (`isBack`).
 */
export function delayUntilVisible(call: () => void, document: Document, signal: AbortSignal) {
  let waits = false;
  const ring = () => {
    if (!waits || signal.aborted || isHidden(document)) return;
    waits = false;
    call();
  };
  return (isBack = false): void => {
    if (waits === isBack) setTimeout(ring, DELAY_MS);
    waits ||= !isBack;
  };
}
