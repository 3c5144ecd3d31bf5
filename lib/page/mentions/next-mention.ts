/**
 * What to do at the end of a frame: `round` continues at the start, `go on` stops; `enter` starts
 * from the frame's start or end.
 */
export type EndOfFrame = 'round' | 'go on' | 'enter';

/**
 * The visible mention after or before `at`, or from the top of the window. Undefined if there is
 * none in this frame.
 */
import { liveRange } from '../text/place.ts';
import type { PageMention } from './mentions.ts';

export function nextMention(
  all: readonly PageMention[],
  at: PageMention | null,
  forward: boolean,
  way: EndOfFrame,
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
