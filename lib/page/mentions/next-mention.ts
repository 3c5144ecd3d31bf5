/** At the end of a frame: round to its start, or no further; `enter`: from its start or its end. */
export type Way = 'round' | 'go on' | 'enter';

/**
 * The mention after or before one; from the top of the window where there is none yet. Undefined
 * where it is not in this frame.
 */
import { liveRange } from '../text/place.ts';
import type { PageMention } from './mentions.ts';

export function neighbour(
  all: readonly PageMention[],
  at: PageMention | null,
  forward: boolean,
  way: Way,
): PageMention | undefined {
  if (way === 'enter') return all.at(forward ? 0 : -1);
  let index = at ? all.indexOf(at) : -1;
  if (index >= 0) index += forward ? 1 : -1;
  else {
    index = all.findIndex((mention) => (liveRange(mention)?.getBoundingClientRect().bottom ?? -1) > 0);
    if (!forward) index -= 1;
  }
  return all[way === 'round' ? (index + all.length) % all.length : index];
}
