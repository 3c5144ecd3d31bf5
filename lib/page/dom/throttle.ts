/** Calls that come too often, and calls that nobody would see. */
import { isHidden } from './safe-dom.ts';

/** Pages move things by their style in every frame. */
const THROTTLE_MS = 250;
const DELAY_MS = 1000;

/**
 * Returns a function that calls `call` soon after it was called, and at most once in `interval`
 * milliseconds. By a timer and not by a frame, which an idle page would not draw.
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
 * Returns a function that calls `call` a second after it was called; in a hidden tab, once the user
 * is back (`isBack`).
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
