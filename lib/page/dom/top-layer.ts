/**
 * Finds elements in the top layer, which the browser draws above the whole page, in any shadow
 * root.
 */
import { parentOrHost, queryAll, rootOf } from './safe-dom.ts';

const IN_TOP_LAYER = ':popover-open, dialog:modal, :fullscreen';

/**
 * Firefox also gives content scripts the closed roots of a page:
 * https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot.
 */
type WithRoots = Element & { openOrClosedShadowRoot?: ShadowRoot | null };
const rootIn = (element: Element): ShadowRoot | null => (element as WithRoots).openOrClosedShadowRoot ?? null;

function isAround(outer: Element, inner: Element): boolean {
  for (let at: Node | null = inner; at; at = parentOrHost(at)) if (at === outer) return true;
  return false;
}

/**
 * All elements in the top layer except `ours` and its ancestors. A page can hide the order of the
 * top layer by stopping its events, so every other element counts as above ours.
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

/**
 * True while a view transition runs, when the browser draws pictures of the page above the top
 * layer: https://developer.mozilla.org/docs/Web/CSS/::view-transition.
 */
export function isInViewTransition(document: Document): boolean {
  const root = rootOf(document);
  try {
    return root !== null && Element.prototype.matches.call(root, ':active-view-transition');
  } catch {
    return false;
  }
}
