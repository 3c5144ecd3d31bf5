/** Places of words in a page, and ranges over them. */
import { isInDocument, newRange } from '../dom/safe-dom.ts';
import { pointAt } from './collect.ts';
import type { Flow } from './flow.ts';

/** The place of one mention in the page. */
export interface Place {
  flow: Flow;
  start: number;
  end: number;
}

/** A range over a place, as it was read. */
export function staticRange({ flow, start, end }: Place): StaticRange {
  const from = pointAt(flow, start, false);
  const to = pointAt(flow, end, true);
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

/**
 * A single live range, because each slows down all changes of the page until it is garbage
 * collected.
 */
let shared: Range | null = null;

/** Returns a shared live range for measuring; the next call overwrites it. Do not keep it. */
export function liveRange({ flow, start, end }: Place): Range | null {
  const from = pointAt(flow, start, false);
  const to = pointAt(flow, end, true);
  // The text may have become shorter since it was read.
  if (from.offset > from.node.length || to.offset > to.node.length) return null;
  shared ??= newRange(document);
  shared.setStart(from.node, from.offset);
  shared.setEnd(to.node, to.offset);
  return shared;
}

/**
 * True if the words of a place are unchanged in a single text node, so that a range over them is
 * right whatever changed around them.
 */
export function isIntact({ flow, start, end }: Place): boolean {
  const from = pointAt(flow, start, false);
  const to = pointAt(flow, end, true);
  return (
    from.node === to.node &&
    isInDocument(from.node) &&
    from.node.data.slice(from.offset, to.offset) === flow.text.slice(start, end)
  );
}
