/**
 * `document.open()` takes away every listener on a document and its window, ours too, and puts
 * another tree in the place of the old one. Whatever listens to a document is started again when
 * its root changes.
 */
import { rootOf } from './safe-dom.ts';

/**
 * Calls `start` now and whenever the document has another root element; its signal ends with that
 * root, or with `signal`.
 */
export function eachRoot(document: Document, start: (signal: AbortSignal) => void, signal: AbortSignal): void {
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
