/**
 * Watches the sheets of a document, by which text is shown or hidden: no text changes then, and
 * often no block its place.
 */
import { headOf, listen, nameOf } from './safe-dom.ts';

export function watchStylesheets(document: Document, onChange: () => void, signal: AbortSignal): void {
  const head = headOf(document);
  const observer = new MutationObserver(onChange);
  if (head) observer.observe(head, { childList: true, characterData: true, subtree: true });
  // A sheet that comes in late.
  listen(document, 'load', ({ target }) => target instanceof Element && nameOf(target) === 'LINK' && onChange(), {
    signal,
    capture: true,
    passive: true,
  });
  signal.addEventListener('abort', () => observer.disconnect());
}
