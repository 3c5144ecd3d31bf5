/**
 * Styles that show or hide text: a class that a script sets, a sheet that comes or goes. No text changes
 * then, and often no block its place, so this is looked at apart, a few times a second at most.
 */
import { isHidden, listen, nameOf, queryAll, rootOf } from './dom/safe-dom.ts';

/** Milliseconds between two calls: pages move things by their style in every frame. */
const CALM = 250;

/** Calls `onChange` after it was told, or soon after: in no frame of its own, which a page that stands still would not draw. */
export function calmly(onChange: () => void, signal: AbortSignal, calm = CALM): () => void {
  let last = -Infinity;
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    setTimeout(
      () => {
        waits = false;
        last = performance.now();
        if (!signal.aborted) onChange();
      },
      Math.max(0, last + calm - performance.now()),
    );
  };
}

/** Milliseconds until mentions are counted again. */
const LATER = 1000;

/** Calls a while after it was told; what comes due in a hidden tab waits until the reader is back. */
export function later(call: () => void, document: Document, signal: AbortSignal) {
  let waits = false;
  const ring = () => {
    if (!waits || signal.aborted || isHidden(document)) return;
    waits = false;
    call();
  };
  return (isBack = false): void => {
    if (waits === isBack) setTimeout(ring, LATER);
    waits ||= !isBack;
  };
}

/** Watches the sheets of the document. */
export function watchSheets(document: Document, tell: () => void, signal: AbortSignal): void {
  const root = rootOf(document);
  const [head] = root ? queryAll(root, ':scope > head') : [];
  const observer = new MutationObserver(tell);
  if (head) observer.observe(head, { childList: true, characterData: true, subtree: true });
  // A sheet that comes in late.
  listen(document, 'load', ({ target }) => target instanceof Element && nameOf(target) === 'LINK' && tell(), {
    signal,
    capture: true,
    passive: true,
  });
  signal.addEventListener('abort', () => observer.disconnect());
}
