/** Whether a reader can see a mention: asked for each mention when it is painted, counted or listed. */
import { pointAt } from './collect.ts';
import type { Place } from './marks.ts';

/** Answers are kept for one pass, since mentions share their parents. */
export function visibility(): (place: Place) => boolean {
  const known = new Map<Element, boolean>();
  return (place) => {
    const parent = pointAt(place.flow, place.start, false).node.parentElement;
    if (!parent) return place.flow.container.isConnected;
    let seen = known.get(parent);
    if (seen === undefined) {
      seen = parent.isConnected && (typeof parent.checkVisibility !== 'function' || parent.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }));
      known.set(parent, seen);
    }
    return seen;
  };
}
