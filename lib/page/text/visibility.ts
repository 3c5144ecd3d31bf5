/** Tests if a mention is visible, when it is painted, counted or listed. */
import { pointAt } from './collect.ts';
import { parentOrHost, isInDocument, typeOf } from '../dom/safe-dom.ts';
import type { Place } from './place.ts';

/**
 * Called through the prototype, because a form's controls can replace it. Also false if the browser
 * skips a distant element (`content-visibility: auto`): to find out more, Chromium would lay it
 * out. With 20,000 such sections a page then waited 14.5 s for its turn, and 3.0 s without us.
 */
const isShown = (element: Element, visibilityProperty: boolean): boolean =>
  typeof Element.prototype.checkVisibility !== 'function' ||
  Element.prototype.checkVisibility.call(element, { visibilityProperty, contentVisibilityAuto: true });

/** True for an element without its own box, whose text is shown in the box around it. */
export const hasNoBox = (element: Element): boolean => getComputedStyle(element).display === 'contents';

/** The element whose box has the text of an element without one; null if that is not shown. */
function boxAround(element: Element): Element | null {
  let at: Node | null = element;
  while (at && (typeOf(at) !== 1 || hasNoBox(at as Element))) at = parentOrHost(at);
  return at !== element && at && isShown(at as Element, false) ? (at as Element) : null;
}

/** Finds, for one pass, the skipped element around an element that is not shown. */
export class Skipped {
  readonly #known = new Map<Node, Element | null>();

  /**
   * The skipped element around an element that is not shown. It has a box, which is cheap to read.
   */
  around(element: Element): Element | null {
    const passed: Node[] = [];
    let found: Element | null = null;
    for (let at = parentOrHost(element); at; at = parentOrHost(at)) {
      const known = this.#known.get(at);
      if (known !== undefined) {
        found = known;
        break;
      }
      passed.push(at);
      if (typeOf(at) === 1 && isShown(at as Element, false)) {
        found = getComputedStyle(at as Element).contentVisibility === 'auto' ? (at as Element) : null;
        break;
      }
    }
    for (const node of passed) this.#known.set(node, found);
    return found;
  }

  /** The element whose box shows where `element` is; null if there is none. */
  boxed(element: Element): Element | null {
    return isShown(element, false) ? element : (this.around(element) ?? boxAround(element));
  }
}

/** Returns a test that caches its results for one pass, because mentions share parents. */
export function visibility(): (place: Place) => boolean {
  const known = new Map<Element, boolean>();
  /** Caches which blocks are drawn; nothing inside an undrawn block is visible. */
  const drawn = new Map<Node, boolean>();
  const skipped = new Skipped();
  const isDrawn = (container: Node): boolean =>
    isInDocument(container) && (typeOf(container) !== 1 || skipped.boxed(container as Element) !== null);
  const isSeen = (parent: Element): boolean =>
    isInDocument(parent) &&
    (isShown(parent, true) ||
      (!isShown(parent, false) &&
        (skipped.around(parent) !== null ||
          (boxAround(parent) !== null && getComputedStyle(parent).visibility === 'visible'))));
  return (place) => {
    const { container } = place.flow;
    let wasDrawn = drawn.get(container);
    if (wasDrawn === undefined) drawn.set(container, (wasDrawn = isDrawn(container)));
    if (!wasDrawn) return false;
    const parent = pointAt(place.flow, place.start, false).node.parentElement;
    if (!parent) return true;
    let seen = known.get(parent);
    if (seen === undefined) known.set(parent, (seen = isSeen(parent)));
    return seen;
  };
}
