/**
 * True if a user can see a mention: asked for each mention when it is painted, counted or listed.
 */
import { pointAt } from './collect.ts';
import { isInDocument, typeOf } from '../dom/safe-dom.ts';
import type { Place } from './place.ts';

/** Called through the prototype, since a form's controls can hide it. */
const isShown = (element: Element, visibilityProperty: boolean): boolean =>
  typeof Element.prototype.checkVisibility !== 'function' ||
  Element.prototype.checkVisibility.call(element, { visibilityProperty, contentVisibilityAuto: false });

/** Answers are kept for one pass, since mentions share their parents. */
export function visibility(): (place: Place) => boolean {
  const known = new Map<Element, boolean>();
  /** Blocks that are drawn at all: where one is not, nothing in it is. */
  const drawn = new Map<Node, boolean>();
  return (place) => {
    const { container } = place.flow;
    let isDrawn = drawn.get(container);
    if (isDrawn === undefined) {
      isDrawn = isInDocument(container) && (typeOf(container) !== 1 || isShown(container as Node as Element, false));
      drawn.set(container, isDrawn);
    }
    if (!isDrawn) return false;
    const parent = pointAt(place.flow, place.start, false).node.parentElement;
    if (!parent) return true;
    let seen = known.get(parent);
    if (seen === undefined) {
      seen = isInDocument(parent) && isShown(parent, true);
      known.set(parent, seen);
    }
    return seen;
  };
}
