/**
 * The mention after or before one; from the top of the window where there is none yet. Goes round
 * at the ends.
 */
import { liveRange } from '../text/place.ts';
import type { PageMention } from './mentions.ts';

export function neighbour(
  all: readonly PageMention[],
  at: PageMention | null,
  forward: boolean,
): PageMention | undefined {
  let index = at ? all.indexOf(at) : -1;
  if (index >= 0) index += forward ? 1 : -1;
  else {
    index = all.findIndex((mention) => (liveRange(mention)?.getBoundingClientRect().bottom ?? -1) > 0);
    if (!forward) index -= 1;
  }
  return all[(index + all.length) % all.length];
}
