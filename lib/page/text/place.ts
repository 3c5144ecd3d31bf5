/** Places of words in a page, and the ranges over them. */
import { isInDocument, newRange } from '../dom/safe-dom.ts';
import { pointAt } from './collect.ts';
import type { Flow } from './flow.ts';

/** The place of one mention in the page. */
export interface Place {
  flow: Flow;
  start: number;
  end: number;
}

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

/** One for all: each live range slows every change of the page down until it is collected. */
let shared: Range | null = null;

/** Returns a shared live range for measuring; the next call overwrites it. Do not keep it. */
export function liveRange({ flow, start, end }: Place): Range | null {
  const from = pointAt(flow, start, false);
  const to = pointAt(flow, end, true);
  // Text that changed a moment ago can be shorter than it was when it was read.
  if (from.offset > from.node.length || to.offset > to.node.length) return null;
  shared ??= newRange(document);
  shared.setStart(from.node, from.offset);
  shared.setEnd(to.node, to.offset);
  return shared;
}

/**
 * True if the words of a place are still in one text node as they were read: a range over them is
 * right, whatever changed around them.
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
