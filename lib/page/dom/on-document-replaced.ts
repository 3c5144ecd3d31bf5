/**
 * `document.open()` removes every listener on a document and its window, including ours, and
 * replaces the tree
 * (https://html.spec.whatwg.org/multipage/dynamic-markup-insertion.html#document-open-steps). Code
 * that listens to a document must be started again when its root changes.
 */
import { rootOf } from './safe-dom.ts';

/**
 * Calls `start` now and whenever the document gets another root element. The signal passed to
 * `start` ends with that root or with `signal`.
 */
export function onDocumentReplaced(
  document: Document,
  start: (signal: AbortSignal) => void,
  signal: AbortSignal,
): void {
  let root = rootOf(document);
  let ending = new AbortController();
  start(ending.signal);
  const observer = new MutationObserver(() => {
    const now = rootOf(document);
    if (now === root) return;
    root = now;
    ending.abort();
    ending = new AbortController();
    start(ending.signal);
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    ending.abort();
  });
}
