/**
 * Styles that show or hide the whole page: many sites keep it unseen until their scripts have run, by a
 * class of `html` or `body` or by a sheet that they take away again. No text changes then, and no block
 * its place, so this is watched apart. Calls back once a frame at most.
 */
import { bodyOf, listen, nameOf, queryAll, rootOf } from './dom.ts';

const STYLING = ['class', 'style', 'hidden'];

export function watchStyling(document: Document, onChange: () => void, signal: AbortSignal): void {
  let frame = 0;
  const tell = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted) onChange();
    });
  };
  const root = rootOf(document);
  let body: Element | null = null;
  const observer = new MutationObserver((records) => {
    // A body that came later, or in the place of another. Our own host comes and goes there too.
    if (bodyOf(document) !== body) watch();
    else if (records.every(({ type, target }) => type === 'childList' && target === root)) return;
    tell();
  });
  const watch = () => {
    observer.disconnect();
    body = bodyOf(document);
    if (root) observer.observe(root, { attributes: true, attributeFilter: STYLING, childList: true });
    if (body) observer.observe(body, { attributes: true, attributeFilter: STYLING });
    const [head] = root ? queryAll(root, ':scope > head') : [];
    if (head) observer.observe(head, { childList: true });
  };
  watch();
  // A sheet that comes in late.
  listen(document, 'load', ({ target }) => target instanceof Element && nameOf(target) === 'LINK' && tell(), { signal, capture: true, passive: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
}
