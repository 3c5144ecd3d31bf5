/**
 * Styles that show or hide the whole page: many sites keep it unseen until their scripts have run, by a
 * class of `html` or `body` or by a sheet that they take away again. No text changes then, and no block
 * its place, so this is watched apart. Calls back once a frame at most.
 */
import { bodyOf, listen, nameOf, rootOf } from './dom.ts';

const STYLING = ['class', 'style', 'hidden'];

export function watchStyling(document: Document, onChange: () => void, signal: AbortSignal): void {
  let frame = 0;
  const tell = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted) onChange();
    });
  };
  const observer = new MutationObserver(tell);
  for (const element of [rootOf(document), bodyOf(document)]) if (element) observer.observe(element, { attributes: true, attributeFilter: STYLING });
  const head = rootOf(document)?.querySelector(':scope > head');
  if (head) observer.observe(head, { childList: true });
  // A sheet that comes in late.
  listen(document, 'load', ({ target }) => target instanceof Element && nameOf(target) === 'LINK' && tell(), { signal, capture: true, passive: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
}
