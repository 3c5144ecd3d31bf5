/**
 * Elements that the browser draws above the whole page, whatever shadow root of the page they are
 * in.
 */
import { above, queryAll, rootOf } from './safe-dom.ts';

const IN_TOP_LAYER = ':popover-open, dialog:modal, :fullscreen';

/** Firefox gives content scripts the closed roots of a page too. */
type WithRoots = Element & { openOrClosedShadowRoot?: ShadowRoot | null };
const rootIn = (element: Element): ShadowRoot | null => (element as WithRoots).openOrClosedShadowRoot ?? null;

function isAround(outer: Element, inner: Element): boolean {
  for (let at: Node | null = inner; at; at = above(at)) if (at === outer) return true;
  return false;
}

/**
 * All elements in the top layer but `ours` and its ancestors. A page can hide the order of the top
 * layer from us (it can stop the events that report it), so any other element counts as one above.
 */
export function othersInTopLayer(document: Document, ours: Element): Element[] {
  const found: Element[] = [];
  const trees: Node[] = [document];
  for (let tree = trees.pop(); tree; tree = trees.pop()) {
    found.push(...queryAll(tree, IN_TOP_LAYER).filter((element) => !isAround(element, ours)));
    for (const element of queryAll(tree, '*')) {
      const root = rootIn(element);
      if (root && element !== ours) trees.push(root);
    }
  }
  return found;
}

/** While a view transition runs, the browser draws pictures of the page above the top layer. */
export function isInViewTransition(document: Document): boolean {
  const root = rootOf(document);
  try {
    return root !== null && Element.prototype.matches.call(root, ':active-view-transition');
  } catch {
    return false;
  }
}
