/**
 * Styles that show or hide text: a class that a script sets, a sheet that comes or goes. No text changes
 * then, and often no block its place, so this is watched apart. Calls back a few times a second at most.
 */
import { listen, nameOf, queryAll, rootOf } from './dom.ts';

const LOOKS: MutationObserverInit = { attributes: true, attributeFilter: ['class', 'style', 'hidden'], subtree: true };
/** Milliseconds between two calls: pages move things by their style in every frame. */
const CALM = 250;

/** Calls `onChange` in the frame after what `tell` was told, or soon after. */
function calmly(onChange: () => void, signal: AbortSignal): () => void {
  let last = -Infinity;
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    setTimeout(
      () =>
        requestAnimationFrame(() => {
          waits = false;
          last = performance.now();
          if (!signal.aborted) onChange();
        }),
      Math.max(0, last + CALM - performance.now()),
    );
  };
}

/** Watches the attributes of all elements in the trees that it is given; each once. */
export function watchLooks(onChange: () => void, signal: AbortSignal): (trees: readonly Node[]) => void {
  const watched = new WeakSet<Node>();
  const observer = new MutationObserver(calmly(onChange, signal));
  signal.addEventListener('abort', () => observer.disconnect());
  return (trees) => {
    for (const tree of trees) {
      if (watched.has(tree)) continue;
      watched.add(tree);
      observer.observe(tree, LOOKS);
    }
  };
}

/** Watches the sheets of the document. */
export function watchSheets(document: Document, onChange: () => void, signal: AbortSignal): void {
  const tell = calmly(onChange, signal);
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
