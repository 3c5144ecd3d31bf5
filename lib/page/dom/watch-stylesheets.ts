/**
 * Watches the style sheets of a document, which can show or hide text without any change of text.
 */
import { headOf, listen, nameOf } from './safe-dom.ts';

export function watchStylesheets(document: Document, onChange: () => void, signal: AbortSignal): void {
  const head = headOf(document);
  const observer = new MutationObserver(onChange);
  if (head) observer.observe(head, { childList: true, characterData: true, subtree: true });
  // A style sheet has loaded.
  listen(document, 'load', ({ target }) => target instanceof Element && nameOf(target) === 'LINK' && onChange(), {
    signal,
    capture: true,
    passive: true,
  });
  signal.addEventListener('abort', () => observer.disconnect());
}
