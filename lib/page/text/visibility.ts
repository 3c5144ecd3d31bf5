/** Whether a reader can see a mention: asked for each mention when it is painted, counted or listed. */
import { pointAt } from './collect.ts';
import { isInDocument } from '../dom/safe-dom.ts';
import type { Place } from '../marks/highlighter.ts';

/** Called through the prototype, since a form's controls can hide it. */
const isShown = (element: Element): boolean =>
  typeof Element.prototype.checkVisibility !== 'function' ||
  Element.prototype.checkVisibility.call(element, { visibilityProperty: true, contentVisibilityAuto: false });

/** Answers are kept for one pass, since mentions share their parents. */
export function visibility(): (place: Place) => boolean {
  const known = new Map<Element, boolean>();
  return (place) => {
    const parent = pointAt(place.flow, place.start, false).node.parentElement;
    if (!parent) return isInDocument(place.flow.container);
    let seen = known.get(parent);
    if (seen === undefined) {
      seen = isInDocument(parent) && isShown(parent);
      known.set(parent, seen);
    }
    return seen;
  };
}
